#pragma once

#include "ui/shared/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace signalbox {

enum class MessageKind { Info, Good, Warning, Bad };

// One line in a pane: what happened (strong), then why, then one or two links. Never a message box.
class InlineMessage : public QFrame {
    Q_OBJECT

public:
    explicit InlineMessage(Theme& theme, MessageKind kind, QWidget* parent = nullptr);

    void setKind(MessageKind kind);
    void setText(const QString& whatHappened, const QString& why = {});   // announces itself to screen readers
    QString text() const;
    // The link emits `linkActivated(name)`; `objectName` of the button is the name.
    void setLinks(const QList<std::pair<QString, QString>>& namesAndTexts);
    void setDismissable(bool dismissable);

Q_SIGNALS:
    void linkActivated(const QString& name);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();

    Theme& m_theme;
    MessageKind m_kind;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_links;
    QToolButton* m_close;
    QString m_what;
    QString m_why;
};

}
