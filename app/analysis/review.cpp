#include "app/analysis/review.h"

#include "app/analysis/silent_sample.h"
#include "model/storage/alert_store.h"
#include "model/storage/review_store.h"

#include <algorithm>
#include <iterator>
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
    return data;
}

}
