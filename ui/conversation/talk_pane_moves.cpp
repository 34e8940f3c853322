#include "ui/conversation/conversation_words.h"
#include "ui/conversation/talk_pane.h"
#include "ui/conversation/transcript_view.h"
#include "ui/shared/console_model.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/session.h"

#include <algorithm>

namespace signalbox {

bool TalkPane::mine() const
{
    return m_conversation && !m_conversation->closedAt && m_conversation->owner.kind == OwnerKind::Agent
        && m_conversation->owner.agent == m_context.session.agent && !m_context.session.agent.empty();
}

QString TalkPane::ownerText() const
{
    const Owner& owner = m_conversation->owner;
    switch (owner.kind) {
    case OwnerKind::Agent:
        return tr("%1 has this conversation.").arg(m_context.model.agentName(owner.agent));
    case OwnerKind::Queue:
        return tr("It waits in %1. Take it to reply.").arg(m_context.model.queueName(owner.queue));
    case OwnerKind::Ai:
        return tr("The AI is answering. Take it to reply yourself.");
    case OwnerKind::Nobody:
        break;
    }
    return tr("The conversation is closed.");
}

Composer::Rights TalkPane::rights() const
{
    if (m_conversation->closedAt) {
        const QString closed = m_conversation->outcome.empty()
            ? tr("The conversation is closed.")
            : tr("Closed: %1").arg(outcomeName(m_conversation->outcome));
        return {closed, closed, {}};
    }
    if (m_context.session.agent.empty()) {
        const QString nobody = tr("Say who you are at the top right to write here.");
        return {nobody, nobody, {}};
    }
    if (mine() || std::ranges::count(m_conversation->invited, m_context.session.agent) > 0)
        return {};
    return {ownerText(), {}, m_conversation->owner.kind == OwnerKind::Agent ? QString() : tr("Take conversation")};
}

void TalkPane::sayRefused(const QString& what, const QString& why)
{
    m_message->setKind(MessageKind::Bad);
    m_message->setText(what, why);
    m_message->show();
}

void TalkPane::writeReply()
{
    m_composer->writeNote(false);
    m_composer->takeKeyboard();
}

void TalkPane::writeNote()
{
    m_composer->writeNote(true);
    m_composer->takeKeyboard();
}

void TalkPane::showMessage(qint64 sequence)
{
    const QModelIndexList found
        = m_transcript.match(m_transcript.index(0, 0), TranscriptModel::KeyRole, sequence, 1, Qt::MatchExactly);
    if (found.isEmpty())
        return;
    m_view->setCurrentIndex(found.front());
    m_view->scrollTo(found.front(), QAbstractItemView::PositionAtCenter);
}

void TalkPane::askVisitor(const QString& question)
{
    Composer::Draft draft = m_composer->draft();
    draft.note = draft.note && !draft.text.isEmpty();   // what is not for the visitor stays so
    draft.text = draft.text.isEmpty() ? question : draft.text + u' ' + question;
    m_composer->setDraft(draft);
    m_composer->takeKeyboard();
}

void TalkPane::take()
{
    m_commands.send(
        TakeConversation{m_shown, m_context.session.agent},
        [this, id = m_shown] {
            if (id == m_shown)
                m_composer->takeKeyboard();
        },
        [this](const QString& why) { sayRefused(tr("You do not have it."), why); });
}

}
