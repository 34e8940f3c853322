#include "model/storage/alert_store.h"

#include "model/storage/alert_rows.h"
#include "model/storage/guarded.h"
#include "model/storage/projector.h"

#include <algorithm>

namespace signalbox {

using namespace storage;

namespace {

std::string alertsWhere(std::string_view where) { return std::string(selectAlert) + std::string(where); }

}

AlertStore::AlertStore(Database& database) : m_database(database) { }

Result<std::vector<Alert>> AlertStore::open()
{
    return guarded(m_database, [&]() -> Result<std::vector<Alert>> {
        return all(AlertRows(m_database.session(), alertsWhere("WHERE ended_at IS NULL ORDER BY sequence")), alertIn);
    });
}

Result<std::vector<Alert>> AlertStore::of(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<Alert>> {
        return all(
            AlertRows(m_database.session(), alertsWhere("WHERE conversation = :id ORDER BY sequence"), numberOf(id)),
            alertIn);
    });
}

Result<std::optional<Alert>> AlertStore::find(std::int64_t number)
{
    return guarded(m_database, [&]() -> Result<std::optional<Alert>> {
        AlertRows rows(m_database.session(), alertsWhere("WHERE sequence = :number"), Integer(number));
        return rows.next() ? std::optional(alertIn(rows)) : std::nullopt;
    });
}

Result<std::vector<Alert>> AlertStore::between(Instant from, Instant to)
{
    return guarded(m_database, [&]() -> Result<std::vector<Alert>> {
        return all(AlertRows(m_database.session(), alertsWhere("WHERE at >= :from AND at < :to ORDER BY at, sequence"),
                                toMicroseconds(from), toMicroseconds(to)),
                      alertIn);
    });
}

Result<std::vector<Label>> AlertStore::labels(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<Label>> {
        return all(LabelRows(m_database.session(),
                                std::string(selectLabel) + "WHERE conversation = :id ORDER BY at, labelled_by",
                                numberOf(id)),
                      labelIn);
    });
}

Result<std::vector<Label>> AlertStore::labels()
{
    return guarded(m_database, [&]() -> Result<std::vector<Label>> {
        return all(LabelRows(m_database.session(),
                                std::string(selectLabel) + "ORDER BY at, conversation, alert, trigger_id, labelled_by"),
                      labelIn);
    });
}

Result<std::vector<PendingDelivery>> AlertStore::toDeliver()
{
    return guarded(m_database, [&]() -> Result<std::vector<PendingDelivery>> {
        std::vector<PendingDelivery> pending;
        for (const AlertWay way : {AlertWay::Webhook, AlertWay::Email}) {
            AlertRows rows(m_database.session(),
                           alertsWhere("WHERE ways LIKE :way AND held_back = 'no' AND NOT EXISTS (SELECT 1 FROM "
                                       "alert_delivery AS sent WHERE sent.alert = alert.sequence AND sent.way = :sent) "
                                       "ORDER BY sequence LIMIT 1000"),
                           "%\"" + std::string(nameOf(way)) + "\"%", nameOf(way));
            while (rows.next())
                pending.push_back({alertIn(rows), way});
        }
        std::ranges::sort(pending, {}, [](const PendingDelivery& each) { return each.alert.number; });
        return pending;
    });
}

}
