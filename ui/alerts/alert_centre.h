#pragma once

#include "model/domain/alert.h"
#include "ui/alerts/alert_desk.h"
#include "ui/alerts/alert_list_model.h"
#include "ui/shared/page_context.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace signalbox {

class EmptyState;
class InlineMessage;

// The panel under the bell: every alert that has not ended, and all that can be done with the chosen one. It goes when
// something else is clicked; Escape gives the keyboard back to what had it.
class AlertCentre : public QDialog {
    Q_OBJECT

public:
    // It opens under `bell`, whose click closes it again.
    AlertCentre(const PageContext& context, QWidget& bell, QWidget* parent = nullptr);

    void toggle();
    void open() override;
    // For the menu and the palette: each opens the panel on the newest alert that waits, and does it there.
    QList<QAction*> menuActions() const { return m_ofMenu; }

Q_SIGNALS:
    void conversationChosen(const signalbox::ConversationId& conversation);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void reject() override;

private:
    void build();
    void buildTop(QVBoxLayout& column);
    void buildList(QVBoxLayout& column);
    void buildFoot(QVBoxLayout& column);
    QHBoxLayout* buildLabels();
    void connectParts();
    // A key of the list, its button, and its twin of the menu.
    QPushButton* addWay(const QString& name, const QString& text, const QString& ofMenu, Qt::Key key,
                        void (AlertCentre::*act)());
    QAction* wayCalled(const QString& name) const;
    QPushButton* buttonOf(const QString& way) const;
    const Alert* current() const;
    void chooseNewest();
    void refresh();
    void showChosen();
    void fit();   // as high as its rows, as far as the window has room
    void openConversation();
    void acknowledge();
    void snooze();
    void handOn();
    void resolve();
    void give(Verdict verdict);
    void giveTrue() { give(Verdict::True); }
    void giveFalse() { give(Verdict::False); }
    void giveUnsure() { give(Verdict::Unsure); }
    void changeReason();

    PageContext m_context;
    QWidget& m_bell;
    AlertDesk m_desk;
    AlertListModel m_alerts;
    QLabel* m_count;
    QToolButton* m_close;
    QListView* m_list;
    EmptyState* m_empty;
    InlineMessage* m_refusal;
    QWidget* m_foot;
    QLineEdit* m_reason;
    QList<QAction*> m_ofMenu;
    QPointer<QWidget> m_before;   // had the keyboard
    QPointer<QDialog> m_asked;    // to whom an alert is handed on
    std::int64_t m_shown = 0;     // whose reason stands in the line
    QTimer m_clock;
};

}
