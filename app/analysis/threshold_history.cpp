#include "app/analysis/threshold_history.h"

#include "app/analysis/live_trigger.h"
#include "model/domain/names.h"
#include "model/storage/alert_store.h"
#include "model/storage/review_store.h"
#include "model/storage/workspace_store.h"
#include "routing/rulebook/rulebook_json.h"
#include "ui/review/label_book.h"

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

Result<void> readLiveRulebook(Database& database, ThresholdHistory& history)
{
    const auto live = WorkspaceStore(database).liveRulebook();
    if (!live)
        return tl::unexpected(live.error());
    if (!*live)
        return failure("No rulebook has been published yet.");
    auto rulebook = readRulebook((*live)->document);
    if (!rulebook)
        return failure("The live rulebook cannot be read: " + toText(rulebook.error().front()));
    history.rulebook = std::move(*rulebook);
    history.version = (*live)->version;
    return {};
}

Result<Channel> channelOf(const ThresholdQuestion& question, const std::vector<PastAlert>& past)
{
    if (question.channel)
        return *question.channel;
    std::set<Channel> channels;
    for (const PastAlert& alert : past)
        if (alert.score)
            channels.insert(alert.channel);
    if (channels.size() == 1)
        return *channels.begin();
    if (channels.empty())
        return question.origin == Origin::Imported ? Channel::Import : Channel::Website;
    std::string names;
    for (const Channel channel : channels)
        names += (names.empty() ? "" : ", ") + std::string(nameOf(channel));
    return failure("It alerted on several channels: say which with --channel (" + names + ").");
}

double weeksOf(const ThresholdQuestion& question, const std::vector<PastAlert>& past)
{
    if (past.empty())
        return 1;
    const Instant first = question.since == Instant::min() ? past.front().at : question.since;
    const Instant last = question.origin == Origin::Imported ? past.back().at : question.now;
    return weeksOfPast(first, question.until == Instant::max() ? last : std::min(question.until, question.now));
}

Result<LabelBook> readLabels(Database& database, ThresholdHistory& history)
{
    const auto labels = AlertStore(database).labels();
    const auto agents = WorkspaceStore(database).agents();
    if (!labels || !agents)
        return tl::unexpected(labels ? agents.error() : labels.error());
    std::set<AgentId> justAgents;
    for (const auto& [agent, presence] : *agents) {
        history.names.emplace(agent.id, agent.name);
        if (agent.role == Role::Agent)
            justAgents.insert(agent.id);
    }
    return LabelBook(*labels, [justAgents](const AgentId& id) { return justAgents.contains(id); });
}

}

Result<ThresholdHistory> readThresholdHistory(Database& database, const ThresholdQuestion& question)
{
    ThresholdHistory history;
    if (auto read = readLiveRulebook(database, history); !read)
        return tl::unexpected(read.error());
    const auto trigger = triggerIn(history.rulebook, question.trigger);
    if (!trigger)
        return tl::unexpected(trigger.error());
    history.triggerName = (*trigger)->name.empty() ? question.trigger.value : (*trigger)->name;
    auto past = ReviewStore(database).pastAlerts(question.origin);
    if (!past)
        return tl::unexpected(past.error());
    std::erase_if(*past,
                  [&](const PastAlert& alert) { return alert.at < question.since || alert.at >= question.until; });
    history.weeks = weeksOf(question, *past);
    std::erase_if(*past, [&](const PastAlert& alert) { return alert.trigger != question.trigger; });
    const auto channel = channelOf(question, *past);
    if (!channel)
        return tl::unexpected(channel.error());
    const auto measure = measureOf(**trigger, std::string(nameOf(*channel)));
    if (!measure)
        return failure("The condition of \"" + question.trigger.value
                       + "\" asks for no single number to be at least something: there is no threshold to move.");
    const auto labels = readLabels(database, history);
    if (!labels)
        return tl::unexpected(labels.error());
    history.channel = *channel;
    history.measure = *measure;
    history.past = std::move(*past);
    auto studied = alertsToStudy(history.past, question.trigger, *channel,
                                 [&](std::int64_t alert) { return labels->verdictOf(alert); });
    ThresholdStudy study(std::move(studied), measure->threshold, history.weeks);
    if (!study.curve().steps().empty())
        history.study.emplace(std::move(study));
    return history;
}

Rulebook withThreshold(const ThresholdHistory& history, const AlertId& trigger, double threshold)
{
    Rulebook rulebook = history.rulebook;
    for (AlertTrigger& each : rulebook.alerts)
        if (each.id == trigger)
            each.thresholds[std::string(nameOf(history.channel))][history.measure.attribute] = threshold;
    return rulebook;
}

}
