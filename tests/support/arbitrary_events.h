#pragma once

#include "model/journal/events.h"

#include <rapidcheck.h>

// Events of every kind with the oddest contents that are still allowed. Generators of RapidCheck.
namespace signalbox::arbitrary {

inline rc::Gen<std::string> text()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "", "a", "Z", " ", "\"", "\\", "/", "~", "\n", "\t", std::string(1, '\0'), "\x1F", "\x7F", "\xC3\xA9",
            "\xE2\x82\xAC", "\xF0\x9F\x9A\x82", "\xE2\x80\xAE", "\xEF\xBF\xBD", "<script>", "{{x}}", "null", "1e999")),
        [](const std::vector<std::string>& parts) {
            std::string all;
            for (const std::string& part : parts)
                all += part;
            return all;
        });
}

template <class IdType>
rc::Gen<IdType> id()
{
    return rc::gen::map(text(), [](std::string value) { return IdType{std::move(value)}; });
}
inline rc::Gen<Instant> instant()
{
    return rc::gen::map(rc::gen::arbitrary<std::int64_t>(), [](std::int64_t value) { return fromMicroseconds(value); });
}
inline double number()
{
    return *rc::gen::oneOf(rc::gen::arbitrary<double>(),
                           rc::gen::element(0.0, -0.0, 1e300, -5e-324, 1.0 / 3, 9007199254740993.0));
}
inline int small() { return *rc::gen::arbitrary<int>(); }
inline bool flag() { return *rc::gen::arbitrary<bool>(); }
template <class Enum>
Enum word(int count)
{
    return static_cast<Enum>(*rc::gen::inRange(0, count));
}

template <class Make>
auto several(Make make)
{
    std::vector<decltype(make())> made(std::size_t(*rc::gen::inRange(0, 4)));
    for (auto& entry : made)
        entry = make();
    return made;
}
template <class Make>
auto perhaps(Make make)
{
    return flag() ? std::optional(make()) : std::nullopt;
}

inline std::string aText() { return *text(); }
inline Instant aTime() { return *instant(); }
template <class IdType>
IdType anId()
{
    return *id<IdType>();
}

inline Value value()
{
    switch (*rc::gen::inRange(0, 5)) {
    case 0:
        return aText();
    case 1:
        return number();
    case 2:
        return flag();
    case 3:
        return makeStringSet(several(aText));
    default:
        return aTime();
    }
}

inline Action action()
{
    const auto target = [] { return flag() ? Target{aText(), ""} : Target{"", aText() + "x"}; };
    switch (*rc::gen::inRange(0, int(std::variant_size_v<Action>))) {
    case 0:
        return AnswerWithAi{number(), anId<QueueId>()};
    case 1:
        return KeepWithAi{};
    case 2:
        return TransferToQueue{target()};
    case 3:
        return TransferToAgent{target(), anId<QueueId>()};
    case 4:
        return TransferToLastAgent{anId<QueueId>()};
    case 5:
        return SendMessage{aText()};
    case 6:
        return SetTier{anId<TierId>()};
    case 7:
        return AddTag{aText()};
    case 8:
        return RequireSkill{{anId<SkillId>(), small()}};
    case 9:
        return SetResponseTarget{seconds{small()}};
    case 10:
        return RaiseAlert{anId<AlertId>()};
    case 11:
        return FollowUp{seconds{small()}, aText(), aText()};
    default:
        return CallWebhook{aText()};
    }
}

inline Decision decision()
{
    Decision made;
    made.conversation = anId<ConversationId>();
    made.at = aTime();
    made.rulebookVersion = small();
    for (const std::string& attribute : several(aText))
        made.snapshot[attribute] = value();
    made.policy = perhaps(anId<PolicyId>);
    made.byException = flag();
    made.actions = several(action);
    made.tier = anId<TierId>();
    made.tierRank = small();
    made.intentScore = number();
    made.signalShares = several([] { return SignalShare{anId<SignalId>(), aText(), number(), aTime(), word<Score>(4)}; });
    made.qualification = several([] {
        return CriterionResult{anId<CriterionId>(), aText(), word<CriterionState>(3), flag(), aText(), aText()};
    });
    made.requiredSkills = several([] { return Skill{anId<SkillId>(), small()}; });
    made.responseTarget = perhaps([] { return seconds{small()}; });
    made.tierBefore = perhaps([] { return TierHeld{anId<TierId>(), aTime()}; });
    made.sentTo = several(anId<QueueId>);
    made.stoppedTransfer = perhaps(anId<QueueId>);
    return made;
}

inline Message message()
{
    return {anId<MessageId>(), small(), word<Author>(4),
            anId<AgentId>(),   aText(), aText(),
            aTime(),           flag(),  several([] { return Citation{aText(), aText()}; })};
}
inline Owner owner() { return {word<OwnerKind>(4), anId<QueueId>(), anId<AgentId>()}; }
inline RoundCost roundCost() { return {small(), small(), small(), small()}; }
inline Offer offer()
{
    return {anId<OfferId>(), anId<ConversationId>(),
            anId<AgentId>(), aTime(),
            aTime(),         several([] { return CandidateReason{anId<AgentId>(), flag(), aText()}; }),
            perhaps([] { return OfferRound{small(), roundCost(), small(), roundCost()}; })};
}
inline Agent agent()
{
    Agent made{anId<AgentId>(),
               aText(),
               word<Role>(3),
               aText(),
               several([] {
                   return Skill{anId<SkillId>(), small()};
               }),
               several(anId<QueueId>),
               small(),
               {}};
    for (const std::string& channel : several(aText))
        made.channelWeights[channel] = number();
    made.languages = several(aText);
    made.territories = several(aText);
    made.productLines = several(aText);
    made.leastDeal = perhaps(number);
    made.mostDeal = perhaps(number);
    made.schedule = anId<ScheduleId>();
    made.leave = several([] { return Leave{aTime(), aTime()}; });
    return made;
}
inline ContextChange contextChange() { return {aText(), perhaps(value), aText(), perhaps(aTime)}; }

inline Contact contact()
{
    return {anId<ContactId>(), aText(), aText(), several(aText), several(aText)};
}
inline DeskSettings deskSettings()
{
    return {int(small()), std::chrono::seconds(small()),
            several([] { return PresenceState{aText(), aText(), word<Presence>(4)}; }),
            several([] { return CannedReply{aText(), aText(), aText()}; }),
            {aText(), aText(), aText(), aText(), {{aText(), aText()}}}};
}
inline EventPayload anyAlertPayload(const ConversationId& conversation)
{
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        return AlertAcknowledged{conversation, small(), anId<AgentId>()};
    case 1:
        return AlertSnoozed{conversation, small(), anId<AgentId>(), perhaps(aTime)};
    case 2:
        return AlertHandedOn{conversation, small(), anId<AgentId>(), anId<AgentId>(), aText()};
    case 3:
        return AlertEnded{conversation, small(), anId<AgentId>(), aText()};
    case 4:
        return AlertDelivered{conversation, small(), word<AlertWay>(3), aText()};
    default:
        return LabelGiven{{conversation, small(), anId<AlertId>(), perhaps([] { return word<Verdict>(3); }), anId<TierId>(),
                           aText(), anId<AgentId>(), flag(), {}, perhaps([] {
                               return Draw{aTime(), word<SilentKind>(4), {{word<SilentKind>(4), word<Channel>(4), small()}}};
                           })}};
    }
}
inline EventPayload anyHandlingPayload(const ConversationId& conversation)
{
    switch (*rc::gen::inRange(0, 19)) {
    case 0:
        return ConversationReopened{conversation, anId<AgentId>(), owner()};
    case 1:
        return ConversationHeld{conversation, anId<AgentId>(), perhaps(aTime)};
    case 2:
        return HoldEnded{conversation, aText()};
    case 3:
        return AgentInvited{conversation, anId<AgentId>(), anId<AgentId>()};
    case 4:
        return InvitedLeft{conversation, anId<AgentId>()};
    case 5:
        return HandRaised{conversation, anId<AgentId>(), flag(), aText()};
    case 6:
        return ConversationCorrected{conversation, anId<AgentId>(), aText(), aText(), aText(), aText(), int(small())};
    case 7:
        return MessagesReached{conversation, small(), small()};
    case 8:
        return FollowUpEnded{conversation, aTime(), anId<AgentId>(), flag()};
    case 9:
        return VisitorLinked{anId<VisitorId>(), contact(), aText()};
    case 10:
        return VisitorUnlinked{anId<VisitorId>(), anId<ContactId>(), anId<AgentId>()};
    case 11:
        return ContactErased{anId<ContactId>(), several(anId<ConversationId>), anId<AgentId>()};
    case 12:
        return DeskSettingsSaved{deskSettings()};
    default:
        return anyAlertPayload(conversation);
    }
}

inline EventPayload anyPayload()
{
    const auto conversation = anId<ConversationId>();
    switch (*rc::gen::inRange(0, int(std::variant_size_v<EventPayload>))) {
    case 0:
        return ConversationOpened{conversation, anId<VisitorId>(), aText(), word<Channel>(4), word<Origin>(3), flag()};
    case 1:
        return MessageAdded{conversation, message()};
    case 2:
        return ContextChanged{conversation, several(contextChange)};
    case 3:
        return SignalObserved{conversation, anId<SignalId>()};
    case 4:
        return DecisionMade{decision()};
    case 5:
        return OwnerChanged{conversation, owner(), owner(), aText(), perhaps(aTime), perhaps(aTime)};
    case 6:
        return AnswerOwed{conversation, perhaps(aTime), perhaps(aTime)};
    case 7:
        return OfferMade{offer()};
    case 8:
        return OfferEnded{anId<OfferId>(), conversation, anId<AgentId>(), word<OfferOutcome>(4), aText()};
    case 9:
        return ConversationClosed{conversation, anId<AgentId>(), aText(), perhaps(number)};
    case 10:
        return AlertRaised{conversation,
                           anId<AlertId>(),
                           aText(),
                           anId<AgentId>(),
                           aText(),
                           word<HeldBack>(6),
                           {word<AlertWay>(3)},
                           3,
                           anId<TierId>(),
                           2,
                           aText(),
                           perhaps(number),
                           anId<PolicyId>()};
    case 11:
        return FollowUpSet{conversation, aTime(), aText(), aText(), anId<PolicyId>(), anId<AgentId>()};
    case 12:
        return PresenceChanged{anId<AgentId>(), word<Presence>(4), aText(), perhaps(aTime), aText()};
    case 13:
        return AgentSaved{agent()};
    case 14:
        return AgentRemoved{anId<AgentId>()};
    case 15:
        return RulebookPublished{small(), aText(), aText(), aText(), aText()};
    case 16:
        return FaqSaved{{anId<FaqId>(), aText(), aText(), several(aText)}};
    case 17:
        return FaqRemoved{anId<FaqId>()};
    case 18:
        return ProfileSaved{{aText(), aText(), several([] { return ProfileFact{aText(), aText()}; })}};
    case 19:
        return WebsiteChannelSaved{{flag(), aText(), aText(), aText(), several(aText)}};
    case 20:
        return PracticeSwitched{flag()};
    default:
        return anyHandlingPayload(conversation);
    }
}

inline rc::Gen<EventPayload> payload() { return rc::gen::exec(anyPayload); }

}

namespace rc {
template <>
struct Arbitrary<signalbox::EventPayload> {
    static Gen<signalbox::EventPayload> arbitrary() { return signalbox::arbitrary::payload(); }
};
}

namespace signalbox {
// RapidCheck prints what failed.
inline void showValue(const EventPayload& payload, std::ostream& stream)
{
    stream << "event of kind " << payload.index();
}
}
