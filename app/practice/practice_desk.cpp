#include "app/practice/practice_desk.h"

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox {
namespace {

constexpr std::array answers{"Thank you for writing. I am looking at it right now.",
                             "Yes, that is possible. Shall I put it into an offer for you?",
                             "I have looked it up for you: that works the way you describe it.",
                             "Let me make sure I have it right, then I send you the details.",
                             "That can be done this week. Is there anything else you need?"};
constexpr int quietBeforeClosing = 150;   // seconds since the last word

bool isPractice(const Conversation& conversation) { return conversation.origin == Origin::Practice; }

bool provedWorthIt(const Conversation& conversation)
{
    return conversation.outcome == "converted" || conversation.outcome == "qualified";
}

}

void PracticeDesk::follow(const ChangeSet& changes, Instant now)
{
    for (const AgentOnScreen& each : changes.agents)
        m_people[each.agent.id] = each.agent.role;
    for (const Conversation& conversation : changes.conversations)
        if (isPractice(conversation))
            meet(conversation, now);
    for (const Offer& offer : changes.offersMade)
        if (m_open.contains(offer.conversation))
            plan(now + m_chance.seconds(3, 25), AcceptOffer{offer.id, offer.agent});
    for (const Alert& alert : changes.alerts)
        learn(alert, now);
}

void PracticeDesk::meet(const Conversation& conversation, Instant now)
{
    if (!conversation.tier.empty())
        m_tiers[conversation.tierRank] = conversation.tier;
    if (conversation.closedAt) {
        if (m_open.erase(conversation.id) > 0)
            m_closed.push_back(conversation);
        return;
    }
    const auto [known, isNew] = m_open.try_emplace(conversation.id);
    m_met += isNew ? 1 : 0;
    Met& met = known->second;
    met.conversation = conversation;
    if (conversation.owner.kind != OwnerKind::Agent)
        return;
    if (!conversation.waitingSince)
        m_looks.emplace(now + m_chance.seconds(quietBeforeClosing, 400), Look{conversation.id, false});
    else if (!std::exchange(met.answering, true))
        m_looks.emplace(now + m_chance.seconds(10, 110), Look{conversation.id, true});
}

void PracticeDesk::learn(const Alert& alert, Instant now)
{
    m_alerts.insert_or_assign(alert.number, alert);
    if (!m_seen.insert(alert.number).second || !wasTold(alert.heldBack) || alert.trigger.value == reminderAlert || !m_chance.happens(0.75))
        return;
    plan(now + m_chance.seconds(15, 420), AcknowledgeAlert{alert.number, alert.owner.empty() ? someLead() : alert.owner});
}

AgentId PracticeDesk::someLead() const
{
    const auto lead = std::ranges::find_if(m_people, [](const auto& person) { return person.second != Role::Agent; });
    return lead == m_people.end() ? AgentId{} : lead->first;
}

// Whoever has it answers while somebody waits, and closes it once the visitor has nothing more to say.
std::optional<PracticeDesk::Act> PracticeDesk::toDo(const Look& look, Instant now)
{
    const auto met = m_open.find(look.conversation);
    if (met == m_open.end())
        return std::nullopt;
    const Conversation& conversation = met->second.conversation;
    if (look.toAnswer)
        met->second.answering = false;
    if (conversation.owner.kind != OwnerKind::Agent || look.toAnswer != conversation.waitingSince.has_value())
        return std::nullopt;
    if (!look.toAnswer)
        return now - conversation.lastMessageAt < seconds{quietBeforeClosing} ? std::nullopt
                                                                              : std::optional<Act>(closing(conversation));
    return SendReply{look.conversation, conversation.owner.agent,
                     {"practice-reply-" + look.conversation.value + "-" + std::to_string(++m_written)},
                     answers[m_chance.oneOf(answers.size())]};
}

std::vector<PracticeDesk::Act> PracticeDesk::play(Instant now)
{
    std::vector<Act> acts;
    for (; !m_due.empty() && m_due.begin()->first <= now; m_due.erase(m_due.begin()))
        acts.push_back(m_due.begin()->second);
    while (!m_looks.empty() && m_looks.begin()->first <= now) {
        const Look look = m_looks.begin()->second;
        m_looks.erase(m_looks.begin());
        if (auto act = toDo(look, now))
            acts.push_back(std::move(*act));
    }
    return acts;
}

CloseConversation PracticeDesk::closing(const Conversation& conversation)
{
    CloseConversation close{conversation.id, conversation.owner.agent, "resolved", {}};
    if (close.by.empty())
        close.by = someLead();
    const double deal = conversation.dealSize.value_or(conversation.company.empty() ? 0 : 7000);
    const double buys = conversation.dealSize ? 0.5 : conversation.company.empty() ? 0.01 : 0.12;
    const double chance = m_chance.share();
    if (chance < buys && deal > 0) {
        close.outcome = "converted";
        close.value = double(std::int64_t(deal * m_chance.between(0.4, 1)));
    } else if (chance < 1.7 * buys) {
        close.outcome = "qualified";
    } else if (conversation.waitingSince) {
        close.outcome = "no_answer";
    }
    return close;
}

std::vector<PracticeDesk::Act> PracticeDesk::comeOnline() const
{
    std::vector<Act> acts;
    for (const auto& [agent, role] : m_people)
        acts.emplace_back(SetPresence{agent, Presence::Online});
    return acts;
}

std::vector<PracticeDesk::Act> PracticeDesk::goHome()
{
    std::vector<Act> acts;
    for (const auto& [id, met] : m_open)
        acts.emplace_back(closing(met.conversation));
    for (const auto& [agent, role] : m_people)
        acts.emplace_back(SetPresence{agent, Presence::Offline});
    m_due.clear();
    m_looks.clear();
    return acts;
}

std::optional<Label> PracticeDesk::labelFor(const Alert& alert)
{
    if (alert.trigger.value == reminderAlert || !wasTold(alert.heldBack) || !m_chance.happens(0.9))
        return std::nullopt;
    const auto closed = std::ranges::find(m_closed, alert.conversation, &Conversation::id);
    const bool worthIt = closed != m_closed.end() && provedWorthIt(*closed);
    const double right = worthIt ? 0.95 : alert.measure.empty() ? 0.75 : 0.3;
    Label label;
    label.conversation = alert.conversation;
    label.alert = alert.number;
    label.trigger = alert.trigger;
    label.verdict = m_chance.happens(0.04) ? Verdict::Unsure : m_chance.happens(right) ? Verdict::True : Verdict::False;
    label.by = someLead();
    return label;
}

std::optional<Label> PracticeDesk::tierOf(const Conversation& conversation)
{
    if (conversation.tier.empty() || !m_chance.happens(0.25))
        return std::nullopt;
    int rank = conversation.tierRank;
    if (!m_chance.happens(0.8))
        rank += m_chance.happens(0.5) ? 1 : -1;
    const auto tier = m_tiers.find(rank);
    Label label;
    label.conversation = conversation.id;
    label.verdict = Verdict::True;
    label.tier = tier == m_tiers.end() ? conversation.tier : tier->second;
    label.by = someLead();
    return label;
}

std::vector<PracticeDesk::Act> PracticeDesk::review()
{
    std::vector<Act> acts;
    for (const auto& [number, alert] : m_alerts)
        if (auto label = labelFor(alert))
            acts.emplace_back(GiveLabel{std::move(*label)});
    for (const Conversation& conversation : m_closed)
        if (auto label = tierOf(conversation))
            acts.emplace_back(GiveLabel{std::move(*label)});
    m_alerts.clear();
    m_closed.clear();
    return acts;
}

std::vector<PracticeDesk::Act> PracticeDesk::reviewSilent(const ReviewData& week)
{
    std::vector<Act> acts;
    for (const ReviewedTrigger& trigger : week.triggers)
        for (const SilentSample& each : trigger.sample) {
            const bool worthIt = each.conversation.outcome == "converted" && trigger.measure == "intent_score";
            Label label;
            label.conversation = each.conversation.id;
            label.trigger = trigger.id;
            label.verdict = m_chance.happens(worthIt ? 0.7 : 0.01) ? Verdict::True : Verdict::False;
            label.by = someLead();
            label.draw = Draw{week.question.since, each.kind, trigger.silent};
            acts.emplace_back(GiveLabel{std::move(label)});
        }
    return acts;
}

}
