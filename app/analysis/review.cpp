#include "app/analysis/review.h"

#include "app/analysis/silent_sample.h"
#include "model/storage/alert_store.h"
#include "model/domain/names.h"
#include "model/storage/review_store.h"
#include "model/storage/workspace_store.h"
#include "routing/alerts/margins.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

namespace signalbox {
namespace {

Result<std::vector<ReviewedAlert>> alertsOf(Database& database, const ReviewQuestion& question)
{
    auto alerts = AlertStore(database).between(question.since, question.until);
    auto conversations = ReviewStore(database).ofAlerts(question.since, question.until, question.origin);
    if (!alerts || !conversations)
        return tl::unexpected(alerts ? conversations.error() : alerts.error());
    std::unordered_map<std::int64_t, ReviewedConversation> byAlert;
    for (auto& [number, conversation] : *conversations)
        byAlert.emplace(number, std::move(conversation));
    std::vector<ReviewedAlert> found;
    for (Alert& alert : *alerts)
        if (const auto known = byAlert.find(alert.number); known != byAlert.end())
            found.push_back({std::move(alert), std::move(known->second)});
    return found;
}

Result<std::vector<CorrectedTier>> correctedIn(Database& database, const ReviewQuestion& question,
                                               const std::vector<std::pair<ConversationId, Correction>>& corrections)
{
    std::vector<CorrectedTier> found;
    for (const auto& [id, correction] : corrections) {
        if (correction.at < question.since || correction.at >= question.until)
            continue;
        auto conversation = ReviewStore(database).find(id);
        if (!conversation)
            return tl::unexpected(conversation.error());
        if (*conversation)
            found.push_back({std::move(**conversation), correction});
    }
    return found;
}

Result<void> readSilentWeek(Database& database, const ReviewQuestion& question, const Rulebook& rulebook,
                            SilentWeek& week)
{
    ReviewStore store(database);
    auto corrections = store.tierCorrections(question.since, question.until, question.origin);
    auto opened = store.openedBetween(question.since, question.until, question.origin);
    auto alerts = store.pastAlerts(question.origin);
    for (const Error* error : {corrections ? nullptr : &corrections.error(), opened ? nullptr : &opened.error(),
                               alerts ? nullptr : &alerts.error()})
        if (error)
            return tl::unexpected(*error);
    week.corrections = std::move(*corrections);
    week.opened = std::move(*opened);
    week.alerts = std::move(*alerts);
    for (const std::string& attribute : measuresOf(rulebook)) {
        auto numbers = store.numbersOf(attribute, question.since, question.until, question.origin);
        if (!numbers)
            return tl::unexpected(numbers.error());
        week.numbers.emplace(attribute, std::move(*numbers));
    }
    return {};
}

Result<void> readLabelled(Database& database, const SilentWeek& week, ReviewData& data)
{
    auto labels = AlertStore(database).labels();
    auto alerts = alertsOf(database, data.question);
    auto corrected = correctedIn(database, data.question, week.corrections);
    for (const Error* error : {labels ? nullptr : &labels.error(), alerts ? nullptr : &alerts.error(),
                               corrected ? nullptr : &corrected.error()})
        if (error)
            return tl::unexpected(*error);
    data.labels = std::move(*labels);
    data.alerts = std::move(*alerts);
    data.corrected = std::move(*corrected);
    // What came after the week says only that a conversation was not silent.
    std::ranges::copy_if(week.alerts, std::back_inserter(data.past),
                         [&](const PastAlert& alert) { return alert.at < data.question.until; });
    return {};
}

// Of the channels on which the trigger has ever alerted.
void compareThresholds(const PublishedRulebook& version, const Rulebook& before, const Rulebook& after,
                       const std::vector<PastAlert>& past, std::vector<MovedThreshold>& moved)
{
    std::set<std::pair<AlertId, Channel>> seen;
    for (const PastAlert& alert : past)
        seen.emplace(alert.trigger, alert.channel);
    for (const auto& [id, channel] : seen) {
        const auto one = std::ranges::find(before.alerts, id, &AlertTrigger::id);
        const auto other = std::ranges::find(after.alerts, id, &AlertTrigger::id);
        if (one == before.alerts.end() || other == after.alerts.end())
            continue;
        const std::string name(nameOf(channel));
        const auto was = measureOf(*one, name), is = measureOf(*other, name);
        if (was && is && was->attribute == is->attribute && was->threshold != is->threshold)
            moved.push_back({version.version, version.at, id, channel, is->attribute, was->threshold, is->threshold});
    }
}

Result<std::vector<MovedThreshold>> movedThresholds(History& history, const ReviewData& data)
{
    constexpr std::chrono::days lookedBack{28};
    const auto versions = history.with([](Database& database) { return WorkspaceStore(database).rulebooks(); });
    if (!versions)
        return tl::unexpected(versions.error());
    std::vector<MovedThreshold> moved;
    for (const PublishedRulebook& version : *versions) {   // newest first
        if (version.at >= data.question.until || version.version < 2)
            continue;
        if (version.at < data.question.until - lookedBack)
            break;
        const auto before = history.rules(version.version - 1), after = history.rules(version.version);
        if (!before || !after)
            return tl::unexpected(before ? after.error() : before.error());
        compareThresholds(version, (*before)->rulebook(), (*after)->rulebook(), data.past, moved);
    }
    return moved;
}

}

Result<ReviewData> readReview(History& history, const ReviewQuestion& question, const Errand& errand)
{
    if (const auto followed = history.follow(errand); !followed)
        return tl::unexpected(followed.error());
    const auto live = history.liveRules();
    if (!live)
        return tl::unexpected(live.error());
    ReviewData data;
    data.question = question;
    SilentWeek week;
    const auto read = history.with([&](Database& database) {
        return readSilentWeek(database, question, (*live)->rulebook(), week).and_then([&] {
            return readLabelled(database, week, data);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    auto triggers = sampleSilent(history, question, (*live)->rulebook(), week, errand);
    if (!triggers)
        return tl::unexpected(triggers.error());
    data.triggers = std::move(*triggers);
    auto moved = movedThresholds(history, data);
    if (!moved)
        return tl::unexpected(moved.error());
    data.moved = std::move(*moved);
    return data;
}

}
