#pragma once

#include "model/domain/change_set.h"
#include "ui/conversation/composer.h"
#include "ui/conversation/transcript_model.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace signalbox {

class InlineMessage;
class TranscriptView;

// One conversation as it is talked: the transcript with the composer under it. It follows the port and the model by
// itself; whoever shows it says which conversation, and lets its clock tick.
class TalkPane : public QWidget {
    Q_OBJECT

public:
    explicit TalkPane(const PageContext& context, QWidget* parent = nullptr);
    ~TalkPane() override;

    // Shows a conversation and asks the port for its detail. Opening the one that is shown loads it again.
    void open(const ConversationId& conversation);
    const ConversationId& shown() const { return m_shown; }
    // As it is known now; nothing until the model or the port have told.
    const std::optional<Conversation>& conversation() const { return m_conversation; }
    std::vector<Message> messages() const { return m_transcript.messages(); }   // those loaded, oldest first
    bool mine() const;        // this agent owns it and it is open
    void tick(Instant now);   // once a second

    // A note that was written and not kept; it goes along with a transfer.
    std::string unsentNote() const;
    void clearDraft();
    void writeReply();   // the keyboard goes to the composer
    void writeNote();
    void take();
    // Says beside the composer what was refused: "It was not transferred.", why.
    void sayRefused(const QString& what, const QString& why);

    Composer* composer() const { return m_composer; }
    TranscriptView* transcriptView() const { return m_view; }

Q_SIGNALS:
    void conversationChanged();   // `conversation` is another one, or says something new
    // A line of the transcript was asked why it is there.
    void whyWanted(const signalbox::ConversationId& conversation);

private:
    void build();
    void connectParts();
    void apply(const ChangeSet& changes);
    void showDetail(const ConversationDetail& detail);
    void showConversation();
    void rememberDraft();
    void send(const QString& text, bool note);
    Composer::Rights rights() const;
    QString ownerText() const;

    PageContext m_context;
    CommandAnswers m_commands;
    ConversationId m_shown;
    std::optional<Conversation> m_conversation;
    std::optional<Instant> m_typingUntil;
    QHash<QString, Composer::Draft> m_drafts;
    TranscriptModel m_transcript;
    TranscriptView* m_view;
    QLabel* m_typing;
    InlineMessage* m_message;
    Composer* m_composer;
};

}
