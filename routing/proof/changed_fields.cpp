#include "routing/proof/changed_fields.h"

#include "model/domain/names.h"
#include "routing/proof/difference_search.h"
#include "routing/rulebook/phrases.h"

namespace signalbox {
namespace {

std::string orNone(std::string words) { return words.empty() ? "none" : words; }
std::string yesOrNo(bool yes) { return yes ? "yes" : "no"; }
std::string durationOrNone(seconds duration) { return duration.count() > 0 ? durationInWords(duration) : "none"; }

std::string inWords(const std::vector<Skill>& skills)
{
    std::vector<std::string> words;
    for (const Skill& skill : skills)
        words.push_back(skill.id.value + " at level " + std::to_string(skill.level));
    return orNone(joined(words, " and "));
}

std::string inWords(const std::vector<RelaxStep>& steps)
{
    std::vector<std::string> words;
    for (const RelaxStep& step : steps) {
        std::string dropped;
        for (const Requirement requirement : step.drop)
            dropped += ", no " + std::string(nameOf(requirement));
        words.push_back("after " + durationInWords(step.after) + " skills to level " + std::to_string(step.skillLevel)
                        + dropped);
    }
    return orNone(joined(words, "; "));
}

std::string inWords(const std::map<std::string, double>& margins)
{
    std::vector<std::string> words;
    for (const auto& [attribute, margin] : margins)
        words.push_back(numberInWords(margin) + " for " + attribute);
    return orNone(joined(words, " and "));
}

std::string inWords(const std::vector<AlertWay>& ways)
{
    std::vector<std::string> words;
    for (const AlertWay way : ways)
        words.emplace_back(nameOf(way));
    return orNone(joined(words, " and "));
}

std::string inWords(const std::vector<AlertId>& alerts)
{
    std::vector<std::string> words;
    for (const AlertId& alert : alerts)
        words.push_back(alert.value);
    return orNone(joined(words, " and "));
}

Finding structural(std::string message, std::string place)
{
    Finding finding;
    finding.kind = FindingKind::Difference;
    finding.message = std::move(message);
    finding.place = std::move(place);
    return finding;
}

template <class Rule>
void addNewAndGone(const std::vector<Rule>& now, const std::vector<Rule>& before, const std::string& what,
                   const std::string& section, Findings& findings)
{
    for (std::size_t i = 0; i < now.size(); ++i)
        if (!sameIn(before, now[i]))
            findings.add(
                structural(what + " " + now[i].id.value + " is new.", "/" + section + "/" + std::to_string(i)));
    for (const Rule& rule : before)
        if (!sameIn(now, rule))
            findings.add(structural(what + " " + rule.id.value + " is gone.", {}));
}

void addQueues(const Rulebook& rulebook, const OpenIntervals& intervals, const Rulebook& against,
               const OpenIntervals& againstIntervals, Findings& findings)
{
    addNewAndGone(rulebook.queues, against.queues, "Queue", "queues", findings);
    const auto timesOf = [](const OpenIntervals& all, const ScheduleId& schedule) {
        const auto known = all.find(schedule);
        return known == all.end() ? std::vector<Interval>{} : known->second;
    };
    for (std::size_t i = 0; i < rulebook.queues.size(); ++i) {
        const Queue& queue = rulebook.queues[i];
        const Queue* const before = sameIn(against.queues, queue);
        if (!before)
            continue;
        const Fields now = fieldsOf(queue, rulebook);
        const Fields then = fieldsOf(*before, against);
        const bool hasOtherTimes = queue.schedule == before->schedule
            && timesOf(intervals, queue.schedule) != timesOf(againstIntervals, queue.schedule);
        const std::string place = "/queues/" + std::to_string(i);
        if (hasOtherTimes)
            findings.add(structural("Queue " + queue.id.value + ": its schedule " + nameOf(queue.schedule, rulebook)
                                        + " opens at other times.",
                                    place));
        if (auto finding = changedFields("Queue " + queue.id.value, now, then, place))
            findings.add(std::move(*finding));
    }
    const auto firstOf = [](const Rulebook& one) { return one.queues.empty() ? QueueId{} : one.queues.front().id; };
    if (firstOf(rulebook) != firstOf(against) && !rulebook.queues.empty() && !against.queues.empty()) {
        findings.add(structural("The first queue, where conversations go that nothing else claims, was "
                                    + firstOf(against).value + " and is " + firstOf(rulebook).value + ".",
                                "/queues/0"));
    }
}

}

Fields fieldsOf(const Signal& signal)
{
    return {{"weight", numberInWords(signal.weight)},
            {"half-life in minutes", numberInWords(signal.halfLifeMinutes)},
            {"score", std::string(nameOf(signal.score))}};
}

Fields fieldsOf(const Criterion& criterion)
{
    return {{"requirement", yesOrNo(criterion.required)}, {"question", orNone(quoted(criterion.ask))}};
}

Fields fieldsOf(const Tier& tier)
{
    return {{"response target", durationOrNone(tier.responseTarget.value_or(seconds{0}))},
            {"time it is kept", durationOrNone(tier.keepFor)}};
}

Fields fieldsOf(const AlertTrigger& alert)
{
    return {{"list of whom it tells", orNone(joined(alert.notify, " and "))},
            {"time until it may fire again", durationOrNone(alert.cooldown)},
            {"time its condition has to hold", durationOrNone(alert.hold)},
            {"margin below which it ends", inWords(alert.margins)},
            {"list of ways it is sent", inWords(alert.ways)},
            {"list of what silences it", inWords(alert.silencedBy)},
            {"quiet hours", orNone(alert.quiet.value)},
            {"time its owner is left in peace", durationOrNone(alert.group)},
            {"most that anybody is told of in an hour",
             alert.budgetPerHour == 0 ? "none" : numberInWords(alert.budgetPerHour)},
            {"time until it is passed on", durationOrNone(alert.escalateAfter)},
            {"list of whom it is passed on to", orNone(joined(alert.escalateTo, " and "))}};
}

Fields fieldsOf(const Queue& queue, const Rulebook& rulebook)
{
    return {{"list of skills", inWords(queue.skills)},
            {"schedule", queue.schedule.empty() ? "none" : nameOf(queue.schedule, rulebook)},
            {"fallback", queue.fallback.empty() ? "none" : nameOf(queue.fallback, rulebook)},
            {"way it asks for less", inWords(queue.relax)},
            {"time an offer stands", durationInWords(queue.offerFor)},
            {"time until somebody is asked again", durationInWords(queue.askAgainAfter)},
            {"team", orNone(queue.team)},
            {"waiting time that raises it", durationOrNone(queue.raiseAfter)},
            {"time it is kept for its own agent", durationOrNone(queue.affinityFor)}};
}

std::optional<Finding> changedFields(const std::string& subject, const Fields& now, const Fields& before,
                                     std::string place)
{
    std::string changes;
    for (std::size_t i = 0; i < now.size(); ++i)
        if (now[i].second != before[i].second)
            changes += (changes.empty() ? "the " : "; the ") + now[i].first + " was " + before[i].second + " and is "
                + now[i].second;
    if (changes.empty())
        return std::nullopt;
    return structural(subject + ": " + changes + ".", std::move(place));
}

void findChangedFields(const Rulebook& rulebook, const OpenIntervals& intervals, const Rulebook& against,
                       const OpenIntervals& againstIntervals, Findings& findings)
{
    for (std::size_t i = 0; i < rulebook.tiers.size(); ++i)
        if (const Tier* const before = sameIn(against.tiers, rulebook.tiers[i]))
            if (auto finding = changedFields("Tier " + rulebook.tiers[i].id.value, fieldsOf(rulebook.tiers[i]),
                                             fieldsOf(*before), "/tiers/" + std::to_string(i)))
                findings.add(std::move(*finding));
    addNewAndGone(rulebook.signals, against.signals, "Signal", "signals", findings);
    addNewAndGone(rulebook.qualification, against.qualification, "Criterion", "qualification", findings);
    addNewAndGone(rulebook.alerts, against.alerts, "Alert", "alerts", findings);
    addQueues(rulebook, intervals, against, againstIntervals, findings);
}

}
