#pragma once

#include "app/router/router_host.h"
#include "ui/shared/console_port.h"

#include <QTimer>

#include <memory>

namespace signalbox {

// The window's door to the router. What the router's thread tells is gathered, merged and handed to the window at most
// once a frame; a change after a quiet moment comes at once.
class RouterPort final : public ConsolePort {
    Q_OBJECT

public:
    // `host` outlives the port. Lives on the window's thread.
    explicit RouterPort(RouterHost& host, QObject* parent = nullptr);
    ~RouterPort() override;

    void submit(const signalbox::Command& command) override;
    void loadDetail(const signalbox::ConversationId& conversation) override;
    void loadEarlier(const signalbox::ConversationId& conversation, qint64 sequence) override;
    void loadAttachment(const signalbox::AttachmentId& attachment) override;
    void suggestAnswer(const signalbox::ConversationId& conversation) override;
    void findContacts(const QString& words) override;
    void loadContact(const signalbox::ContactId& contact) override;
    void exportContact(const signalbox::ContactId& contact) override;

private:
    struct Mailbox;

    // Asks the reader and tells the answer here; an error is said as a refusal without a ticket.
    template <class Question, class Tell>
    void ask(Question question, Tell tell);
    void deliverSoon();
    void deliver();
    // Runs on the window's thread, unless the port is gone by then. Callable from any thread.
    static void post(const std::shared_ptr<Mailbox>& mailbox, std::function<void(RouterPort&)> task);

    RouterHost& m_host;
    std::shared_ptr<Mailbox> m_mailbox;
    QTimer m_frame;   // runs while the window may not be told again yet
};

}
