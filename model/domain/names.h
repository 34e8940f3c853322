#pragma once

#include "model/domain/agent.h"
#include "model/domain/alert.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "model/domain/offer.h"

#include <optional>
#include <string_view>

namespace signalbox {

// The words that enums have in JSON, in the database, on the command line and in the rulebook: "website", "not_met".
// For reading: none when the word is unknown.
std::string_view nameOf(Channel channel);
std::string_view nameOf(Origin origin);
std::string_view nameOf(Author author);
std::string_view nameOf(OwnerKind kind);
std::string_view nameOf(Presence presence);
std::string_view nameOf(Role role);
std::string_view nameOf(OfferOutcome outcome);
std::string_view nameOf(CriterionState state);
std::string_view nameOf(ValueType type);
std::string_view nameOf(Score score);
std::string_view nameOf(AlertWay way);
std::string_view nameOf(HeldBack heldBack);
std::string_view nameOf(Verdict verdict);
std::string_view nameOf(SilentKind kind);

template <class Enum>
std::optional<Enum> fromName(std::string_view name);   // for the enums above

}
