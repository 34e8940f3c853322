#include "model/report/figure_report.h"

#include "model/domain/names.h"
#include "model/figures/definitions.h"
#include "model/figures/iso_week.h"

#include <array>
#include <charconv>
#include <cmath>

namespace signalbox {
namespace {

constexpr const char* dash = "\xE2\x80\x93";

std::string fixed(double number, int digits)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits);
    return end.ec == std::errc() ? std::string(text.data(), end.ptr) : std::string("?");
}

// The two largest units that say something: "42 s", "3 min 5 s", "2 h 10 min", "3 d 4 h".
std::string durationInWords(double seconds)
{
    struct Unit {
        std::int64_t seconds;
        const char* name;
    };
    constexpr std::array units{Unit{86400, " d"}, Unit{3600, " h"}, Unit{60, " min"}, Unit{1, " s"}};
    std::int64_t left = std::llround(seconds);
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        if (left < units[i].seconds)
            continue;
        const std::int64_t second = left % units[i].seconds / units[i + 1].seconds;
        return std::to_string(left / units[i].seconds) + units[i].name
            + (second > 0 ? " " + std::to_string(second) + units[i + 1].name : "");
    }
    return seconds > 0 && seconds < 10 ? fixed(seconds, 1) + " s" : std::to_string(left) + " s";
}

std::string dayInWords(Instant at)
{
    constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(at)};
    return std::to_string(static_cast<unsigned>(day.day())) + " " + months[static_cast<unsigned>(day.month()) - 1] + " "
        + std::to_string(static_cast<int>(day.year()));
}

void note(std::vector<std::string>& notes, std::int64_t count, const char* one, const char* more)
{
    if (count > 0)
        notes.push_back(countInWords(count) + " " + (count == 1 ? one : more) + ".");
}

FigureAbout about(const PriorityAccuracy& k1)
{
    FigureAbout about{"K1", "Priority classification accuracy", std::string(priorityAccuracyInWords), {}};
    if (k1.judged > 0)
        about.notes.push_back("The true tier is known by " + countInWords(k1.byLead) + " verdicts of leads, "
                              + countInWords(k1.byAgent) + " corrections of agents and " + countInWords(k1.byOutcome)
                              + " outcomes, of " + countInWords(k1.decided) + " conversations that left the AI.");
    note(about.notes, k1.notStoodFor,
         "conversation is of a channel and tier of which none was judged: nothing stands for it",
         "conversations are of a channel and tier of which none was judged: nothing stands for them");
    note(about.notes, k1.withoutTier, "conversation left the AI without a tier and is left out",
         "conversations left the AI without a tier and are left out");
    return about;
}

FigureAbout about(const ResponseTime& k2)
{
    FigureAbout about{"K2", "Top-tier response time", std::string(responseTimeInWords), {}};
    note(about.notes, k2.owed - k2.answered - k2.abandoned, "is still open and counts with the time it has lasted",
         "are still open and count with the time they have lasted");
    note(about.notes, k2.abandoned, "was closed before a person wrote and counts with the time it lasted",
         "were closed before a person wrote and count with the time they lasted");
    note(about.notes, k2.withoutHours, "has no time in business hours: its queue's opening times are not known",
         "have no time in business hours: their queue's opening times are not known");
    note(about.notes, k2.spam, "was spam and is left out", "were spam and are left out");
    note(about.notes, k2.withAi, "never left the AI and is left out", "never left the AI and are left out");
    note(about.notes, k2.withoutInbound, "was begun by us without an answer yet and is left out",
         "were begun by us without an answer yet and are left out");
    return about;
}

FigureAbout about(const AlertPrecision& k3)
{
    FigureAbout about{"K3", "Alert true-positive rate", std::string(alertPrecisionInWords), {}};
    if (k3.told() > 0)
        about.notes.push_back(countInWords(k3.notLabelled()) + " of " + countInWords(k3.told())
                              + " episodes are not labelled yet.");
    note(about.notes, k3.unsure, "is labelled unsure and is left out", "are labelled unsure and are left out");
    note(about.notes, k3.fired - k3.told(), "was held back, so nobody was told: it is listed apart",
         "were held back, so nobody was told: they are listed apart");
    return about;
}

FigureAbout about(const PriorityConversion& k4)
{
    FigureAbout about{"K4", "Priority conversation conversion", std::string(priorityConversionInWords), {}};
    note(about.notes, k4.maturing, "customer is younger than that: maturing, not in the figure",
         "customers are younger than that: maturing, not in the figure");
    note(about.notes, k4.sameCustomer, "conversation was of a customer who counts already",
         "conversations were of customers who count already");
    note(about.notes, k4.notQualified, "conversation was not qualified and is left out",
         "conversations were not qualified and are left out");
    note(about.notes, k4.spam, "was spam and is left out", "were spam and are left out");
    return about;
}

std::string comparisonInWords(const ConversionComparison& comparison)
{
    const std::string version = "version " + std::to_string(comparison.version);
    if (!comparison.change)
        return "Before and after " + version + ": " + dash + ". " + comparison.why;
    const ConversionChange& change = *comparison.change;
    const auto share = [](const ShareEstimate& estimate) {
        return fixed(estimate.value * 100, 1) + " % (" + fixed(estimate.low * 100, 1) + " to "
            + fixed(estimate.high * 100, 1) + ")";
    };
    return "In the " + std::to_string(comparison.weeks) + " whole weeks before " + version + " " + share(change.before)
        + ", in as many after it " + share(change.after) + ", on one mix of channels and sources: a change of "
        + (change.lift.value > 0 ? "+" : "") + fixed(change.lift.value * 100, 1) + " points ("
        + fixed(change.lift.low * 100, 1) + " to " + fixed(change.lift.high * 100, 1) + "), of "
        + countInWords(change.compared) + " customers; " + countInWords(change.leftOut)
        + " are of a channel and source that is only on one side.";
}

}

std::string countInWords(std::int64_t count)
{
    std::string digits = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (count < 0 ? 1 : 0); at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string valueInWords(FigureUnit unit, const std::optional<double>& value)
{
    if (!value)
        return dash;
    switch (unit) {
    case FigureUnit::Share:
        return fixed(*value * 100, 1) + " %";
    case FigureUnit::Kappa:
        return fixed(*value, 2);
    case FigureUnit::Seconds:
        return durationInWords(*value);
    }
    return dash;
}

std::string intervalInWords(const FigureLine& line)
{
    if (!line.value || !line.low)
        return {};
    const std::string low
        = line.unit == FigureUnit::Share ? fixed(*line.low * 100, 1) : valueInWords(line.unit, line.low);
    return low + (line.high ? " to " + valueInWords(line.unit, line.high) : " or more");
}

std::string periodInWords(const FigureQuestion& question)
{
    const bool begins = question.since != Instant::min();
    const bool ends = question.until != Instant::max();
    if (!begins && !ends)
        return "the whole history";
    const std::string last = ends ? dayInWords(question.until - microseconds{1}) : std::string("now");
    if (!begins)
        return "until " + last;
    std::string words = dayInWords(question.since) + " to " + last;
    const std::int64_t week = weekOf(question.since);
    if (question.since == beginOfWeek(week) && question.until == beginOfWeek(week + 1))
        words = "week " + nameOfWeek(week) + ", " + words;
    return words;
}

std::string originWarning(Origin origin)
{
    switch (origin) {
    case Origin::Live:
        return {};
    case Origin::Practice:
        return "Practice: simulated visitors, not customers. Nothing here was measured on live conversations.";
    case Origin::Imported:
        return "Imported history: conversations from a file, decided afterwards. Nothing here was measured on live "
               "conversations.";
    }
    return {};
}

std::vector<FigureAbout> aboutFigures(const FigureReport& report)
{
    std::vector<FigureAbout> all{about(report.accuracy.whole), about(report.response.whole), about(report.alerts.whole),
                                 about(report.conversion.whole)};
    if (report.comparison)
        all.back().notes.push_back(comparisonInWords(*report.comparison));
    return all;
}

}
