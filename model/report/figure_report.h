#pragma once

#include "model/figures/alert_precision.h"
#include "model/figures/figure_choices.h"
#include "model/figures/priority_accuracy.h"
#include "model/figures/priority_conversion.h"
#include "model/figures/response_time.h"

namespace signalbox {

// What `signalbox report` says: the four figures of a period and the review of its alerts.
struct FigureReport {
    FigureQuestion question;
    std::vector<Dimension> by;   // in which order it is broken down
    std::int64_t upTo = 0;       // the last event of the journal that it knows
    Broken<PriorityAccuracy> accuracy;
    Broken<ResponseTime> response;
    Broken<AlertPrecision> alerts;   // broken down by trigger, too
    Broken<PriorityConversion> conversion;
    std::optional<ConversionComparison> comparison;   // when a version was asked for
    FigureChoices choices;                            // what there is of the origin
};

FigureReport reportOf(const FigureRows& rows, const FigureQuestion& question, const std::vector<Dimension>& by);

enum class FigureUnit { Share, Kappa, Seconds };

// One number of the report in a form that every format prints.
struct FigureLine {
    std::string figure;     // "K1"
    std::string measure;    // "accuracy": for machines
    std::string words;      // "Priority classification accuracy"
    std::string by;         // "channel"; empty: of the whole
    std::string part;       // its id: "website"
    std::string partName;   // and for people
    FigureUnit unit = FigureUnit::Share;
    std::optional<double> value;   // without: a dash, and `why` says the reason
    std::optional<double> low;     // 95 % interval, where there is one
    std::optional<double> high;
    std::int64_t of = 0;               // the sample size
    std::optional<double> notJudged;   // the share not yet labelled or adjudicated, or not final
    std::string why;
    bool thin = false;                // too few to rely on
    bool isMain = false;              // the figure itself; others stand beside it
    std::optional<double> soFar;      // of those that are not final: drawn dashed
    std::vector<std::int64_t> rows;   // behind the figure itself
};

// All of the whole first, figure by figure, then of each part.
std::vector<FigureLine> linesOf(const FigureReport& report);
// K3 of each trigger, which it is broken down by whatever else was asked for.
std::vector<FigureLine> triggerLinesOf(const FigureReport& report);

struct FigureAbout {
    std::string figure;   // "K1"
    std::string name;     // "Priority classification accuracy"
    std::string definition;
    std::vector<std::string> notes;   // what was left out, and what the figure rests on
};
std::vector<FigureAbout> aboutFigures(const FigureReport& report);

// The alert review: a row for each trigger.
struct TriggerLine {
    std::string trigger;
    const AlertPrecision* alerts = nullptr;   // without: it did not fire
};
std::vector<TriggerLine> triggersOf(const FigureReport& report);

std::string nameOf(Dimension dimension);   // "channel"
std::optional<Dimension> dimensionFromName(std::string_view name);
// "1 to 7 June 2026, week 2026-W23"; and what kind of conversations these are when they are not live.
std::string periodInWords(const FigureQuestion& question);
std::string originWarning(Origin origin);   // empty for live ones

// "82 %", "0.71", "3 min 5 s"; a dash for none.
std::string valueInWords(FigureUnit unit, const std::optional<double>& value);
std::string intervalInWords(const FigureLine& line);   // "69 to 90 %"; empty without one
std::string countInWords(std::int64_t count);          // "8,940"

std::string reportAsText(const FigureReport& report);
std::string reportAsCsv(const FigureReport& report);
std::string reportAsJsonLines(const FigureReport& report);
// One page that stands alone and prints well. `theme`: the JSON of a theme, whose colours it takes (resources/themes).
std::string reportAsHtml(const FigureReport& report, std::string_view theme);

}
