#include "model/report/figure_report.h"

#include <chrono>

namespace signalbox {
namespace {

double inSeconds(microseconds time) { return std::chrono::duration<double>(time).count(); }
std::optional<double> inSeconds(const std::optional<microseconds>& time)
{
    return time ? std::optional(inSeconds(*time)) : std::nullopt;
}

// Collects the lines of one figure, for the whole or a part.
class FigureLines {
public:
    FigureLines(std::vector<FigureLine>& lines, std::string by, std::string part, std::string partName)
        : m_lines(lines), m_by(std::move(by)), m_part(std::move(part)), m_partName(std::move(partName))
    {
    }

    void add(const PriorityAccuracy& k1)
    {
        FigureLine& main = line("K1", "accuracy", "Priority classification accuracy", k1.accuracy, k1.judged, k1.why);
        if (k1.decided > 0)
            main.notJudged = k1.notJudgedShare();
        main.rows = k1.rows;
        main.isMain = true;
        main.thin = k1.thin();
        const auto beside = [&](const char* measure, const char* words, const std::optional<ShareEstimate>& share,
                                std::int64_t of, const char* missing) -> FigureLine& {
            return line("K1", measure, words, share, of, k1.why.empty() ? missing : k1.why);
        };
        beside("under_triage", "Under-triage: truly top, first lower", k1.underTriage, k1.trulyTop,
               "None was truly of the top tier.");
        beside("over_triage", "Over-triage: truly lower, first top", k1.overTriage, k1.judged - k1.trulyTop,
               "None was truly of a lower tier.");
        beside("kappa", "Quadratic kappa", k1.kappa, k1.judged,
               "All are of one tier: agreement beyond chance says nothing.")
            .unit
            = FigureUnit::Kappa;
    }

    void add(const ResponseTime& k2)
    {
        FigureLine& main = survival("median", "Top-tier response time, median", k2.calendar, k2.why, k2.owed);
        main.rows = k2.rows;
        main.isMain = true;
        main.thin = k2.thin();
        if (k2.owed > 0)
            main.notJudged = static_cast<double>(k2.owed - k2.answered) / static_cast<double>(k2.owed);
        ninetieth("p90", "90th percentile", k2.calendar, k2.why, k2.owed);
        survival("median_business_hours", "Median in business hours", k2.business, k2.whyNoBusiness,
                 k2.owed - k2.withoutHours);
        ninetieth("p90_business_hours", "90th percentile in business hours", k2.business, k2.whyNoBusiness,
                  k2.owed - k2.withoutHours);
        FigureLine& toTier = empty("K2", "time_to_tier", "Time to tier, median", k2.owed, k2.why);
        toTier.unit = FigureUnit::Seconds;
        toTier.value = inSeconds(k2.timeToTier);
        line("K2", "abandoned", "Closed before a person wrote", k2.abandonedShare, k2.owed, k2.why);
    }

    void add(const AlertPrecision& k3)
    {
        FigureLine& main
            = line("K3", "precision", "Alert true-positive rate (precision)", k3.precision, k3.judged(), k3.why);
        if (k3.told() > 0)
            main.notJudged = k3.notLabelledShare();
        main.rows = k3.rows;
        main.isMain = true;
        main.thin = k3.thin();
        line("K3", "acted_on", "Acted on in time", k3.actedOnShare, k3.couldAct, "Too few alerts to say.");
        line("K3", "late", "True, but a person had answered before", k3.lateShare, k3.truths,
             "Too few are labelled true to say.");
        line("K3", "by_itself", "Over before anybody acknowledged it", k3.byItselfShare, k3.told(),
             "Too few alerts to say.");
        FigureLine& wait = empty("K3", "time_to_acknowledge", "Time to acknowledge, median", k3.told(),
                                 "Fewer than half were acknowledged, or there are too few.");
        wait.unit = FigureUnit::Seconds;
        if (k3.toAcknowledge)
            wait.value = inSeconds(k3.toAcknowledge->median);
        if (k3.recall)
            line("K3", "recall", "Estimated recall", k3.recall->estimate.recall, k3.recall->judged, k3.recall->why);
    }

    void add(const PriorityConversion& k4)
    {
        FigureLine& main = line("K4", "conversion", "Priority conversation conversion", k4.conversion, k4.of, k4.why);
        if (k4.of + k4.maturing > 0)
            main.notJudged = static_cast<double>(k4.maturing) / static_cast<double>(k4.of + k4.maturing);
        main.rows = k4.rows;
        main.isMain = true;
        main.thin = k4.thin();
        if (k4.soFar)
            main.soFar = k4.soFar->value;
        line("K4", "conversion_so_far", "Maturing customers, so far", k4.soFar, k4.maturing,
             k4.maturing == 0 ? "None is maturing." : "Too few are maturing to say.");
    }

private:
    FigureLine& empty(const char* figure, const char* measure, const char* words, std::int64_t of, std::string why)
    {
        FigureLine made;
        made.figure = figure;
        made.measure = measure;
        made.words = words;
        made.by = m_by;
        made.part = m_part;
        made.partName = m_partName;
        made.of = of;
        made.why = std::move(why);
        m_lines.push_back(std::move(made));
        return m_lines.back();
    }

    FigureLine& line(const char* figure, const char* measure, const char* words,
                     const std::optional<ShareEstimate>& share, std::int64_t of, std::string why)
    {
        FigureLine& made = empty(figure, measure, words, of, share ? std::string() : std::move(why));
        if (share) {
            made.value = share->value;
            made.low = share->low;
            made.high = share->high;
        }
        return made;
    }

    FigureLine& survival(const char* measure, const char* words, const std::optional<SurvivalEstimate>& times,
                         const std::string& why, std::int64_t of)
    {
        FigureLine& made = empty("K2", measure, words, of, why);
        made.unit = FigureUnit::Seconds;
        if (!times)
            return made;
        made.value = inSeconds(times->median);
        if (!made.value)
            made.why = "Fewer than half are known to have been answered by any time.";
        if (times->of >= 6)   // with fewer there is no interval
            made.low = inSeconds(times->medianLow);
        made.high = inSeconds(times->medianHigh);
        return made;
    }

    void ninetieth(const char* measure, const char* words, const std::optional<SurvivalEstimate>& times,
                   const std::string& why, std::int64_t of)
    {
        FigureLine& made = empty("K2", measure, words, of, why);
        made.unit = FigureUnit::Seconds;
        if (!times)
            return;
        made.value = inSeconds(times->p90);
        if (!made.value)
            made.why = "Fewer than nine in ten are known to have been answered by any time.";
    }

    std::vector<FigureLine>& m_lines;
    std::string m_by;
    std::string m_part;
    std::string m_partName;
};

template <class Figure>
void addParts(std::vector<FigureLine>& lines, const Broken<Figure>& figure, Dimension dimension)
{
    for (const Part<Figure>& part : figure.by.at(dimension))
        FigureLines(lines, nameOf(dimension), part.id, part.name).add(part.figure);
}

}

std::vector<FigureLine> linesOf(const FigureReport& report)
{
    std::vector<FigureLine> lines;
    FigureLines whole(lines, {}, {}, {});
    whole.add(report.accuracy.whole);
    whole.add(report.response.whole);
    whole.add(report.alerts.whole);
    whole.add(report.conversion.whole);
    for (const Dimension dimension : report.by) {
        addParts(lines, report.accuracy, dimension);
        addParts(lines, report.response, dimension);
        addParts(lines, report.alerts, dimension);
        addParts(lines, report.conversion, dimension);
    }
    const std::vector<FigureLine> triggers = triggerLinesOf(report);
    lines.insert(lines.end(), triggers.begin(), triggers.end());
    return lines;
}

std::vector<FigureLine> triggerLinesOf(const FigureReport& report)
{
    std::vector<FigureLine> lines;
    addParts(lines, report.alerts, Dimension::Trigger);
    return lines;
}

}
