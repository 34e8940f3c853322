#pragma once

#include "model/storage/alert_projector.h"
#include "model/storage/contact_projector.h"
#include "model/storage/handling_projector.h"
#include "model/storage/statement.h"
#include "model/storage/workspace_projector.h"

namespace signalbox::storage {

// The statements that bring a conversation's projections up to date, prepared once.
struct ProjectorStatements {
    explicit ProjectorStatements(soci::session& theSession) : session(theSession) { }

    soci::session& session;
    WorkspaceProjector workspace{session};
    HandlingProjector handling{session};
    ContactProjector contacts{session};
    AlertProjector alerts{session};

    Change<Integer, Text, Text, Text, Text, Integer, Integer, Integer> open{
        session,
        "INSERT INTO conversation (id, visitor, visitor_name, channel, origin, offerable, opened_at, last_message_at) "
        "VALUES (:id, :visitor, :name, :channel, :origin, :offerable, :opened, :last)"};

    // A message that is not the next one changes no row.
    Change<Integer, Integer, Text, Text, Integer, Integer, Text, Integer, Integer, Integer, Integer> countMessage{
        session,
        "UPDATE conversation SET message_count = :sequence, last_message_at = :at, last_author = :author, "
        "last_text = :text, first_inbound_at = coalesce(first_inbound_at, :inbound), "
        "answered_by = CASE WHEN answered_at IS NULL AND left_ai_at IS NOT NULL AND :by_person IS NOT NULL "
        "THEN :agent ELSE answered_by END, "
        "answered_at = CASE WHEN left_ai_at IS NOT NULL THEN coalesce(answered_at, :answered) END, "
        "top_answered_at = CASE WHEN left_ai_at IS NOT NULL AND top_at IS NOT NULL "
        "THEN coalesce(top_answered_at, :top_answered) END WHERE id = :id AND message_count = :before"};
    Change<Integer, Integer, Integer> countNote{
        session, "UPDATE conversation SET message_count = :sequence WHERE id = :id AND message_count = :before"};
    Change<Text, Integer, Integer, Text, Text, Text, Text, Integer, Integer, Text, Text, Text> addMessage{
        session,
        "INSERT INTO message (id, conversation, sequence, author, agent, author_name, text, at, internal_note, "
        "citations, attachments, mentions) VALUES (:id, :conversation, :sequence, :author, :agent, :name, :text, :at, "
        ":note, :citations, :attachments, :mentions)"};

    Change<Integer, Text, Text, Text, Integer, Integer> setContext{
        session,
        "INSERT INTO context_value (conversation, attribute, value, source, at, expires_at) "
        "VALUES (:conversation, :attribute, :value, :source, :at, :expires) "
        "ON CONFLICT (conversation, attribute) DO UPDATE SET value = excluded.value, source = excluded.source, "
        "at = excluded.at, expires_at = excluded.expires_at"};
    Change<Integer, Text> removeContext{
        session, "DELETE FROM context_value WHERE conversation = :conversation AND attribute = :attribute"};
    Change<Text, Integer> setVisitorName{session, "UPDATE conversation SET visitor_name = :name WHERE id = :id"};
    Change<Text, Integer> setCompany{session, "UPDATE conversation SET company = :company WHERE id = :id"};
    Change<Text, Integer> setIntent{session, "UPDATE conversation SET intent = :intent WHERE id = :id"};
    Change<Text, Integer, Integer> setImportedIntent{
        // what the AI found out comes first
        session,
        "UPDATE conversation SET intent = :intent WHERE id = :id AND NOT EXISTS (SELECT 1 FROM context_value "
        "WHERE conversation = :conversation AND attribute = 'ai.intent')"};
    Change<Real, Integer> setDealSize{session, "UPDATE conversation SET deal_size = :size WHERE id = :id"};
    Change<Text, Integer> setTags{session, "UPDATE conversation SET tags = :tags WHERE id = :id"};

    Change<Integer, Text, Integer> observe{
        session,
        "INSERT INTO signal_observed (conversation, signal, at) VALUES (:conversation, :signal, :at) "
        "ON CONFLICT (conversation, signal) DO UPDATE SET at = excluded.at"};

    Change<Text, Integer, Real, Integer, Integer, Integer, Integer, Integer, Text, Integer> decideRow{
        session,
        "UPDATE conversation SET tier = CASE tier_by_hand WHEN 0 THEN :tier ELSE tier END, "
        "tier_rank = CASE tier_by_hand WHEN 0 THEN :rank ELSE tier_rank END, intent_score = :score, "
        "decided_version = :decided, top_version = CASE WHEN top_at IS NULL AND :is_top IS NOT NULL THEN :top_version "
        "ELSE top_version END, top_at = coalesce(top_at, :top_at), qualified_at = coalesce(qualified_at, :qualified), "
        "policy = CASE owner_kind WHEN 'agent' THEN policy ELSE :policy END WHERE id = :id"};
    Change<Integer, Integer, Integer, Integer, Text, Text> addDecision{
        session,
        "INSERT INTO decision (sequence, conversation, at, rulebook_version, policy, tier) "
        "VALUES (:sequence, :conversation, :at, :version, :policy, :tier)"};

    // Compare-and-set: changes no row when the owner is another one.
    Change<Text, Text, Text, Text, Integer, Integer, Integer, Text, Integer, Integer, Text, Text, Text> changeOwner{
        session,
        "UPDATE conversation SET owner_kind = :kind, owner_queue = :queue, owner_agent = :agent, "
        "owner_reason = :reason, waiting_since = :since, answer_by = :answer_by, "
        "queued_sequence = coalesce(:queued, queued_sequence), "
        "first_queue = CASE WHEN left_ai_at IS NULL THEN :first_queue ELSE first_queue END, "
        "first_tier = CASE WHEN left_ai_at IS NULL THEN tier ELSE first_tier END, "
        "first_version = CASE WHEN left_ai_at IS NULL THEN decided_version ELSE first_version END, "
        "left_ai_at = coalesce(left_ai_at, :left) WHERE id = :id AND closed_at IS NULL "
        "AND owner_kind = :from_kind AND owner_queue = :from_queue AND owner_agent = :from_agent"};
    Change<Integer, Integer, Integer> owe{
        session, "UPDATE conversation SET waiting_since = :since, answer_by = :answer_by WHERE id = :id"};

    Change<Text, Integer, Integer, Text, Integer, Integer, Text> addOffer{
        session,
        "INSERT INTO offer (id, sequence, conversation, agent, made_at, lapses_at, candidates) "
        "VALUES (:id, :sequence, :conversation, :agent, :made, :lapses, :candidates)"};
    Change<Text, Integer> showOffer{session, "UPDATE conversation SET offered_to = :agent WHERE id = :id"};
    Change<Text, Integer, Text, Text, Integer> endOffer{
        session,
        "UPDATE offer SET outcome = :outcome, ended_at = :at, reason = :reason "
        "WHERE id = :id AND conversation = :conversation AND outcome IS NULL"};

    Change<Integer, Text, Real, Integer> close{
        session,
        "UPDATE conversation SET closed_at = :at, outcome = :outcome, outcome_value = :value, held = 0, "
        "held_until = NULL, hand_raised_by = '', hand_note = '', invited = '[]', owner_kind = 'nobody', owner_queue = '', "
        "owner_agent = '', offered_to = '', waiting_since = NULL, answer_by = NULL "
        "WHERE id = :id AND closed_at IS NULL"};
    Change<Integer, Integer> endAlerts{session,
                                       "UPDATE alert SET ended_at = :at, end_reason = 'The conversation was closed', "
                                       "snoozed_until = NULL WHERE conversation = :id AND ended_at IS NULL"};
    Change<Integer, Integer, Integer, Text, Text> addFollowUp{
        session,
        "INSERT INTO follow_up (sequence, conversation, due, owner, note) "
        "VALUES (:sequence, :conversation, :due, :owner, :note)"};
};

}
