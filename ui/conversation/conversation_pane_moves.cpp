#include "ui/conversation/conversation_header.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/conversation_words.h"
#include "ui/conversation/moves/close_dialog.h"
#include "ui/conversation/moves/target_dialog.h"
#include "ui/conversation/moves/time_dialogs.h"
#include "ui/conversation/talk_pane.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/undo_bar.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

namespace signalbox {
namespace {

// What is needed to write on; anything else asks once more in a dialog of its own.
bool closesAtOnce(const QString& outcome) { return outcome != QLatin1String("converted") && !outcome.isEmpty(); }

}

void ConversationPane::start(Move move)
{
    m_talk->sendHeld();   // what was said comes before what is done
    if (!whyNoMove(move, conversation(), m_context.session).isEmpty())
        return;
    const AgentId me = m_context.session.agent;
    switch (move) {
    case Move::Transfer:
        return transfer();
    case Move::Invite:
        return ask(new TargetDialog(m_context, TargetDialog::Use::Invite, *m_conversation, {}, this));
    case Move::Hold:
        if (m_conversation->held)
            return submit(ResumeConversation{m_shown, me}, tr("It is still on hold."));
        return ask(new HoldDialog(m_context, *m_conversation, this));
    case Move::FollowUp:
        return ask(new FollowUpDialog(m_context, m_shown, line(m_conversation->visitorName, 60), {}, this));
    case Move::Hand:
        if (!m_conversation->handRaisedBy.empty())
            return submit(RaiseHand{m_shown, me, false, {}}, tr("The hand is still up."));
        return ask(new HandDialog(m_context, *m_conversation, this));
    case Move::Leave:
        return submit(LeaveConversation{m_shown, me, me}, tr("You are still in it."));
    case Move::Close:
        return m_header->showOutcomes();
    }
}

template <class What>
void ConversationPane::submit(What what, const QString& refusal)
{
    m_commands.send(std::move(what), {}, [this, refusal, id = m_shown](const QString& why) {
        if (id == m_shown)
            m_talk->sayRefused(refusal, why);
    });
}

void ConversationPane::ask(MoveDialog* dialog)
{
    connect(dialog, &QDialog::finished, this, [this] {
        m_talk->composer()->takeKeyboard();
        Q_EMIT moved();
    });
    dialog->open();
}

void ConversationPane::transfer()
{
    // A note written but not sent goes along: it is what the next person needs to know.
    auto* dialog = new TargetDialog(m_context, TargetDialog::Use::Transfer, *m_conversation,
                                    QString::fromStdString(m_talk->unsentNote()), this);
    connect(dialog, &MoveDialog::moved, this, [this, id = m_shown] {
        if (id == m_shown && !m_talk->unsentNote().empty())
            m_talk->clearDraft();
    });
    ask(dialog);
}

void ConversationPane::close(const QString& outcome)
{
    if (!whyNoMove(Move::Close, conversation(), m_context.session).isEmpty())
        return;
    m_talk->sendHeld();
    const QString who = line(m_conversation->visitorName, 60);
    if (!closesAtOnce(outcome)) {
        auto* dialog = new CloseDialog(m_context, *m_conversation, outcome.toStdString(), this);
        connect(dialog, &MoveDialog::moved, this, [this, who, id = m_shown] { closed(who, id); });
        return ask(dialog);
    }
    m_commands.send(
        CloseConversation{m_shown, m_context.session.agent, outcome.toStdString()},
        [this, who, id = m_shown] { closed(who, id); },
        [this, id = m_shown](const QString& why) {
            if (id == m_shown)
                m_talk->sayRefused(tr("It was not closed."), why);
        });
}

void ConversationPane::closed(const QString& who, const ConversationId& id)
{
    m_undo->offer(tr("Closed %1").arg(who), [this, id] { reopen(id); });
    if (id == m_shown)
        Q_EMIT leftBehind(id);
}

void ConversationPane::reopen(const ConversationId& id)
{
    m_commands.send(
        ReopenConversation{id, m_context.session.agent}, [this, id] { open(id); },
        [this](const QString& why) { m_talk->sayRefused(tr("It stays closed."), why); });
}

// Ctrl+Z takes back a closing, unless there is typing to take back.
bool ConversationPane::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_undo->isOffering() || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const auto* field = qobject_cast<const QPlainTextEdit*>(watched);
    if (!static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo) || (field && field->document()->isUndoAvailable()))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_undo->undo();
    return true;
}

}
