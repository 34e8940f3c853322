#pragma once

#include "model/domain/change_set.h"
#include "model/domain/result.h"
#include "ui/conversation/composer.h"
#include "ui/conversation/reply_drafts.h"
#include "ui/conversation/transcript_model.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace signalbox {

class ElidedLabel;
class HeldReplyBar;
class InlineMessage;
class SuggestionBar;
class TranscriptSearch;
class TranscriptView;

// One conversation as it is talked: the transcript with the composer under it. It follows the port and the model by
// itself; whoever shows it says which conversation, and lets its clock tick.
class TalkPane : public QWidget {
    Q_OBJECT

public:
    explicit TalkPane(const PageContext& context, QWidget* parent = nullptr);
    ~TalkPane() override;   // sends what waits to be sent

    // Shows a conversation and asks the port for its detail. Opening the one that is shown loads it again; opening
    // another one sends what waits to be sent.
    void open(const ConversationId& conversation);
    const ConversationId& shown() const { return m_shown; }
    // As it is known now; nothing until the model or the port have told.
    const std::optional<Conversation>& conversation() const { return m_conversation; }
    std::vector<Message> messages() const { return m_transcript.messages(); }   // those loaded, oldest first
    bool mine() const;                                                          // this agent owns it and it is open
    void tick(Instant now);                                                     // once a second

    // A reply waits some seconds before it leaves. Whatever must come after it (closing, passing on) sends it first.
    void sendHeld();
    // A note that was written and not kept; it goes along with a transfer.
    std::string unsentNote() const;
    void clearDraft();
    void writeReply();   // the keyboard goes to the composer
    void writeNote();
    void take();
    void search();   // what Ctrl+F does
    void showMessage(qint64 sequence);              // in the middle of the transcript; nothing if it is not loaded
    void askVisitor(const QString& question);       // puts it into the composer, after what is there
    // Says beside the composer what was refused: "It was not transferred.", why.
    void sayRefused(const QString& what, const QString& why);

    Composer* composer() const { return m_composer; }
    TranscriptView* transcriptView() const { return m_view; }

Q_SIGNALS:
    void conversationChanged();   // `conversation` is another one, or says something new
    // A line of the transcript was asked why it is there.
    void whyWanted(const signalbox::ConversationId& conversation);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // A reply that can still be taken back.
    struct Held {
        Conversation conversation;
        AgentId agent;
        Composer::Draft written;
    };

    void build();
    QVBoxLayout* buildFoot();
    void connectParts();
    void connectComposer();
    void apply(const ChangeSet& changes);
    void showDetail(const ConversationDetail& detail);
    void showConversation();
    void showKnown();
    void showEarlier(const ConversationId& conversation, const std::vector<Message>& earlier);
    void askForEarlier();
    QString whoWrites(Instant now) const;

    void rememberDraft();
    void restoreDraft();
    void send(const Composer::Draft& written);
    void deliver(const Held& held);
    void giveBack(const Held& held, const QString& why);
    void undoSend();
    Composer::Rights rights() const;
    QString ownerText() const;

    void askForSuggestion();
    void showSuggestion(const ConversationId& conversation, const std::optional<KnowledgeMatch>& match);
    void followLink(const QUrl& link);
    void saveFile(const Attachment& file);
    void writeFile(const AttachmentId& file, const Result<std::string>& bytes);

    PageContext m_context;
    CommandAnswers m_commands;
    ConversationId m_shown;
    std::optional<Conversation> m_conversation;
    std::optional<Instant> m_typingUntil;
    Context m_known;
    ReplyDrafts m_drafts;
    std::optional<Held> m_held;
    QHash<QString, std::vector<FileToSend>> m_filesKept;   // of drafts; these do not survive a crash
    QHash<QString, QString> m_saving;                      // attachments asked for, and where they go
    std::int64_t m_suggestedFor = 0;                       // the visitor's message that a suggestion was asked for
    bool m_draftShown = false;                             // what is in the composer belongs to the conversation shown
    TranscriptModel m_transcript;
    TranscriptView* m_view;
    TranscriptSearch* m_search;
    ElidedLabel* m_typing;
    InlineMessage* m_message;
    SuggestionBar* m_suggestion;
    HeldReplyBar* m_heldBar;
    Composer* m_composer;
};

}
