#pragma once

#include "model/journal/event_fields.h"

// What becomes of alerts, and what people say of them.
namespace signalbox {

void fields(auto& archive, Of<AlertRaised> auto& event)
{
    archive("conversation", event.conversation);
    archive("alert", event.alert);
    archive("text", event.text);
    archive.later("owner", event.owner);
    archive.later("owner_reason", event.ownerReason);
    archive.later("held_back", event.heldBack);
    archive.later("ways", event.ways);
    archive.later("rulebook_version", event.rulebookVersion);
    archive.later("tier", event.tier);
    archive.later("tier_rank", event.tierRank);
    archive.later("measure", event.measure);
    archive.later("score", event.score);
    archive.later("policy", event.policy);
}
void fields(auto& archive, Of<AlertAcknowledged> auto& event)
{
    archive("conversation", event.conversation);
    archive("alert", event.alert);
    archive("by", event.by);
}
void fields(auto& archive, Of<AlertSnoozed> auto& event)
{
    archive("conversation", event.conversation);
    archive("alert", event.alert);
    archive("by", event.by);
    archive("until", event.until);
}
void fields(auto& archive, Of<AlertHandedOn> auto& event)
{
    archive("conversation", event.conversation);
    archive("alert", event.alert);
    archive("by", event.by);
    archive("to", event.to);
    archive("reason", event.reason);
}
void fields(auto& archive, Of<AlertEnded> auto& event)
{
    archive("conversation", event.conversation);
    archive("alert", event.alert);
    archive("by", event.by);
    archive("reason", event.reason);
}
void fields(auto& archive, Of<AlertDelivered> auto& event)
{
    archive("conversation", event.conversation);
    archive("alert", event.alert);
    archive("way", event.way);
    archive("error", event.error);
}
void fields(auto& archive, Of<SilentCount> auto& count)
{
    archive("kind", count.kind);
    archive("channel", count.channel);
    archive("conversations", count.conversations);
}
void fields(auto& archive, Of<Draw> auto& draw)
{
    archive("since", draw.since);
    archive("kind", draw.kind);
    archive("from", draw.from);
}
void fields(auto& archive, Of<LabelGiven> auto& event)
{
    archive("conversation", event.label.conversation);
    archive("alert", event.label.alert);
    archive("trigger", event.label.trigger);
    archive("verdict", event.label.verdict);
    archive("tier", event.label.tier);
    archive("reason", event.label.reason);
    archive("by", event.label.by);
    archive("second", event.label.second);
    archive.later("draw", event.label.draw);
}

}
