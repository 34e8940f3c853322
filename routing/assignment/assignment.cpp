#include "routing/assignment/assignment.h"

#include "routing/assignment/round.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace signalbox {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr std::size_t mostAtOnce = 4000;   // free agents a round looks at, the longest idle: keeps costs within 64 bits
constexpr std::int64_t mostMissing = 5;    // levels missing beyond this weigh no more

void add(RoundCost& sum, const RoundCost& cost)
{
    sum.askedAgain += cost.askedAgain;
    sum.notTheirOwn += cost.notTheirOwn;
    sum.levelsMissing += cost.levelsMissing;
    sum.idlePlaces += cost.idlePlaces;
}

// Free, with room for a conversation of some channel: on a busy floor most are full, and need not be looked at for each one.
bool couldTakeSome(const AgentOnFloor& agent, const OpenIntervals& intervals, Instant now)
{
    return isFree(agent, intervals, now)
        && (hasRoom(agent, Channel::Website) || hasRoom(agent, Channel::WhatsApp) || hasRoom(agent, Channel::Api)
            || hasRoom(agent, Channel::Import));
}

// The free agents, the longest idle first: places in the list given.
std::vector<std::size_t> freeByIdleness(std::span<const AgentOnFloor> agents, const OpenIntervals& intervals,
                                        Instant now)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < agents.size(); ++i)
        if (couldTakeSome(agents[i], intervals, now))
            places.push_back(i);
    const auto key = [&agents](std::size_t place) {
        const AgentOnFloor& agent = agents[place];
        return std::make_tuple(idleFrom(agent), load(agent), std::cref(agent.agent.id.value));
    };
    std::sort(places.begin(), places.end(), [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
    if (places.size() > mostAtOnce)
        places.resize(mostAtOnce);
    return places;
}

// One number for a cost, such that sums compare as the costs do from top to bottom.
class Scale {
public:
    explicit Scale(std::size_t agents)
    {
        const auto most = static_cast<std::int64_t>(agents);
        m_level = most * most + 1;
        m_own = m_level * (mostMissing * most + 1);
        m_again = m_own * (most + 1);
    }
    std::int64_t weigh(const RoundCost& cost) const
    {
        return cost.askedAgain * m_again + cost.notTheirOwn * m_own
            + std::min(cost.levelsMissing, mostMissing) * m_level + cost.idlePlaces;
    }

private:
    std::int64_t m_level;
    std::int64_t m_own;
    std::int64_t m_again;
};

class Round {
public:
    Round(const std::vector<Seeker>& all, std::span<const AgentOnFloor> agents, const OpenIntervals& intervals,
          Instant now)
        : m_seekers(all),
          m_agents(agents),
          m_intervals(intervals),
          m_now(now),
          m_free(freeByIdleness(agents, intervals, now)),
          m_scale(m_free.size()),
          m_takenInTurn(m_free.size(), false)
    {
    }

    AssignmentRound match()
    {
        Matching matching(m_free.size());
        std::vector<const Seeker*> served;
        for (const Seeker& seeker : m_seekers) {
            if (matching.isFull())
                break;   // a long queue before a busy floor must cost nothing
            auto costs = costsFor(seeker);
            takeInTurn(costs);
            if (matching.add(std::move(costs)))
                served.push_back(&seeker);
        }
        tell(matching, served);
        return std::move(m_round);
    }

private:
    std::vector<std::int64_t> costsFor(const Seeker& seeker)
    {
        std::vector<std::int64_t> costs(m_free.size(), Matching::never);
        m_costs.assign(m_free.size(), {});
        for (std::size_t i = 0; i < m_free.size(); ++i)
            if (const auto cost = costOf(seeker, m_agents[m_free[i]], i, m_now)) {
                costs[i] = m_scale.weigh(*cost);
                m_costs[i] = *cost;
            }
        return costs;
    }

    // What it would take if each conversation took the best that is left.
    void takeInTurn(const std::vector<std::int64_t>& costs)
    {
        std::size_t best = none;
        for (std::size_t i = 0; i < costs.size(); ++i)
            if (!m_takenInTurn[i] && costs[i] != Matching::never && (best == none || costs[i] < costs[best]))
                best = i;
        if (best == none)
            return;
        m_takenInTurn[best] = true;
        ++m_round.sum.inTurnOffers;
        add(m_round.sum.inTurnCost, m_costs[best]);
    }

    void tell(const Matching& matching, const std::vector<const Seeker*>& served)
    {
        RoundOutcome outcome{m_seekers, m_agents, std::vector<const Seeker*>(m_agents.size(), nullptr),
                        std::vector<std::size_t>(m_agents.size(), none)};
        for (std::size_t i = 0; i < m_free.size(); ++i)
            outcome.idleness[m_free[i]] = i;
        for (std::size_t row = 0; row < served.size(); ++row)
            outcome.takenBy[m_free[matching.columnOf(row)]] = served[row];
        for (std::size_t row = 0; row < served.size(); ++row) {
            const Seeker& seeker = *served[row];
            const std::size_t place = matching.columnOf(row);
            const AgentOnFloor& agent = m_agents[m_free[place]];
            add(m_round.sum.cost, *costOf(seeker, agent, place, m_now));
            ++m_round.sum.offers;
            m_round.assignments.push_back({seeker.conversation->id, agent.agent.id, seeker.queue.offerFor,
                                           reasonsFor(seeker, agent, outcome, m_intervals, m_now)});
        }
    }

    const std::vector<Seeker>& m_seekers;
    std::span<const AgentOnFloor> m_agents;
    const OpenIntervals& m_intervals;
    Instant m_now;
    std::vector<std::size_t> m_free;
    Scale m_scale;
    std::vector<bool> m_takenInTurn;
    std::vector<RoundCost> m_costs;   // of the seeker looked at, by place in m_free
    AssignmentRound m_round;
};

}

AssignmentRound assignTogether(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                               const Rulebook& rulebook, const OpenIntervals& intervals, Instant now)
{
    if (std::none_of(agents.begin(), agents.end(),
                     [&](const AgentOnFloor& agent) { return couldTakeSome(agent, intervals, now); }))
        return {};
    const std::vector<Seeker> all = seekers(waiting, agents, rulebook, intervals, now);
    return Round(all, agents, intervals, now).match();
}

bool isBetterThanInTurn(const OfferRound& round)
{
    return round.offers > round.inTurnOffers || (round.offers == round.inTurnOffers && round.cost < round.inTurnCost);
}

std::vector<Assignment> assign(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                               const Rulebook& rulebook, const OpenIntervals& intervals, Instant now)
{
    return assignTogether(waiting, agents, rulebook, intervals, now).assignments;
}

}
