#include "app/analysis/backtest.h"

#include "app/analysis/draft_rules.h"
#include "app/analysis/in_period.h"
#include "app/analysis/parallel.h"

#include <atomic>
#include <deque>

namespace signalbox {
namespace {

constexpr std::size_t conversationsAtOnce = 256;
constexpr std::size_t mostExamples = 1'000;

}

BacktestReport countMoves(const PastLog& log, const Engine& draft, const VersionsThen& then, const Period& period,
                          const DestinationWords& words, unsigned workers, const Errand& errand)
{
    std::vector<const PastLog::Conversation*> asked;
    for (const PastLog::Conversation& conversation : log.conversations())
        if (isAskedFor(conversation.origin, period))
            asked.push_back(&conversation);
    std::deque<BacktestRun> runs;
    for (unsigned i = 0; i < std::max(1u, workers); ++i)
        runs.emplace_back(log, draft, then, period.since, period.until);
    std::atomic<std::size_t> next = 0;
    runTogether(static_cast<unsigned>(runs.size()), [&](unsigned worker) {
        while (!errand.isCalledOff()) {
            const std::size_t first = next.fetch_add(conversationsAtOnce);
            if (first >= asked.size())
                return;
            const std::size_t end = std::min(first + conversationsAtOnce, asked.size());
            for (std::size_t i = first; i < end; ++i)
                runs[worker].look(*asked[i]);
            if (worker == 0)
                errand.progressed(static_cast<std::int64_t>(end), static_cast<std::int64_t>(asked.size()));
        }
    });
    for (std::size_t i = 1; i < runs.size(); ++i)
        runs.front().merge(std::move(runs[i]));
    BacktestReport report = runs.front().report(words, mostExamples);
    report.cancelled = errand.isCalledOff();
    return report;
}

Result<BacktestReport> backtest(History& history, const std::string& document, const Period& period, Instant now,
                                const Errand& errand)
{
    if (const auto read = history.follow(errand); !read)
        return tl::unexpected(read.error());
    std::vector<int> versions;
    Instant from = now;
    {
        const auto past = history.read();
        for (const auto& [version, decisions] : past.log.decisionsByVersion())
            versions.push_back(version);
        for (const PastLog::Step& step : past.log.steps())
            from = std::min(from, step.at);
    }
    const auto rules = draftRules(history, document, versions, from, now);
    if (!rules)
        return tl::unexpected(rules.error());
    const auto agents = agentNames(history);
    if (!agents)
        return tl::unexpected(agents.error());
    const auto past = history.read();
    return countMoves(past.log, *rules->engine, rules->then, period, destinationWords(*agents, rulebooksOf(*rules)),
                      coresToUse(), errand);
}

}
