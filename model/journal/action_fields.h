#pragma once

#include "model/journal/event_fields.h"

#include <array>
#include <string_view>

// The actions of a decision, in the rulebook's own words.
namespace signalbox {

// In the order of Action's alternatives.
inline constexpr std::array<std::string_view, std::variant_size_v<Action>> actionTypes{
    "answer_with_ai", "keep_with_ai", "transfer_to_queue", "transfer_to_agent", "transfer_to_last_agent",
    "send_message",   "set_tier",     "add_tag",           "require_skill",     "set_response_target",
    "raise_alert",    "follow_up",    "call_webhook"};

void fields(auto& archive, Of<AnswerWithAi> auto& action)
{
    archive("min_score", action.minScore);
    archive("fallback_queue", action.fallbackQueue);
}
void fields(auto&, Of<KeepWithAi> auto&) { }
void fields(auto& archive, Of<TransferToQueue> auto& action) { archive("queue", action.queue); }
void fields(auto& archive, Of<TransferToAgent> auto& action)
{
    archive("agent", action.agent);
    archive("fallback_queue", action.fallbackQueue);
}
void fields(auto& archive, Of<TransferToLastAgent> auto& action) { archive("fallback_queue", action.fallbackQueue); }
void fields(auto& archive, Of<SendMessage> auto& action) { archive("text", action.text); }
void fields(auto& archive, Of<SetTier> auto& action) { archive("tier", action.tier); }
void fields(auto& archive, Of<AddTag> auto& action) { archive("tag", action.tag); }
void fields(auto& archive, Of<RequireSkill> auto& action)
{
    archive("skill", action.skill.id);
    archive("level", action.skill.level);
}
void fields(auto& archive, Of<SetResponseTarget> auto& action) { archive("seconds", action.target); }
void fields(auto& archive, Of<RaiseAlert> auto& action) { archive("alert", action.alert); }
void fields(auto& archive, Of<FollowUp> auto& action)
{
    archive("after_seconds", action.after);
    archive("owner", action.owner);
    archive("note", action.note);
}
void fields(auto& archive, Of<CallWebhook> auto& action) { archive("webhook", action.webhook); }

struct AnyArchive { };
// A type that lists its fields.
template <class T>
concept Fielded = requires(AnyArchive& archive, T& value)
{
    fields(archive, value);
};

}
