#include "model/storage/alert_projector.h"

#include "model/storage/alert_rows.h"
#include "model/storage/conversation_rows.h"

namespace signalbox::storage {
namespace {

void expectAlert(Integer rows, std::int64_t alert)
{
    if (rows != 1)
        throw Refusal("Alert " + std::to_string(alert) + " is not there or has ended.");
}

}

void AlertProjector::project(const AlertRaised& raised, const Event& event)
{
    // A reminder of a follow-up is over as soon as it was given.
    const bool reminder = raised.alert.value == reminderAlert;
    Change<Integer, Integer, Text, Text, Integer, Text, Text, Text, Text, Integer, Text, Integer, Text, Real, Integer, Text,
           Text>(
        m_session,
        "INSERT INTO alert (sequence, conversation, alert, text, at, owner, owner_reason, held_back, ways, "
        "rulebook_version, tier, tier_rank, measure, score, ended_at, end_reason, policy) VALUES (:sequence, :conversation, "
        ":alert, :text, :at, :owner, :owner_reason, :held_back, :ways, :version, :tier, :rank, :measure, :score, :ended, "
        ":end_reason, :policy)")
        .run(event.sequence, numberOf(raised.conversation), raised.alert, raised.text, event.at, raised.owner,
             raised.ownerReason, raised.heldBack, toJsonText(raised.ways), raised.rulebookVersion, raised.tier,
             raised.tierRank, raised.measure, raised.score, reminder ? std::optional(event.at) : std::nullopt,
             reminder ? "A reminder" : "", raised.policy);
}

void AlertProjector::project(const AlertAcknowledged& acknowledged, const Event& event)
{
    Change<Text, Integer, Integer> change(m_session,
                                          "UPDATE alert SET acknowledged_by = :by, acknowledged_at = :at "
                                          "WHERE sequence = :alert AND ended_at IS NULL");
    expectAlert(change.run(acknowledged.by, event.at, acknowledged.alert), acknowledged.alert);
}

void AlertProjector::project(const AlertSnoozed& snoozed, const Event&)
{
    Change<Integer, Integer> change(
        m_session, "UPDATE alert SET snoozed_until = :until WHERE sequence = :alert AND ended_at IS NULL");
    expectAlert(change.run(snoozed.until, snoozed.alert), snoozed.alert);
}

void AlertProjector::project(const AlertHandedOn& handedOn, const Event&)
{
    Change<Text, Text, Integer, Integer> change(
        m_session,
        "UPDATE alert SET owner = :to, owner_reason = :reason, escalated = max(escalated, :escalated) "
        "WHERE sequence = :alert AND ended_at IS NULL");
    expectAlert(change.run(handedOn.to, handedOn.reason, handedOn.by.empty(), handedOn.alert), handedOn.alert);
}

void AlertProjector::project(const AlertEnded& ended, const Event& event)
{
    Change<Integer, Text, Text, Integer> change(m_session,
                                                "UPDATE alert SET ended_at = :at, ended_by = :by, end_reason = :reason, "
                                                "snoozed_until = NULL WHERE sequence = :alert AND ended_at IS NULL");
    expectAlert(change.run(event.at, ended.by, ended.reason, ended.alert), ended.alert);
}

void AlertProjector::project(const AlertDelivered& delivered, const Event& event)
{
    Change<Integer, Text, Text, Integer>(
        m_session,
        "INSERT INTO alert_delivery (alert, way, error, at) VALUES (:alert, :way, :error, :at) "
        "ON CONFLICT (alert, way) DO UPDATE SET error = excluded.error, at = excluded.at")
        .run(delivered.alert, delivered.way, delivered.error, event.at);
}

void AlertProjector::project(const LabelGiven& given, const Event& event)
{
    const Label& label = given.label;
    const Integer number = numberOf(label.conversation);
    if (!label.verdict) {
        Change<Integer, Integer, Text, Text>(m_session,
                                             "DELETE FROM label WHERE conversation = :conversation AND alert = :alert "
                                             "AND trigger_id = :trigger AND labelled_by = :by")
            .run(number, label.alert, label.trigger, label.by);
        return;
    }
    Change<Integer, Integer, Text, Text, Text, Text, Text, Integer, Integer, Text>(
        m_session,
        "INSERT INTO label (conversation, alert, trigger_id, labelled_by, verdict, tier, reason, second, at, draw) "
        "VALUES (:conversation, :alert, :trigger, :by, :verdict, :tier, :reason, :second, :at, :draw) "
        "ON CONFLICT (conversation, alert, trigger_id, labelled_by) DO UPDATE SET verdict = excluded.verdict, "
        "tier = excluded.tier, reason = excluded.reason, second = excluded.second, at = excluded.at, "
        "draw = excluded.draw")
        .run(number, label.alert, label.trigger, label.by, *label.verdict, label.tier, label.reason, label.second,
             event.at, label.draw ? toJsonText(*label.draw) : std::string());
}

}
