#include "app/analysis/checking.h"

#include "app/rules/open_intervals_of.h"
#include "routing/proof/check.h"
#include "routing/rulebook/rulebook_json.h"

#include <chrono>

namespace signalbox {
namespace {

using WallClock = std::chrono::steady_clock;
constexpr double secondsForProofs = 60;

ProofLimits limitsOf(const CheckListener& listener, const Errand& errand)
{
    ProofLimits limits;
    limits.secondsLeft = [started = WallClock::now(), &errand] {
        const double spent = std::chrono::duration<double>(WallClock::now() - started).count();
        return errand.isCalledOff() ? 0 : secondsForProofs - spent;
    };
    limits.progress = [&errand](const std::string&, std::size_t done, std::size_t total) {
        errand.progressed(static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
    };
    limits.found = [&listener](const Finding& finding) {
        if (finding.kind != FindingKind::Undecided)   // only says that there was no time
            listener.found(finding);
    };
    return limits;
}

Result<Rulebook> readFor(const std::string& document)
{
    auto rulebook = readRulebook(document);
    if (!rulebook)
        return failure(toText(rulebook.error().front()), rulebook.error().front().place);
    return std::move(*rulebook);
}

}

Result<bool> checkDocument(const std::string& document, Instant now, const CheckListener& listener,
                           const Errand& errand)
{
    const RulebookReading reading = readRulebookAsItIs(document);
    listener.issues(reading.issues);
    if (!reading.issues.empty())
        return true;
    const Interval horizon = horizonOfProofs({&reading.rulebook}, now);
    const auto intervals = openIntervalsOf(reading.rulebook, horizon.from, horizon.to);
    if (!intervals)
        return tl::unexpected(intervals.error());
    const ProofLimits limits = limitsOf(listener, errand);
    checkRulebook(reading.rulebook, *intervals, horizon, limits);
    return limits.left() > 0;
}

Result<bool> compareDocuments(const std::string& before, const std::string& after, Instant now,
                              const CheckListener& listener, const Errand& errand)
{
    const auto old = readFor(before);
    const auto draft = readFor(after);
    if (!old || !draft)
        return tl::unexpected(old ? draft.error() : old.error());
    const Interval horizon = horizonOfProofs({&*old, &*draft}, now);
    const auto oldIntervals = openIntervalsOf(*old, horizon.from, horizon.to);
    const auto intervals = openIntervalsOf(*draft, horizon.from, horizon.to);
    if (!oldIntervals || !intervals)
        return tl::unexpected(oldIntervals ? intervals.error() : oldIntervals.error());
    const ProofLimits limits = limitsOf(listener, errand);
    compareRulebooks(*draft, *intervals, *old, *oldIntervals, horizon, limits);
    return limits.left() > 0;
}

OpenIntervals openIntervalsIn(const std::string& document, Instant now)
{
    OpenIntervals all;
    for (const Schedule& schedule : readRulebookAsItIs(document).rulebook.schedules) {
        Rulebook alone;
        alone.schedules.push_back(schedule);
        if (auto intervals = openIntervalsOf(alone, now - resolvedBack, now + resolvedAhead))
            all.merge(*intervals);
    }
    return all;
}

}
