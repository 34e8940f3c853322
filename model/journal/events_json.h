#pragma once

#include "model/domain/result.h"
#include "model/journal/events.h"

#include <string>
#include <string_view>

namespace signalbox {

// The name a kind of event has in the journal: "message_added".
std::string_view kindOf(const EventPayload& payload);
// The conversation an event belongs to; empty for the workspace's own events.
ConversationId conversationOf(const EventPayload& payload);

// Always valid JSON: bytes that are not UTF-8 come out as U+FFFD. Reading it gives an equal payload.
std::string payloadToJson(const EventPayload& payload);
// The same, but bytes that are not UTF-8 are an error: what goes into the journal comes out as it was.
Result<std::string> payloadToStrictJson(const EventPayload& payload);
// Errors: an unknown kind (a newer program wrote it), or a payload that does not fit its kind.
Result<EventPayload> payloadFromJson(std::string_view kind, std::string_view json);

// The same form for parts of events that a projection keeps as they are.
std::string toJsonText(const Value& value);
std::string toJsonText(const std::vector<std::string>& texts);
std::string toJsonText(const std::vector<Citation>& citations);
std::string toJsonText(const std::vector<CandidateReason>& candidates);
std::string toJsonText(const Agent& agent);
std::string toJsonText(const CompanyProfile& profile);
std::string toJsonText(const WebsiteChannel& channel);
std::string toJsonText(const std::vector<Attachment>& attachments);
std::string toJsonText(const std::vector<AgentId>& agents);
std::string toJsonText(const DeskSettings& settings);
std::string toJsonText(const Contact& contact);
std::string toJsonText(const std::vector<AlertWay>& ways);
std::string toJsonText(const Draw& draw);

template <class T>
Result<T> fromJsonText(std::string_view json);   // for the types above

}
