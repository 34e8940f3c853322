#pragma once

#include <compare>
#include <functional>
#include <string>

namespace signalbox {

// An identifier that cannot be passed where another kind is meant.
template <class Tag>
struct Id {
    std::string value;

    bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using ConversationId = Id<struct ConversationTag>;   // a decimal number, as shown: "4817"
using VisitorId = Id<struct VisitorTag>;             // opaque; never the visitor's secret
using MessageId = Id<struct MessageTag>;   // unique in the workspace; the sender's own id makes resends harmless
using AgentId = Id<struct AgentTag>;
using QueueId = Id<struct QueueTag>;
using TeamId = Id<struct TeamTag>;
using SkillId = Id<struct SkillTag>;
using TierId = Id<struct TierTag>;
using PolicyId = Id<struct PolicyTag>;
using PolicyGroupId = Id<struct PolicyGroupTag>;
using CaseId = Id<struct CaseTag>;
using SignalId = Id<struct SignalTag>;
using CriterionId = Id<struct CriterionTag>;
using AlertId = Id<struct AlertTag>;
using ScheduleId = Id<struct ScheduleTag>;
using OfferId = Id<struct OfferTag>;
using FaqId = Id<struct FaqTag>;
using AttachmentId = Id<struct AttachmentTag>;
using ContactId = Id<struct ContactTag>;

}

template <class Tag>
struct std::hash<signalbox::Id<Tag>> {
    std::size_t operator()(const signalbox::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
