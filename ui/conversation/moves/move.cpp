#include "ui/conversation/moves/move.h"

#include "ui/shared/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {
namespace {

QString tr(const char* words, const char* meaning = nullptr)
{
    return QCoreApplication::translate("Moves", words, meaning);
}

bool isInvited(const Conversation& conversation, const AgentId& agent)
{
    return std::ranges::find(conversation.invited, agent) != conversation.invited.end();
}

}

QString moveText(Move move, const Conversation* conversation)
{
    switch (move) {
    case Move::Transfer:
        return tr("Transfer…");
    case Move::Invite:
        return tr("Invite…");
    case Move::Hold:
        return conversation && conversation->held ? tr("Take up again") : tr("Hold…");
    case Move::FollowUp:
        return tr("Follow up…");
    case Move::Hand:
        return conversation && !conversation->handRaisedBy.empty() ? tr("Lower hand") : tr("Raise hand…");
    case Move::Leave:
        return tr("Leave", "a conversation one was invited to");
    case Move::Close:
        break;
    }
    return tr("Close", "end a conversation");
}

QString moveName(Move move)
{
    switch (move) {
    case Move::Transfer:
        return QStringLiteral("transferConversation");
    case Move::Invite:
        return QStringLiteral("inviteAgent");
    case Move::Hold:
        return QStringLiteral("holdConversation");
    case Move::FollowUp:
        return QStringLiteral("followUpConversation");
    case Move::Hand:
        return QStringLiteral("raiseHand");
    case Move::Leave:
        return QStringLiteral("leaveConversation");
    case Move::Close:
        break;
    }
    return QStringLiteral("closeConversation");
}

QKeySequence moveKey(Move move)
{
    const auto key = [](Qt::Key letter) { return QKeySequence(Qt::CTRL | Qt::SHIFT | letter); };
    switch (move) {
    case Move::Transfer:
        return key(Qt::Key_T);
    case Move::Invite:
        return key(Qt::Key_I);
    case Move::Hold:
        return key(Qt::Key_L);   // "for later": H is the handoff card's
    case Move::FollowUp:
        return key(Qt::Key_M);   // "remind me": F opens the floor
    case Move::Hand:
        return key(Qt::Key_Y);
    case Move::Leave:
        return {};
    case Move::Close:
        break;
    }
    return key(Qt::Key_X);
}

QString whyNoMove(Move move, const Conversation* conversation, const Session& session)
{
    if (!conversation)
        return tr("Choose a conversation first.");
    if (conversation->closedAt)
        return tr("The conversation is closed.");
    if (session.agent.empty())
        return tr("Say who you are at the top right first.");
    const Owner& owner = conversation->owner;
    if (move == Move::Leave)
        return isInvited(*conversation, session.agent) ? QString() : tr("You were not invited to it.");
    const bool mine = owner.kind == OwnerKind::Agent && owner.agent == session.agent;
    if (!mine && !session.mayEditSettings())
        return tr("Only who has the conversation can do this.");
    const bool needsAgent = move == Move::Hold || move == Move::Hand || move == Move::Invite;
    if (needsAgent && owner.kind != OwnerKind::Agent)
        return tr("Nobody has the conversation yet. Take it first.");
    return {};
}

}
