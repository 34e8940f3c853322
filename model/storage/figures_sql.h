#pragma once

#include "model/storage/statement.h"

// Only for figures_store.cpp.
namespace signalbox::storage {

// What events after these are about, and what news about visitors and agents changes of others.
inline constexpr std::string_view selectTouched
    = "SELECT conversation FROM journal WHERE sequence > :after AND conversation IS NOT NULL "
      "UNION SELECT c.id FROM journal AS j CROSS JOIN conversation AS c ON c.visitor = j.payload ->> '$.visitor' "
      "WHERE j.sequence > :after2 AND j.kind IN ('visitor_linked', 'visitor_unlinked') "
      "UNION SELECT conversation FROM correction WHERE EXISTS (SELECT 1 FROM journal WHERE sequence > :after3 "
      "AND kind IN ('agent_saved', 'agent_removed')) "
      "UNION SELECT conversation FROM label WHERE EXISTS (SELECT 1 FROM journal WHERE sequence > :after4 "
      "AND kind IN ('agent_saved', 'agent_removed'))";

// A conversation that we began ourselves is owed an answer only from the visitor's first message on: there the first
// touch is looked up.
inline constexpr std::string_view selectFacts
    = "SELECT id, first_inbound_at, left_ai_at, top_at, answered_at, "
      "CASE WHEN top_answered_at < first_inbound_at THEN (SELECT min(m.at) FROM message AS m WHERE m.conversation = "
      "c.id "
      "AND m.author = 'agent' AND m.internal_note = 0 AND m.at >= max(c.first_inbound_at, c.left_ai_at, c.top_at)) "
      "ELSE top_answered_at END, closed_at, qualified_at, outcome_value, first_queue, first_tier, tier, answered_by, "
      "first_version, top_version, channel, origin, outcome, tier_rank, "
      "CASE WHEN top_at IS NOT NULL THEN (SELECT v.value ->> '$' FROM context_value AS v WHERE v.conversation = c.id "
      "AND v.attribute = 'page.source') END, "
      "CASE WHEN top_at IS NOT NULL OR outcome = 'converted' THEN coalesce((SELECT 'contact ' || contact FROM "
      "contact_visitor AS known WHERE known.visitor = c.visitor), 'visitor ' || c.visitor) END, "
      "CASE WHEN closed_at IS NOT NULL THEN (SELECT v.value ->> '$' FROM context_value AS v WHERE v.conversation = "
      "c.id "
      "AND v.attribute = 'truth.tier') END, opened_at, decided_version, message_count FROM conversation AS c ";
using FactsRows = Rows<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer, Real, Text, Text, Text,
                       Text, Integer, Integer, Text, Text, Text, Integer, Text, Text, Text, Integer, Integer, Integer>;

// Who says which tier it should have had, the one that counts last. A label comes from the review, so one of a person who
// is no longer there counts as a lead's.
inline constexpr std::string_view selectTruths
    = "SELECT conversation, tier, by_lead, corrected FROM ("
      "SELECT c.conversation, c.after AS tier, coalesce(a.details ->> '$.role' IN ('lead', 'supervisor'), 0) AS "
      "by_lead, "
      "1 AS corrected, c.at FROM correction AS c LEFT JOIN agent AS a ON a.id = c.corrected_by "
      "WHERE c.subject = 'tier' AND c.reason <> '' UNION ALL "
      "SELECT l.conversation, l.tier, coalesce(a.details ->> '$.role' IN ('lead', 'supervisor'), 1), 0, l.at "
      "FROM label AS l LEFT JOIN agent AS a ON a.id = l.labelled_by WHERE l.alert = 0 AND l.trigger_id = '' "
      "AND l.tier <> '' AND l.verdict <> 'unsure' AND l.second = 0) ";
using TruthRows = Rows<Integer, Text, Integer, Integer>;

inline constexpr std::string_view selectAlertFacts
    = "SELECT a.sequence, a.conversation, a.at, a.acknowledged_at, (SELECT min(m.at) FROM message AS m WHERE "
      "m.conversation = a.conversation AND m.author = 'agent' AND m.internal_note = 0 AND m.at >= a.at "
      "AND (a.owner = '' OR m.agent = a.owner)), a.ended_at, a.alert, a.owner, a.tier, c.first_queue, "
      "a.rulebook_version, c.channel, c.origin, a.held_back, "
      "a.ended_at IS NOT NULL AND a.ended_by = '' AND a.end_reason <> 'The conversation was closed', "
      "coalesce(c.answered_at < a.at, 0) FROM alert AS a JOIN conversation AS c ON c.id = a.conversation "
      "WHERE a.alert <> 'follow_up' ";
using AlertFactsRows = Rows<Integer, Integer, Integer, Integer, Integer, Integer, Text, Text, Text, Text, Integer, Text,
                            Text, Text, Integer, Integer>;

// First labels of alerts, the one that counts last.
inline constexpr std::string_view selectVerdicts = "SELECT l.alert, l.verdict FROM label "
                                                   "AS l LEFT JOIN agent AS a ON a.id = l.labelled_by "
                                                   "WHERE l.second = 0 AND l.alert <> 0 ";
inline constexpr std::string_view verdictOrder = "ORDER BY l.conversation, l.alert, l.trigger_id, coalesce(a.details "
                                                 "->> '$.role' IN ('lead', 'supervisor'), 1), l.at";
using VerdictRows = Rows<Integer, Text>;

// First labels of what was drawn without an alert, the one that counts last.
inline constexpr std::string_view selectSilent
    = "SELECT l.conversation, l.trigger_id, c.channel, c.origin, l.verdict, l.at, l.draw FROM label AS l "
      "JOIN conversation AS c ON c.id = l.conversation LEFT JOIN agent AS a ON a.id = l.labelled_by "
      "WHERE l.draw <> '' AND l.second = 0 ORDER BY l.conversation, l.trigger_id, "
      "coalesce(a.details ->> '$.role' IN ('lead', 'supervisor'), 1), l.at";
using SilentRows = Rows<Integer, Text, Text, Text, Text, Integer, Text>;

// What a rulebook says of tiers, queues and opening times.
inline constexpr std::string_view selectTierRanks
    = "SELECT tier.value ->> '$.id', tier.key FROM rulebook_version, json_each(document, '$.tiers') AS tier "
      "WHERE version > :after ORDER BY version";
inline constexpr std::string_view selectQueueSchedules
    = "SELECT version, queue.value ->> '$.id', coalesce(queue.value ->> '$.schedule', '') FROM rulebook_version, "
      "json_each(document, '$.queues') AS queue WHERE version > :after";
inline constexpr std::string_view selectOpenTimes
    = "SELECT version, schedule.key, open.value ->> '$[0]', open.value ->> '$[1]' FROM rulebook_version, "
      "json_each(CASE WHEN json_valid(open_intervals) THEN open_intervals ELSE '{}' END) AS schedule, "
      "json_each(schedule.value) AS open WHERE version > :after ORDER BY version, schedule.key, open.key";

}
