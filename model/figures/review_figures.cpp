#include "model/figures/review_figures.h"

#include "model/figures/agreement.h"

namespace signalbox {
namespace {

void countLabel(AlertFigures& figures, const std::optional<Judgement>& label)
{
    if (!label)
        ++figures.unlabelled;
    else if (*label == Judgement::True)
        ++figures.truths;
    else if (*label == Judgement::False)
        ++figures.falses;
    else
        ++figures.unsure;
}

}

AlertFigures countAlerts(const std::vector<JudgedAlert>& alerts)
{
    AlertFigures figures;
    std::vector<ObservedTime> acknowledged;
    ConfusionMatrix labels(3);
    for (const JudgedAlert& alert : alerts) {
        ++figures.raised;
        if (alert.first && alert.second) {
            ++figures.labelledTwice;
            labels.add(static_cast<std::size_t>(*alert.first), static_cast<std::size_t>(*alert.second));
        }
        if (!alert.heldBack.empty()) {
            ++figures.heldBack[alert.heldBack];
            continue;   // nobody was bothered: its label says nothing of how right the notices are
        }
        countLabel(figures, alert.first);
        ++figures.told;
        ++figures.byOwner[alert.owner];
        figures.actedOn += alert.actedOn ? 1 : 0;
        acknowledged.push_back(alert.acknowledged);
    }
    figures.precision = estimateShare(figures.truths, figures.judged());
    figures.acknowledged = estimateSurvival(std::move(acknowledged));
    if (figures.labelledTwice >= fewestJudged)
        figures.agreement = labels.kappa();
    return figures;
}

std::map<std::pair<std::string, std::string>, AlertFigures> countByTrigger(const std::vector<JudgedAlert>& alerts)
{
    std::map<std::pair<std::string, std::string>, std::vector<JudgedAlert>> parts;
    for (const JudgedAlert& alert : alerts) {
        parts[{alert.trigger, alert.channel}].push_back(alert);
        parts[{alert.trigger, {}}].push_back(alert);
    }
    std::map<std::pair<std::string, std::string>, AlertFigures> figures;
    for (const auto& [part, members] : parts)
        figures.emplace(part, countAlerts(members));
    return figures;
}

std::optional<ShareEstimate> precisionChange(const AlertFigures& before, const AlertFigures& after)
{
    if (before.isThin() || after.isThin())
        return std::nullopt;
    return estimateDifference(before.precision, after.precision);
}

}
