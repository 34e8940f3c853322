// From the composer to the router: drafts, and replies that wait a little before they leave.
#include "ui/conversation/held_reply_bar.h"
#include "ui/conversation/talk_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/session.h"

#include <QUuid>

namespace signalbox {
namespace {

MessageId newMessageId() { return {QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()}; }

QString keyOf(const ConversationId& id) { return QString::fromStdString(id.value); }

// What was given back stands before what has been typed meanwhile.
QString joined(const QString& first, const QString& then)
{
    return first.isEmpty() || then.isEmpty() ? first + then : first + u'\n' + then;
}

}

// A reply that waits is part of the draft until it has left: a crash must not lose it.
void TalkPane::rememberDraft()
{
    if (!m_draftShown || !m_conversation)
        return;
    const bool waits = m_held && m_held->conversation.id == m_shown;
    const QString words = waits ? joined(m_held->written.text, m_composer->words()) : m_composer->words();
    m_drafts.keep(m_context.session.agent, *m_conversation, {words, m_composer->isNote()});
    const std::vector<FileToSend> files = m_composer->draft().files;
    if (files.empty())
        m_filesKept.remove(keyOf(m_shown));
    else
        m_filesKept.insert(keyOf(m_shown), files);
}

void TalkPane::restoreDraft()
{
    if (m_draftShown || !m_conversation)
        return;
    m_draftShown = true;
    const ReplyDrafts::Draft kept = m_drafts.draft(m_context.session.agent, *m_conversation);
    m_composer->setDraft({kept.text, kept.note, m_filesKept.value(keyOf(m_shown))});
}

void TalkPane::clearDraft()
{
    m_composer->setDraft({});
    rememberDraft();
}

std::string TalkPane::unsentNote() const
{
    return m_composer->isNote() ? m_composer->words().trimmed().toStdString() : std::string();
}

void TalkPane::send(const Composer::Draft& written)
{
    if (!m_conversation)
        return;
    sendHeld();
    const Held outgoing{*m_conversation, m_context.session.agent, written};
    m_message->hide();
    const std::chrono::seconds wait = undoSendTime(m_context.state);
    if (written.note || wait.count() == 0) {
        deliver(outgoing);
    } else {
        m_held = outgoing;
        m_heldBar->countDown(wait);
        m_composer->setUndoWanted(true);
    }
    clearDraft();
}

void TalkPane::sendHeld()
{
    if (!m_held)
        return;
    const Held held = *std::exchange(m_held, std::nullopt);
    m_heldBar->stop();
    m_composer->setUndoWanted(false);
    deliver(held);
    rememberDraft();
}

void TalkPane::undoSend()
{
    if (!m_held)
        return;
    Composer::Draft back = std::exchange(m_held, std::nullopt)->written;
    m_heldBar->stop();
    m_composer->setUndoWanted(false);
    back.text = joined(back.text, m_composer->words());
    m_composer->setDraft(back);
    m_composer->takeKeyboard();
    rememberDraft();
}

void TalkPane::deliver(const Held& held)
{
    const auto refused = [this, held](const QString& why) { giveBack(held, why); };
    const ConversationId& id = held.conversation.id;
    const std::string words = held.written.text.toStdString();
    if (held.written.note)
        m_commands.send(AddNote{id, held.agent, newMessageId(), words, m_composer->mentionsIn(held.written.text)}, {},
                        refused);
    else
        m_commands.send(SendReply{id, held.agent, newMessageId(), words, held.written.files}, {}, refused);
}

// Refused: the words come back to the conversation they were for, before whatever has been typed there since.
void TalkPane::giveBack(const Held& held, const QString& why)
{
    const Conversation& of = held.conversation;
    if (of.id != m_shown) {
        const ReplyDrafts::Draft typed = m_drafts.draft(held.agent, of);
        m_drafts.keep(held.agent, of,
                      {joined(held.written.text, typed.text), typed.text.isEmpty() ? held.written.note : typed.note});
        m_filesKept.insert(keyOf(of.id), held.written.files);
        return;
    }
    Composer::Draft back = held.written;
    if (const QString typed = m_composer->words(); !typed.isEmpty()) {
        back.text = joined(back.text, typed);
        back.note = m_composer->isNote();
    }
    m_composer->setDraft(back);
    rememberDraft();
    sayRefused(held.written.note ? tr("The note was not kept.") : tr("The reply was not sent."), why);
}

}
