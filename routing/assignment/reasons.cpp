// Why each agent of a queue was chosen or not: the telling half of round.h.
#include "routing/assignment/round.h"

#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {
namespace {

std::string idleInWords(const AgentOnFloor& agent, Instant now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - idleFrom(agent)).count();
    if (minutes < 1)
        return "Idle for less than a minute";
    if (minutes < 120)
        return "Idle for " + std::to_string(minutes) + " min";
    return "Idle for " + std::to_string(minutes / 60) + " h";
}

class Teller {
public:
    Teller(const Seeker& seeker, const AgentOnFloor& chosen, const RoundOutcome& outcome, const OpenIntervals& intervals,
           Instant now)
        : m_seeker(seeker), m_chosen(chosen), m_outcome(outcome), m_intervals(intervals), m_now(now)
    {
    }

    std::vector<CandidateReason> tell() const
    {
        std::vector<CandidateReason> all;
        for (std::size_t i = 0; i < m_outcome.agents.size(); ++i) {
            const AgentOnFloor& agent = m_outcome.agents[i];
            if (!mayBeAsked(m_seeker, agent.agent))
                continue;
            const bool isChosen = &agent == &m_chosen;
            all.push_back({agent.agent.id, isChosen, isChosen ? ofChosen() : ofOther(agent, i)});
        }
        return all;
    }

private:
    bool couldTake(std::size_t place) const
    {
        const AgentOnFloor& agent = m_outcome.agents[place];
        return isFree(agent, m_intervals, m_now) && costOf(m_seeker, agent, m_outcome.idleness[place], m_now);
    }

    std::size_t placeOfChosen() const { return static_cast<std::size_t>(&m_chosen - m_outcome.agents.data()); }

    std::string ofChosen() const
    {
        if (letGoBy(m_seeker, m_chosen.agent))
            return "Let it go before, but nobody else can take it";
        if (isOwn(m_seeker, m_chosen.agent))
            return "Had it before, or looks after the account";
        const auto mine = costOf(m_seeker, m_chosen, m_outcome.idleness[placeOfChosen()], m_now);
        std::size_t others = 0;
        for (std::size_t i = 0; i < m_outcome.agents.size(); ++i) {
            if (i == placeOfChosen() || !couldTake(i) || letGoBy(m_seeker, m_outcome.agents[i].agent))
                continue;
            const Seeker* const taker = m_outcome.takenBy[i];
            if (taker && costOf(m_seeker, m_outcome.agents[i], m_outcome.idleness[i], m_now) < mine)
                return idleInWords(m_chosen, m_now) + ": the next, as " + m_outcome.agents[i].agent.id.value
                    + " takes #" + taker->conversation->id.value;
            others += taker ? 0 : 1;
        }
        return idleInWords(m_chosen, m_now) + (others > 0 ? ": the longest" : ": the only one free");
    }

    std::string ofOther(const AgentOnFloor& other, std::size_t place) const
    {
        const auto inTheWay = obstacles(other, m_seeker.conversation->channel, m_seeker.asked, m_intervals, m_now);
        if (!inTheWay.empty())
            return joinedBySemicolons(inTheWay);
        if (isPaused(m_seeker, other.agent, m_now)) {
            const Instant until = letGoBy(m_seeker, other.agent)->at + m_seeker.queue.askAgainAfter;
            return "Let it go, is asked again in " + durationInWords(std::chrono::ceil<seconds>(until - m_now));
        }
        if (const Seeker* const taker = m_outcome.takenBy[place])
            return "Is offered #" + taker->conversation->id.value + " at the same time";
        if (letGoBy(m_seeker, other.agent))
            return "Let it go before";
        if (isOwn(m_seeker, m_chosen.agent) && !isOwn(m_seeker, other.agent))
            return "Does not know the account";
        if (levelsMissing(other.agent, m_seeker.wished) > levelsMissing(m_chosen.agent, m_seeker.wished))
            return "Fits only because less is asked by now";
        if (idleFrom(other) != idleFrom(m_chosen))
            return idleInWords(other, m_now);
        return load(other) > load(m_chosen) ? "As long idle, but busier" : "As long idle and as busy, later by name";
    }

    static std::string joinedBySemicolons(const std::vector<std::string>& parts)
    {
        std::string text;
        for (const std::string& part : parts)
            text += (text.empty() ? "" : "; ") + part;
        return text;
    }

    const Seeker& m_seeker;
    const AgentOnFloor& m_chosen;
    const RoundOutcome& m_outcome;
    const OpenIntervals& m_intervals;
    Instant m_now;
};

}

std::vector<CandidateReason> reasonsFor(const Seeker& seeker, const AgentOnFloor& chosen, const RoundOutcome& outcome,
                                        const OpenIntervals& intervals, Instant now)
{
    return Teller(seeker, chosen, outcome, intervals, now).tell();
}

}
