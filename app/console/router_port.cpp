#include "app/console/router_port.h"

#include "app/router/conversation_reader.h"

#include <mutex>

namespace signalbox {
namespace {

constexpr int frameMilliseconds = 33;

}

// Shared with the router's threads, which may call a moment longer than the port lives.
struct RouterPort::Mailbox {
    std::mutex mutex;
    RouterPort* port = nullptr;
    ChangeSet gathered;
    bool announced = false;   // the window's thread has been told that something waits
};

RouterPort::RouterPort(RouterHost& host, QObject* parent)
    : ConsolePort(parent), m_host(host), m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->port = this;
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &RouterPort::deliver);
    m_host.follow(
        [mailbox = m_mailbox](const ChangeSet& changes) {
            const std::scoped_lock lock(mailbox->mutex);
            if (!mailbox->port)
                return false;
            mailbox->gathered.merge(ChangeSet(changes));
            if (!std::exchange(mailbox->announced, true))
                QMetaObject::invokeMethod(mailbox->port, &RouterPort::deliverSoon, Qt::QueuedConnection);
            return true;
        },
        [mailbox = m_mailbox](const std::string& trouble) {
            post(mailbox, [trouble](RouterPort& port) { Q_EMIT port.storeTrouble(QString::fromStdString(trouble)); });
        });
}

RouterPort::~RouterPort()
{
    const std::scoped_lock lock(m_mailbox->mutex);
    m_mailbox->port = nullptr;
}

void RouterPort::post(const std::shared_ptr<Mailbox>& mailbox, std::function<void(RouterPort&)> task)
{
    const std::scoped_lock lock(mailbox->mutex);
    if (RouterPort* const port = mailbox->port)
        QMetaObject::invokeMethod(
            port, [port, task = std::move(task)] { task(*port); }, Qt::QueuedConnection);
}

void RouterPort::deliverSoon()
{
    if (!m_frame.isActive())
        deliver();
}

void RouterPort::deliver()
{
    ChangeSet changes;
    {
        const std::scoped_lock lock(m_mailbox->mutex);
        if (!std::exchange(m_mailbox->announced, false))
            return;
        changes = std::exchange(m_mailbox->gathered, ChangeSet{});
    }
    m_frame.start(frameMilliseconds);
    Q_EMIT changed(changes);
}

void RouterPort::submit(const Command& command)
{
    const quint64 ticket = command.ticket;
    const bool taken = m_host.submit(command, [mailbox = m_mailbox, ticket](const Result<void>& answer) {
        const QString why = answer ? QString() : QString::fromStdString(answer.error().message);
        post(mailbox, [ticket, why, ok = answer.has_value()](RouterPort& port) {
            if (ok)
                Q_EMIT port.done(ticket);
            else
                Q_EMIT port.refused(ticket, why);
        });
    });
    if (!taken)
        post(m_mailbox, [ticket](RouterPort& port) {
            Q_EMIT port.refused(ticket,
                                tr("Signalbox is too busy right now. Nothing was done: try again in a moment."));
        });
}

void RouterPort::loadDetail(const ConversationId& conversation)
{
    m_host.loadDetail(conversation, [mailbox = m_mailbox](Result<ConversationDetail> loaded) {
        post(mailbox, [loaded = std::move(loaded)](RouterPort& port) {
            if (loaded)
                Q_EMIT port.detailLoaded(*loaded);
            else
                Q_EMIT port.refused(0, QString::fromStdString(loaded.error().message));
        });
    });
}

void RouterPort::loadEarlier(const ConversationId& conversation, qint64 sequence)
{
    m_host.loadEarlier(conversation, sequence,
                       [mailbox = m_mailbox, conversation](Result<std::vector<Message>> loaded) {
                           post(mailbox, [conversation, loaded = std::move(loaded)](RouterPort& port) {
                               if (loaded)
                                   Q_EMIT port.earlierLoaded(conversation, *loaded);
                               else
                                   Q_EMIT port.refused(0, QString::fromStdString(loaded.error().message));
                           });
                       });
}

template <class Question, class Tell>
void RouterPort::ask(Question question, Tell tell)
{
    m_host.ask([mailbox = m_mailbox, question = std::move(question),
                tell = std::move(tell)](ConversationReader& reader) {
        post(mailbox, [answer = question(reader), tell](RouterPort& port) {
            if (answer)
                tell(port, *answer);
            else
                Q_EMIT port.refused(0, QString::fromStdString(answer.error().message));
        });
    });
}

void RouterPort::loadAttachment(const AttachmentId& attachment)
{
    m_host.ask([mailbox = m_mailbox, attachment](ConversationReader& reader) {
        post(mailbox, [attachment, bytes = reader.attachment(attachment)](RouterPort& port) {
            Q_EMIT port.attachmentLoaded(attachment, bytes);
        });
    });
}

void RouterPort::suggestAnswer(const ConversationId& conversation)
{
    ask([conversation](ConversationReader& reader) { return reader.suggestion(conversation); },
        [conversation](RouterPort& port, const std::optional<KnowledgeMatch>& match) {
            Q_EMIT port.answerSuggested(conversation, match);
        });
}

void RouterPort::findContacts(const QString& words)
{
    ask([words](ConversationReader& reader) { return reader.contacts(words.toStdString()); },
        [words](RouterPort& port, const std::vector<ContactRow>& contacts) {
            Q_EMIT port.contactsFound(words, contacts);
        });
}

void RouterPort::loadContact(const ContactId& contact)
{
    ask([contact](ConversationReader& reader) { return reader.contact(contact); },
        [](RouterPort& port, const ContactDetail& detail) { Q_EMIT port.contactLoaded(detail); });
}

void RouterPort::exportContact(const ContactId& contact)
{
    ask([contact](ConversationReader& reader) { return reader.contactExport(contact); },
        [contact](RouterPort& port, const std::string& json) { Q_EMIT port.contactExported(contact, json); });
}

}
