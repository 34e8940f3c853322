#pragma once

#include "model/domain/correction.h"
#include "model/domain/reviewed.h"
#include "model/storage/database.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace signalbox {

// Reads in bulk what a review asks about alerts and about conversations without one. Always of one origin: live, practice
// and imported ones are never mixed. Reminders of follow-ups are no alerts here.
class ReviewStore {
public:
    explicit ReviewStore(Database& database);

    // The conversation of each alert raised in [from, to), by the alert's number, in the alerts' order.
    Result<std::vector<std::pair<std::int64_t, ReviewedConversation>>> ofAlerts(Instant from, Instant to,
                                                                                Origin origin);
    Result<std::optional<ReviewedConversation>> find(const ConversationId& id);
    Result<std::optional<ReviewedConversation>> ofAlert(std::int64_t number);
    Result<std::vector<PastAlert>> pastAlerts(Origin origin);   // of all times, oldest first

    struct Opened {
        ConversationId id;
        Channel channel = Channel::Website;
        std::string outcome;
    };
    Result<std::vector<Opened>> openedBetween(Instant from, Instant to, Origin origin);
    // When the first and the last of them was opened; none: there is none.
    Result<std::optional<std::pair<Instant, Instant>>> firstAndLastOpened(Origin origin);
    // The number that the attribute has by now in the context of conversations opened in [from, to), where it has one.
    Result<std::map<ConversationId, double>> numbersOf(const std::string& attribute, Instant from, Instant to,
                                                       Origin origin);
    // Corrections of the tier of conversations opened in [from, to), or made then, oldest first.
    Result<std::vector<std::pair<ConversationId, Correction>>> tierCorrections(Instant from, Instant to, Origin origin);

private:
    Database& m_database;
};

}
