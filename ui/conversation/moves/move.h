#pragma once

#include "model/domain/conversation.h"

#include <QKeySequence>
#include <QString>

#include <array>

namespace signalbox {

struct Session;

// What can be done with a conversation besides answering it, in the order of the menu.
enum class Move { Transfer, Invite, Hold, FollowUp, Hand, Leave, Close };
inline constexpr std::array allMoves{Move::Transfer, Move::Invite, Move::Hold, Move::FollowUp,
                                     Move::Hand,     Move::Leave,  Move::Close};

// The words on its button: some turn back what was done ("Take up again", "Lower hand").
QString moveText(Move move, const Conversation* conversation);
QString moveName(Move move);   // its objectName: "transferConversation"
QKeySequence moveKey(Move move);
// Why this person cannot do it now; empty when they can. The router checks again.
QString whyNoMove(Move move, const Conversation* conversation, const Session& session);

}
