#pragma once

#include "model/domain/ids.h"
#include "ui/live/live_model.h"
#include "ui/shared/theme.h"

#include <QTableView>
#include <QTimer>

class QMenu;

namespace signalbox {

class LiveDelegate;

// The table of the live list: fixed rows, columns that give way in a fixed order when it gets narrow, and the order held
// while the pointer is in it, for a moment after a key, and while its menu is open.
class LiveView : public QTableView {
    Q_OBJECT

public:
    LiveView(Theme& theme, LiveModel& model, QWidget* parent = nullptr);

    void repaintTimes();                          // once a second: the cells with a running clock
    ConversationId currentConversation() const;   // empty: none
    void select(const ConversationId& id);
    // Columns the person does not want; room may take more away.
    void setHiddenColumns(const QList<int>& columns);
    QList<int> hiddenColumns() const { return m_hidden; }
    void keyboardSearch(const QString&) override { }   // letters are commands here, and the filter finds

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);
    void holdChanged(bool held);
    void menuAboutToShow(QMenu& menu);   // for the chosen conversation

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void applyTheme();
    void layOutColumns();
    void sortByHeader(int column);
    void updateHold();

    Theme& m_theme;
    LiveModel& m_model;
    LiveDelegate* m_delegate;
    QList<int> m_hidden;
    QTimer m_sinceKey;   // runs for as long as a key holds the order
    bool m_pointerIn = false;
    bool m_menuOpen = false;
};

}
