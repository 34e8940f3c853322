#include "model/journal/events_json.h"

#include "model/journal/json_read.h"
#include "model/journal/json_write.h"

#include <algorithm>

namespace signalbox {
namespace {

using journal_json::Json;

// In the order of EventPayload's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<EventPayload>> kinds{
    "conversation_opened", "message_added", "context_changed",  "signal_observed", "decision_made",
    "owner_changed",       "answer_owed",   "offer_made",       "offer_ended",     "conversation_closed",
    "alert_raised",        "follow_up_set", "presence_changed", "agent_saved",     "agent_removed",
    "rulebook_published",  "faq_saved",     "faq_removed",      "profile_saved",   "website_channel_saved",
    "practice_switched",   "conversation_reopened", "conversation_held", "hold_ended",
    "agent_invited",       "invited_left",  "hand_raised",      "conversation_corrected", "messages_reached",
    "follow_up_ended",     "visitor_linked", "visitor_unlinked", "contact_erased",   "desk_settings_saved",
    "alert_acknowledged",  "alert_snoozed", "alert_handed_on",  "alert_ended",     "alert_delivered",
    "label_given"};

template <std::size_t Index>
void readPayload(journal_json::Reading& reading, const Json& json, EventPayload& payload)
{
    fromJson(reading, json, payload.emplace<Index>());
}

template <std::size_t... Index>
constexpr auto payloadReaders(std::index_sequence<Index...>)
{
    return std::array{&readPayload<Index>...};
}

// Parses and reads in one go; `read` gets the reading and the document.
template <class T, class Read>
Result<T> parseAs(std::string_view json, Read read)
{
    const Json document = Json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded())
        return failure("This is not valid JSON.");
    T value;
    journal_json::Reading reading;
    read(reading, document, value);
    if (reading.error())
        return tl::unexpected(*reading.error());
    return value;
}

template <class T>
Result<T> parse(std::string_view json)
{
    return parseAs<T>(
        json, [](auto& reading, const Json& document, T& value) { journal_json::fromJson(reading, document, value); });
}

Json documentOf(const EventPayload& payload)
{
    return std::visit([](const auto& event) { return journal_json::toJson(event); }, payload);
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}

std::string_view kindOf(const EventPayload& payload) { return kinds[payload.index()]; }

ConversationId conversationOf(const EventPayload& payload)
{
    return std::visit(
        [](const auto& event) -> ConversationId {
            if constexpr (requires { event.conversation; })
                return event.conversation;
            else if constexpr (requires { event.decision; })
                return event.decision.conversation;
            else if constexpr (requires { event.label.conversation; })
                return event.label.conversation;
            else if constexpr (requires { event.offer.conversation; })
                return event.offer.conversation;
            else
                return {};
        },
        payload);
}

std::string payloadToJson(const EventPayload& payload) { return dump(documentOf(payload)); }

Result<std::string> payloadToStrictJson(const EventPayload& payload)
{
    try {
        return documentOf(payload).dump();
    } catch (const Json::type_error&) {
        return failure("A text in the event \"" + std::string(kindOf(payload)) + "\" is not valid UTF-8.");
    }
}

Result<EventPayload> payloadFromJson(std::string_view kind, std::string_view json)
{
    static constexpr auto readers = payloadReaders(std::make_index_sequence<kinds.size()>());
    const auto known = std::ranges::find(kinds, kind);
    if (known == kinds.end())
        return failure("The event \"" + std::string(kind) + "\" is not known to this version of Signalbox. Update it.");
    return parseAs<EventPayload>(json, readers[std::size_t(known - kinds.begin())]);
}

std::string toJsonText(const Value& value) { return dump(journal_json::toJson(value)); }
std::string toJsonText(const std::vector<std::string>& texts) { return dump(journal_json::toJson(texts)); }
std::string toJsonText(const std::vector<Citation>& citations) { return dump(journal_json::toJson(citations)); }
std::string toJsonText(const std::vector<CandidateReason>& candidates)
{
    return dump(journal_json::toJson(candidates));
}
std::string toJsonText(const Agent& agent) { return dump(journal_json::toJson(agent)); }
std::string toJsonText(const CompanyProfile& profile) { return dump(journal_json::toJson(profile)); }
std::string toJsonText(const WebsiteChannel& channel) { return dump(journal_json::toJson(channel)); }
std::string toJsonText(const std::vector<Attachment>& attachments) { return dump(journal_json::toJson(attachments)); }
std::string toJsonText(const std::vector<AgentId>& agents) { return dump(journal_json::toJson(agents)); }
std::string toJsonText(const Contact& contact) { return dump(journal_json::toJson(contact)); }
std::string toJsonText(const std::vector<AlertWay>& ways) { return dump(journal_json::toJson(ways)); }
std::string toJsonText(const Draw& draw) { return dump(journal_json::toJson(draw)); }
std::string toJsonText(const DeskSettings& settings) { return dump(journal_json::toJson(settings)); }

template <class T>
Result<T> fromJsonText(std::string_view json)
{
    return parse<T>(json);
}

template Result<Value> fromJsonText(std::string_view);
template Result<std::vector<std::string>> fromJsonText(std::string_view);
template Result<std::vector<Citation>> fromJsonText(std::string_view);
template Result<std::vector<CandidateReason>> fromJsonText(std::string_view);
template Result<Agent> fromJsonText(std::string_view);
template Result<CompanyProfile> fromJsonText(std::string_view);
template Result<WebsiteChannel> fromJsonText(std::string_view);
template Result<std::vector<Attachment>> fromJsonText(std::string_view);
template Result<std::vector<AgentId>> fromJsonText(std::string_view);
template Result<DeskSettings> fromJsonText(std::string_view);
template Result<std::vector<AlertWay>> fromJsonText(std::string_view);
template Result<Draw> fromJsonText(std::string_view);

}
