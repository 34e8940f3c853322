#pragma once

#include "model/domain/change_set.h"
#include "model/domain/command.h"
#include "model/domain/result.h"

#include <QObject>
#include <QString>

namespace signalbox {

// The window's door to the rest: commands leave, change sets arrive. app/ implements it, tests record it. Every signal
// arrives on the window's thread, at most once a frame, already merged.
class ConsolePort : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Returns at once. The answer is `done` or `refused` with the same ticket; what changed arrives as `changed`.
    virtual void submit(const signalbox::Command& command) = 0;
    // Asks for what the conversation place shows; answered by `detailLoaded`.
    virtual void loadDetail(const signalbox::ConversationId& conversation) = 0;
    // Messages before `sequence`, at most 500; answered by `earlierLoaded`.
    virtual void loadEarlier(const signalbox::ConversationId& conversation, qint64 sequence) = 0;
    // The bytes of a file that came or went with a message; answered by `attachmentLoaded`.
    virtual void loadAttachment(const signalbox::AttachmentId& attachment) = 0;
    // What the knowledge says to the visitor's last message; answered by `answerSuggested`.
    virtual void suggestAnswer(const signalbox::ConversationId& conversation) = 0;
    // Contacts by a part of a name, company, e-mail or phone; all of them for no words. At most 500, who wrote last first;
    // answered by `contactsFound` with the same words.
    virtual void findContacts(const QString& words) = 0;
    virtual void loadContact(const signalbox::ContactId& contact) = 0;     // answered by `contactLoaded`
    virtual void exportContact(const signalbox::ContactId& contact) = 0;   // answered by `contactExported`

Q_SIGNALS:
    void changed(const signalbox::ChangeSet& changes);   // the first one is everything
    void done(quint64 ticket);
    void refused(quint64 ticket, const QString& why);
    void detailLoaded(const signalbox::ConversationDetail& detail);
    void earlierLoaded(const signalbox::ConversationId& conversation, const std::vector<signalbox::Message>& messages);
    void attachmentLoaded(const signalbox::AttachmentId& attachment, const signalbox::Result<std::string>& bytes);
    void answerSuggested(const signalbox::ConversationId& conversation,
                         const std::optional<signalbox::KnowledgeMatch>& match);
    void contactsFound(const QString& words, const std::vector<signalbox::ContactRow>& contacts);
    void contactLoaded(const signalbox::ContactDetail& contact);
    void contactExported(const signalbox::ContactId& contact, const std::string& json);
    void storeTrouble(const QString& what);   // shown as a banner until it is empty: "The disk is full. ..."
};

}
