#include "model/figures/alert_recall.h"

#include "model/figures/review_figures.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::chrono::days aWeek{7};

using Strata = std::map<SilentKind, SilentStratum>;

// What a week was drawn from, as the latest label has it, and what became of those drawn.
struct DrawnWeek {
    Instant toldAt = Instant::min();
    Strata strata;
};

bool lets(const FigureQuestion& question, Channel channel) { return !question.channel || *question.channel == channel; }

std::map<Instant, DrawnWeek> drawnWeeks(const FigureRows& rows, const FigureQuestion& question, Word trigger)
{
    std::map<Instant, DrawnWeek> weeks;
    for (const SilentFacts& each : rows.silent) {
        if (each.trigger != trigger || each.origin != question.origin || each.since < question.since
            || each.since >= question.until)
            continue;
        DrawnWeek& week = weeks[each.since];
        if (each.at >= week.toldAt) {
            week.toldAt = each.at;
            for (auto& [kind, stratum] : week.strata)
                stratum.conversations = 0;
            for (const SilentCount& count : each.from)
                week.strata[count.kind].conversations += lets(question, count.channel) ? count.conversations : 0;
        }
        if (!lets(question, each.channel) || each.verdict == Verdict::Unsure)
            continue;
        ++week.strata[each.kind].sampled;
        week.strata[each.kind].worthAnAlert += each.verdict == Verdict::True ? 1 : 0;
    }
    return weeks;
}

std::int64_t foundIn(const FigureRows& rows, const FigureQuestion& question, Word trigger, Instant since)
{
    return std::ranges::count_if(rows.alerts, [&](const AlertFacts& alert) {
        return alert.trigger == trigger && alert.origin == question.origin && lets(question, alert.channel)
            && alert.at >= since && alert.at < since + aWeek && wasTold(alert.heldBack)
            && alert.verdict == Verdict::True;
    });
}

std::string whyNot(const AlertRecall& recall)
{
    if (recall.weeks == 0)
        return "No conversation without an alert was labelled in the review.";
    if (recall.judged < std::min(fewestJudged, recall.silent))
        return "Of the conversations without an alert only " + std::to_string(recall.judged) + " are labelled; it takes "
            + std::to_string(std::min(fewestJudged, recall.silent)) + ".";
    if (recall.estimate.gap == RecallGap::StratumNotSampled)
        return "Of one kind of conversations without an alert none was labelled.";
    if (recall.estimate.gap == RecallGap::NothingToRecall)
        return "Nothing worth an alert was found, with or without one.";
    return {};
}

}

AlertRecall alertRecall(const FigureRows& rows, const FigureQuestion& question, std::string_view trigger)
{
    AlertRecall recall;
    if (!question.tier.empty() || !question.queue.empty() || !question.agent.empty() || question.version) {
        recall.why = "What was missed is known for a channel, not for a tier, queue, person or version.";
        return recall;
    }
    const Word word = rows.words.find(trigger);
    std::vector<SilentStratum> strata;
    std::int64_t found = 0;
    for (const auto& [since, week] : drawnWeeks(rows, question, word)) {
        ++recall.weeks;
        found += foundIn(rows, question, word, since);
        for (auto [kind, stratum] : week.strata) {
            stratum.conversations = std::max(stratum.conversations, stratum.sampled);   // some were of another kind when drawn
            strata.push_back(stratum);
            recall.silent += stratum.conversations;
            recall.judged += stratum.sampled;
            recall.worthAnAlert += stratum.worthAnAlert;
        }
    }
    recall.estimate = estimateRecall(found, strata);
    recall.why = whyNot(recall);
    if (!recall.why.empty())
        recall.estimate.recall.reset();
    return recall;
}

}
