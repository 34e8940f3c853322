#include "model/figures/alert_precision.h"

#include "model/figures/breakdown.h"

namespace signalbox {
namespace {

using Episode = const AlertFacts*;

Place placeOfAlert(Episode alert)
{
    return {alert->channel, alert->tier, alert->queue, alert->owner, alert->version, alert->at, alert->trigger};
}

bool isActedOn(const AlertFacts& alert, std::chrono::minutes within)
{
    const Instant first = std::min(alert.acknowledgedAt, alert.answeredAt);
    return first != never && first <= alert.at + within;
}

void count(AlertPrecision& figure, const AlertFacts& alert, const FigureQuestion& question)
{
    figure.truths += alert.verdict == Verdict::True ? 1 : 0;
    figure.falses += alert.verdict == Verdict::False ? 1 : 0;
    figure.unsure += alert.verdict == Verdict::Unsure ? 1 : 0;
    figure.late += alert.verdict == Verdict::True && alert.late ? 1 : 0;
    figure.byItself += alert.endedByItself && alert.acknowledgedAt == never ? 1 : 0;
    const bool acted = isActedOn(alert, question.actsWithin);
    if (acted || alert.at + question.actsWithin <= question.now) {
        ++figure.couldAct;
        figure.actedOn += acted ? 1 : 0;
    }
    figure.rows.push_back(alert.number);
}

ObservedTime untilAcknowledged(const AlertFacts& alert, Instant now)
{
    const bool acknowledged = alert.acknowledgedAt != never;
    const Instant end = acknowledged ? alert.acknowledgedAt : std::min(alert.endedAt, now);
    return {std::max(microseconds{}, end - alert.at), acknowledged};
}

void conclude(AlertPrecision& figure)
{
    const std::int64_t told = figure.told();
    if (told == 0)
        figure.why = "Nobody was told of an alert.";
    else if (figure.judged() == 0)
        figure.why = "None is labelled true or false yet.";
    else if (figure.judged() < fewestForAFigure)
        figure.why = "Only " + std::to_string(figure.judged()) + " are labelled true or false; it takes "
            + std::to_string(fewestForAFigure) + ".";
    else
        figure.precision = estimateShare(figure.truths, figure.judged());
    if (figure.couldAct >= fewestForAFigure)
        figure.actedOnShare = estimateShare(figure.actedOn, figure.couldAct);
    if (figure.truths >= fewestForAFigure)
        figure.lateShare = estimateShare(figure.late, figure.truths);
    if (told >= fewestForAFigure)
        figure.byItselfShare = estimateShare(figure.byItself, told);
}

AlertPrecision precisionOf(std::span<const Episode> alerts, const FigureQuestion& question)
{
    AlertPrecision figure;
    std::vector<ObservedTime> times;
    for (const Episode alert : alerts) {
        ++figure.fired;
        ++figure.heldBack[static_cast<std::size_t>(alert->heldBack)];
        if (!wasTold(alert->heldBack))
            continue;
        count(figure, *alert, question);
        times.push_back(untilAcknowledged(*alert, question.now));
    }
    conclude(figure);
    if (figure.told() >= fewestForAFigure)
        figure.toAcknowledge = estimateSurvival(std::move(times));
    return figure;
}

std::vector<Episode> episodesIn(const FigureRows& rows, const FigureQuestion& question)
{
    const Filter filter(rows, question);
    std::vector<Episode> items;
    for (const AlertFacts& alert : rows.alerts)
        if (filter.lets(alert.origin, placeOfAlert(&alert)))
            items.push_back(&alert);
    return items;
}

}

Broken<AlertPrecision> alertPrecision(const FigureRows& rows, const FigureQuestion& question,
                                      std::span<const Dimension> by)
{
    auto broken = brokenDown(rows, episodesIn(rows, question), by, placeOfAlert,
                             [&](std::span<const Episode> part) { return precisionOf(part, question); });
    if (!question.trigger.empty())
        broken.whole.recall = alertRecall(rows, question, question.trigger);
    for (auto& part : broken.by[Dimension::Trigger])
        part.figure.recall = alertRecall(rows, question, part.id);
    return broken;
}

}
