#pragma once

#include "model/domain/alert.h"
#include "ui/alerts/alert_desk.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <optional>

namespace signalbox {

class InlineMessage;

// One line over a conversation while it has an alert that is for whoever sits here, or that nobody acknowledged in time:
// what it is, and links to acknowledge it and to say whether it was right.
class AlertBar : public QWidget {
    Q_OBJECT

public:
    explicit AlertBar(const PageContext& context, QWidget* parent = nullptr);

    void showFor(const ConversationId& conversation);

Q_SIGNALS:
    void refused(const QString& what, const QString& why);

private:
    void refresh();
    void showAlert(int others);
    void follow(const QString& link);
    void askForLabel();

    PageContext m_context;
    AlertDesk m_desk;
    InlineMessage* m_message;
    ConversationId m_conversation;
    std::optional<Alert> m_alert;   // the one that is shown
    QList<std::pair<QString, QString>> m_links;
};

}
