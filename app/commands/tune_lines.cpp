#include "app/commands/tune_lines.h"

#include "model/report/report_table.h"
#include "model/domain/names.h"
#include "model/figures/review_figures.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostSteps = 20;   // of the curve, in text

std::string numberInWords(double number, int decimals)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return english.toString(number, 'f', decimals).toStdString();
}

std::string thresholdInWords(double threshold) { return QString::number(threshold, 'g', 6).toStdString(); }
std::string perWeekInWords(double alerts) { return numberInWords(alerts, 1); }
std::string percentInWords(double share) { return thresholdInWords(share * 100) + " %"; }

std::string shareInWords(const ShareEstimate& share, std::int64_t of)
{
    FigureLine line;
    line.value = share.value;
    line.low = share.low;
    line.high = share.high;
    line.of = of;
    return figureInWords(line);
}

std::string precisionInWords(const KeptAlerts& kept)
{
    const std::int64_t judged = kept.truths + kept.falses;
    return judged < fewestJudged
        ? "— (" + countInWords(judged) + " labelled, " + countInWords(fewestJudged) + " needed)"
        : shareInWords(kept.precision(), judged);
}

// Of many, evenly spread ones; the first and the last are among them.
std::vector<KeptAlerts> stepsToPrint(const ThresholdCurve& curve)
{
    const std::vector<KeptAlerts>& all = curve.steps();
    if (all.size() <= mostSteps)
        return all;
    std::vector<KeptAlerts> few;
    for (std::size_t i = 0; i < mostSteps; ++i)
        few.push_back(all[i * (all.size() - 1) / (mostSteps - 1)]);
    return few;
}

ReportTable curveTable(const Tuning& tuning)
{
    const ThresholdStudy& study = *tuning.history.study;
    const std::int64_t truths = study.at(study.live()).before.truths;
    ReportTable table{"Thresholds", {"from", "alerts a week", "true ones kept", "right, of those labelled"}, {}};
    for (const KeptAlerts& step : stepsToPrint(study.curve()))
        table.rows.push_back({thresholdInWords(step.threshold),
                              perWeekInWords(double(step.kept) / tuning.history.weeks),
                              countInWords(step.truths) + " of " + countInWords(truths), precisionInWords(step)});
    return table;
}

std::string nameOfOwner(const Tuning& tuning, const AgentId& id)
{
    if (id.empty())
        return "anybody";
    const auto known = tuning.history.names.find(id);
    return known == tuning.history.names.end() ? id.value : known->second;
}

std::string effectInWords(const Tuning& tuning, double threshold)
{
    const ThresholdStudy& study = *tuning.history.study;
    const ThresholdEffect effect = study.at(threshold);
    std::string text = "\nFrom " + thresholdInWords(threshold) + " instead of " + thresholdInWords(study.live()) + "\n";
    text += "  False alerts removed: " + countInWords(effect.falsesRemoved()) + " of "
        + countInWords(effect.before.falses) + "\n";
    text += "  True alerts lost: " + countInWords(effect.truthsLost()) + " of " + countInWords(effect.before.truths)
        + "\n";
    text += "  Right: " + precisionInWords(effect.before) + " -> " + precisionInWords(effect.after) + "\n";
    text += "  Alerts a week: " + perWeekInWords(effect.perWeekBefore()) + " -> " + perWeekInWords(effect.perWeek())
        + "\n";
    ReportTable loads{"Alerts a week by owner", {"owner", "before", "after"}, {}};
    for (const PersonLoad& load : study.loads(threshold))
        loads.rows.push_back(
            {nameOfOwner(tuning, load.agent), perWeekInWords(load.before), perWeekInWords(load.after)});
    return text + inColumns(loads);
}

std::string suggestionInWords(const Tuning& tuning)
{
    const std::string aim = percentInWords(*tuning.aim);
    if (!tuning.suggestion)
        return "\nNo threshold reaches " + aim + ". The condition needs something else than another number.\n";
    const KeptAlerts& kept = tuning.suggestion->kept;
    std::string text = "\nFor at least " + aim + " right: from " + thresholdInWords(kept.threshold) + ", "
        + shareInWords(kept.precision(), kept.truths + kept.falses) + " labelled alerts.\n";
    if (tuning.suggestion->thin)
        text += "Too few are labelled to be sure of " + aim + ".\n";
    return text;
}

nlohmann::json keptAsJson(const KeptAlerts& kept, double weeks)
{
    const ShareEstimate precision = kept.precision();
    const std::int64_t judged = kept.truths + kept.falses;
    nlohmann::json object{{"threshold", kept.threshold},
                          {"alerts", kept.kept},
                          {"alerts_a_week", double(kept.kept) / weeks},
                          {"true", kept.truths},
                          {"false", kept.falses}};
    if (judged > 0)
        object["precision"]
            = {{"value", precision.value}, {"low", precision.low}, {"high", precision.high}, {"n", judged}};
    return object;
}

std::string lineOf(const char* kind, nlohmann::json object)
{
    object["kind"] = kind;
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}

std::string tuningAsText(const Tuning& tuning)
{
    const ThresholdHistory& history = tuning.history;
    const KeptAlerts all = history.study->at(history.study->live()).before;
    std::string text = history.triggerName + ": " + history.measure.attribute + " at least "
        + thresholdInWords(history.measure.threshold) + " on " + std::string(nameOf(history.channel))
        + " (rulebook version " + std::to_string(history.version) + ")\n";
    text += countInWords(all.kept) + " alerts in " + numberInWords(history.weeks, 1) + " weeks, "
        + countInWords(history.study->labelled()) + " of them labelled true or false\n";
    text += inColumns(curveTable(tuning));
    text += "A lower threshold cannot be judged: what it would add was never raised.\n";
    if (tuning.aim)
        text += suggestionInWords(tuning);
    if (tuning.chosen)
        text += effectInWords(tuning, *tuning.chosen);
    return text;
}

std::string tuningAsJsonLines(const Tuning& tuning)
{
    const ThresholdHistory& history = tuning.history;
    const ThresholdStudy& study = *history.study;
    std::string lines = lineOf("summary",
                               {{"trigger", tuning.trigger.value},
                                {"channel", nameOf(history.channel)},
                                {"measure", history.measure.attribute},
                                {"live", study.live()},
                                {"version", history.version},
                                {"weeks", history.weeks},
                                {"labelled", study.labelled()}});
    for (const KeptAlerts& step : study.curve().steps())
        lines += lineOf("step", keptAsJson(step, history.weeks));
    if (tuning.suggestion) {
        nlohmann::json suggestion = keptAsJson(tuning.suggestion->kept, history.weeks);
        suggestion["thin"] = tuning.suggestion->thin;
        lines += lineOf("suggestion", std::move(suggestion));
    }
    if (!tuning.chosen)
        return lines;
    const ThresholdEffect effect = study.at(*tuning.chosen);
    lines += lineOf("effect",
                    {{"before", keptAsJson(effect.before, history.weeks)},
                     {"after", keptAsJson(effect.after, history.weeks)},
                     {"false_removed", effect.falsesRemoved()},
                     {"true_lost", effect.truthsLost()}});
    for (const PersonLoad& load : study.loads(*tuning.chosen))
        lines += lineOf("load", {{"owner", load.agent.value}, {"before", load.before}, {"after", load.after}});
    return lines;
}

}
