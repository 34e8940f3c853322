#pragma once

#include "model/domain/alert.h"
#include "model/storage/database.h"

#include <vector>

namespace signalbox {

// What is still to be sent of an alert.
struct PendingDelivery {
    Alert alert;
    AlertWay way = AlertWay::Webhook;
};

// Reads what the projections know about alerts and labels. Writes nothing: the journal's writer does.
class AlertStore {
public:
    explicit AlertStore(Database& database);

    Result<std::vector<Alert>> open();                            // all that have not ended, oldest first
    Result<std::vector<Alert>> of(const ConversationId& id);      // oldest first
    Result<std::optional<Alert>> find(std::int64_t number);
    Result<std::vector<Alert>> between(Instant from, Instant to); // raised in [from, to), oldest first
    Result<std::vector<Label>> labels(const ConversationId& id);  // oldest first
    Result<std::vector<Label>> labels();                          // of the whole history, oldest first
    Result<std::vector<PendingDelivery>> toDeliver();             // by webhook and e-mail, oldest first, at most 1000

private:
    Database& m_database;
};

}
