#include "model/figures/priority_conversion.h"

#include "model/figures/breakdown.h"

#include <algorithm>
#include <tuple>

namespace signalbox {
namespace {

enum class InCohort : std::uint8_t { Counts, Spam, NotQualified, SameCustomer };

struct Prospect {
    const ConversationFacts* row = nullptr;
    InCohort standing = InCohort::Counts;
    bool converted = false;
};

Place placeOfProspect(const Prospect& prospect)
{
    const ConversationFacts& row = *prospect.row;
    return {row.channel, row.firstTier, row.queue, row.agent, row.topVersion, row.topAt};
}

struct Conversion {
    Word customer = 0;
    Instant at{};
    auto operator<=>(const Conversion&) const = default;
};

std::vector<Conversion> conversionsIn(const FigureRows& rows, Origin origin)
{
    std::vector<Conversion> conversions;
    for (const ConversationFacts& row : rows.conversations)
        if (row.origin == origin && row.outcome == ShownOutcome::Converted && row.closedAt != never)
            conversions.push_back({row.customer, row.closedAt});
    std::ranges::sort(conversions);
    return conversions;
}

InCohort standingOf(const ConversationFacts& row)
{
    if (row.outcome == ShownOutcome::Spam)
        return InCohort::Spam;
    return row.qualifiedAt == never ? InCohort::NotQualified : InCohort::Counts;
}

// All of the history, whatever is asked for: whether a customer counts depends on what came before.
std::vector<Prospect> prospectsIn(const FigureRows& rows, const FigureQuestion& question)
{
    std::vector<Prospect> prospects;
    for (const ConversationFacts& row : rows.conversations)
        if (row.topAt != never && row.origin == question.origin)
            prospects.push_back({&row, standingOf(row), false});
    std::ranges::sort(prospects, {}, [](const Prospect& each) {
        return std::tuple(each.row->customer, each.row->topAt, each.row->number);
    });
    const std::vector<Conversion> conversions = conversionsIn(rows, question.origin);
    const ConversationFacts* counted = nullptr;
    for (Prospect& prospect : prospects) {
        const ConversationFacts& row = *prospect.row;
        if (prospect.standing != InCohort::Counts)
            continue;
        if (counted && counted->customer == row.customer && row.topAt < counted->topAt + question.convertsWithin) {
            prospect.standing = InCohort::SameCustomer;
            continue;
        }
        counted = &row;
        const auto first = std::ranges::lower_bound(conversions, Conversion{row.customer, row.topAt});
        prospect.converted = first != conversions.end() && first->customer == row.customer
            && first->at <= row.topAt + question.convertsWithin;
    }
    std::ranges::sort(prospects, {}, [](const Prospect& each) { return each.row->number; });
    return prospects;
}

bool isFinal(const Prospect& prospect, const FigureQuestion& question)
{
    return prospect.row->topAt + question.convertsWithin <= question.now;
}

void count(PriorityConversion& figure, const Prospect& prospect, const FigureQuestion& question)
{
    figure.spam += prospect.standing == InCohort::Spam ? 1 : 0;
    figure.notQualified += prospect.standing == InCohort::NotQualified ? 1 : 0;
    figure.sameCustomer += prospect.standing == InCohort::SameCustomer ? 1 : 0;
    if (prospect.standing != InCohort::Counts)
        return;
    const bool final = isFinal(prospect, question);
    ++(final ? figure.of : figure.maturing);
    (final ? figure.converted : figure.maturingConverted) += prospect.converted ? 1 : 0;
    figure.rows.push_back(prospect.row->number);
}

std::string daysOf(const FigureQuestion& question) { return std::to_string(question.convertsWithin.count()) + " days"; }

PriorityConversion conversionOf(std::span<const Prospect> prospects, const FigureQuestion& question)
{
    PriorityConversion figure;
    for (const Prospect& prospect : prospects)
        count(figure, prospect, question);
    if (figure.of == 0 && figure.maturing > 0)
        figure.why = "Its " + std::to_string(figure.maturing)
            + (figure.maturing == 1 ? " customer is" : " customers are all") + " younger than " + daysOf(question)
            + ": final then.";
    else if (figure.of == 0)
        figure.why = "No qualified conversation reached the top tier.";
    else if (figure.of < fewestForAFigure)
        figure.why = "Only " + std::to_string(figure.of) + (figure.of == 1 ? " customer is" : " customers are")
            + " older than " + daysOf(question) + "; it takes " + std::to_string(fewestForAFigure) + ".";
    else
        figure.conversion = estimateShare(figure.converted, figure.of);
    if (figure.maturing >= fewestForAFigure)
        figure.soFar = estimateShare(figure.maturingConverted, figure.maturing);
    return figure;
}

// Customers of each channel and source, as long before the change as after it.
std::vector<ConversionStratum> strataAround(const FigureRows& rows, const FigureQuestion& question, Instant change,
                                            microseconds reach)
{
    FigureQuestion around = question;
    around.since = change - reach;
    around.until = change + reach;
    around.version.reset();
    const Filter filter(rows, around);
    std::map<std::pair<Channel, Word>, ConversionStratum> strata;
    for (const Prospect& prospect : prospectsIn(rows, question)) {
        const ConversationFacts& row = *prospect.row;
        if (prospect.standing != InCohort::Counts || !filter.lets(row.origin, placeOfProspect(prospect)))
            continue;
        ConversionStratum& stratum = strata[{row.channel, row.source}];
        const bool after = row.topAt >= change;
        ++(after ? stratum.after : stratum.before);
        (after ? stratum.convertedAfter : stratum.convertedBefore) += prospect.converted ? 1 : 0;
    }
    std::vector<ConversionStratum> all;
    for (const auto& [key, stratum] : strata)
        all.push_back(stratum);
    return all;
}

}

Broken<PriorityConversion> priorityConversion(const FigureRows& rows, const FigureQuestion& question,
                                              std::span<const Dimension> by)
{
    const Filter filter(rows, question);
    std::vector<Prospect> items = prospectsIn(rows, question);
    std::erase_if(items, [&](const Prospect& each) { return !filter.lets(each.row->origin, placeOfProspect(each)); });
    return brokenDown(rows, items, by, placeOfProspect,
                      [&](std::span<const Prospect> part) { return conversionOf(part, question); });
}

ConversionComparison compareByVersion(const FigureRows& rows, const FigureQuestion& question, int version)
{
    constexpr std::chrono::weeks week{1};
    ConversionComparison comparison{version, 0, std::nullopt, {}};
    const auto published = std::ranges::find(rows.rulebooks, version, &RulebookFacts::version);
    if (published == rows.rulebooks.end()) {
        comparison.why = "There is no version " + std::to_string(version) + " of the rulebook.";
        return comparison;
    }
    const Instant change = published->publishedAt;
    const Instant final = question.now - question.convertsWithin;
    comparison.weeks = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::weeks>(final - change).count());
    if (comparison.weeks == 0) {
        comparison.why
            = "No whole week since version " + std::to_string(version) + " is older than " + daysOf(question) + ".";
        return comparison;
    }
    comparison.change = compareConversion(strataAround(rows, question, change, comparison.weeks * week));
    if (!comparison.change)
        comparison.why = "No channel and source has customers in the " + std::to_string(comparison.weeks)
            + " weeks before and after.";
    return comparison;
}

}
