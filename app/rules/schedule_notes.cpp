#include "app/rules/schedule_notes.h"

#include "app/rules/intervals.h"
#include "app/rules/open_intervals_of.h"
#include "model/calendar/clock_changes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace signalbox {
namespace {

std::string nameOf(const Schedule& schedule) { return schedule.name.empty() ? schedule.id.value : schedule.name; }
std::string nameOf(const Queue& queue) { return queue.name.empty() ? queue.id.value : queue.name; }

std::string hoursInWords(seconds length)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
    if (minutes < 120)
        return std::to_string(minutes) + " minutes";
    return std::to_string(std::llround(double(minutes) / 60.0)) + " hours";
}

const Queue* queueOf(const Rulebook& rulebook, const QueueId& id)
{
    const auto found = std::ranges::find(rulebook.queues, id, &Queue::id);
    return found == rulebook.queues.end() ? nullptr : &*found;
}

// When somebody takes in what this queue is sent: it is open, or one it falls back to is.
std::vector<Interval> coveredBy(const Queue& queue, const Rulebook& rulebook, const OpenIntervals& open,
                                const Interval& all)
{
    std::vector<Interval> covered;
    std::set<QueueId> seen;
    for (const Queue* at = &queue; at && seen.insert(at->id).second; at = queueOf(rulebook, at->fallback)) {
        if (at->schedule.empty())
            return {all};
        const auto intervals = open.find(at->schedule);
        if (intervals != open.end())
            covered.insert(covered.end(), intervals->second.begin(), intervals->second.end());
    }
    return united(std::move(covered));
}

bool couldAnswer(const Agent& agent, const Queue& queue)
{
    const bool belongs = agent.queues.empty() || std::ranges::find(agent.queues, queue.id) != agent.queues.end();
    const bool inTeam = queue.team.empty() || queue.team == agent.team;
    return belongs && inTeam && std::ranges::all_of(queue.skills, [&](const Skill& needed) {
               return std::ranges::any_of(
                   agent.skills, [&](const Skill& has) { return has.id == needed.id && has.level >= needed.level; });
           });
}

// Collects the notes of one rulebook.
class NoteTaker {
public:
    NoteTaker(const Rulebook& rulebook, const std::vector<Agent>& agents, const OpenIntervals& open, Interval all)
        : m_rulebook(rulebook), m_agents(agents), m_open(open), m_all(all)
    {
    }

    void noteSchedule(const Schedule& schedule)
    {
        const auto intervals = m_open.find(schedule.id);
        if (intervals == m_open.end() || intervals->second.empty()) {
            add(schedule.id, ScheduleNote::Kind::AlwaysClosed, m_all, nameOf(schedule) + " is never open.");
            return;
        }
        const auto changes = clockChangesWhileOpen(localPlanOf(schedule), m_all.from, m_all.to);
        for (const ClockChange& change : changes ? *changes : std::vector<ClockChange>{})
            add(schedule.id, ScheduleNote::Kind::ClockChange, {change.during.from, change.during.to},
                nameOf(schedule) + " is open " + std::to_string(std::abs(change.minutes)) + " minutes "
                    + (change.minutes > 0 ? "less" : "more") + " than it says: the clocks change.");
    }

    void noteQueue(const Queue& queue)
    {
        if (queue.schedule.empty())
            return;
        const std::vector<Interval> covered = coveredBy(queue, m_rulebook, m_open, m_all);
        const std::vector<Interval> gaps = without({m_all}, covered);
        if (!gaps.empty())
            add(queue.schedule, ScheduleNote::Kind::Uncovered, gaps.front(),
                nameOf(queue) + " is closed"
                    + (queue.fallback.empty() ? ", and has no queue to fall back to"
                                              : ", and so is what it falls back to")
                    + ": " + hoursInWords(seconds{std::llround(double(totalLength(gaps).count()) / weeks())})
                    + " a week.");
        noteLeave(queue);
    }

    std::vector<ScheduleNote> take()
    {
        std::ranges::stable_sort(m_notes, {}, &ScheduleNote::from);
        return std::move(m_notes);
    }

private:
    void noteLeave(const Queue& queue)
    {
        std::vector<const Agent*> all;
        for (const Agent& agent : m_agents)
            if (couldAnswer(agent, queue))
                all.push_back(&agent);
        const auto open = m_open.find(queue.schedule);
        if (all.empty() || open == m_open.end())
            return;
        std::vector<Interval> away = open->second;
        std::string names;
        for (const Agent* agent : all) {
            std::vector<Interval> leave;
            for (const Leave& one : agent->leave)
                leave.push_back({one.from, one.to});
            away = common(away, united(std::move(leave)));
            names += (names.empty() ? "" : ", ") + agent->name;
        }
        if (!away.empty())
            add(queue.schedule, ScheduleNote::Kind::LeaveClash, {away.front().from, away.back().to},
                nameOf(queue) + " is open for " + hoursInWords(totalLength(away))
                    + " while everybody who could answer is on leave: " + names + ".");
    }

    double weeks() const
    {
        return std::max(1.0, std::chrono::duration<double>(m_all.to - m_all.from).count() / (7 * 24 * 3600.0));
    }

    void add(const ScheduleId& schedule, ScheduleNote::Kind kind, const Interval& when, std::string words)
    {
        m_notes.push_back({schedule, kind, when.from, when.to, std::move(words)});
    }

    const Rulebook& m_rulebook;
    const std::vector<Agent>& m_agents;
    const OpenIntervals& m_open;
    Interval m_all;
    std::vector<ScheduleNote> m_notes;
};

}

Result<std::vector<ScheduleNote>> scheduleNotes(const Rulebook& rulebook, const std::vector<Agent>& agents,
                                                Instant from, Instant to)
{
    const auto open = openIntervalsOf(rulebook, from, to);
    if (!open)
        return tl::unexpected(open.error());
    NoteTaker notes(rulebook, agents, *open, {from, to});
    for (const Schedule& schedule : rulebook.schedules)
        notes.noteSchedule(schedule);
    for (const Queue& queue : rulebook.queues)
        notes.noteQueue(queue);
    return notes.take();
}

}
