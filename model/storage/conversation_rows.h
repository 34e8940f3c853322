#pragma once

#include "model/domain/conversation.h"
#include "model/domain/offer.h"
#include "model/journal/events_json.h"
#include "model/storage/projector.h"
#include "model/storage/statement.h"

#include <vector>

// How conversations, messages and offers stand in their tables.
namespace signalbox::storage {

template <class Enum>
Enum wordIn(const Text& text)
{
    if (const auto word = fromName<Enum>(text))
        return *word;
    throw Refusal("The workspace holds the word \"" + text + "\", which this Signalbox does not know. Check the file.");
}

template <class T>
T jsonIn(const Text& text)
{
    auto value = fromJsonText<T>(text);
    if (!value)
        throw Refusal("The workspace holds a value that cannot be read: " + value.error().message);
    return std::move(*value);
}

inline constexpr std::string_view selectConversation
    = "SELECT id, visitor, visitor_name, company, channel, origin, offerable, owner_kind, owner_queue, owner_agent, "
      "offered_to, tier, tier_rank, intent, intent_score, deal_size, tags, policy, opened_at, last_message_at, "
      "waiting_since, answer_by, closed_at, outcome, last_author, last_text, message_count, outcome_value, held, "
      "held_until, hand_raised_by, hand_note, invited, tier_by_hand, delivered_up_to, read_up_to FROM conversation ";
using ConversationRows
    = Rows<Integer, Text, Text, Text, Text, Text, Integer, Text, Text, Text, Text, Text, Integer, Text, Real, Real,
           Text, Text, Integer, Integer, Integer, Integer, Integer, Text, Text, Text, Integer, Real, Integer, Integer,
           Text, Text, Text, Integer, Integer, Integer>;
Conversation conversationIn(const ConversationRows& row);

inline constexpr std::string_view selectMessage
    = "SELECT id, sequence, author, agent, author_name, text, at, internal_note, citations, "
      "attachments, mentions FROM message ";
using MessageRows = Rows<Text, Integer, Text, Text, Text, Text, Integer, Integer, Text, Text, Text>;
Message messageIn(const MessageRows& row);

inline constexpr std::string_view selectOffer
    = "SELECT id, conversation, agent, made_at, lapses_at, candidates FROM offer ";
using OfferRows = Rows<Text, Integer, Text, Integer, Integer, Text>;
Offer offerIn(const OfferRows& row);

}
