#include "model/figures/priority_accuracy.h"

#include "model/figures/breakdown.h"

#include <array>

namespace signalbox {
namespace {

constexpr std::size_t channels = 4;
constexpr std::int16_t notKnown = -1;

struct Judged {
    const ConversationFacts* row = nullptr;
    std::int16_t first = notKnown;   // rank
    std::int16_t truth = notKnown;   // rank
    Channel channel = Channel::Website;
    TruthSource source = TruthSource::None;
    bool drawn = true;
};

Place placeOfDecision(const Judged& judged)
{
    const ConversationFacts& row = *judged.row;
    return {row.channel, row.firstTier, row.queue, row.agent, row.firstVersion, row.leftAiAt};
}

// The ranks of tiers, by word: a table, as there are a million to look up.
class Ranks {
public:
    explicit Ranks(const FigureRows& rows) : m_ranks(rows.words.size(), notKnown)
    {
        for (const auto& [tier, rank] : rows.rankOf) {
            m_ranks[tier] = static_cast<std::int16_t>(rank);
            m_classes.resize(std::max(m_classes.size(), static_cast<std::size_t>(rank) + 1));
            std::string& name = m_classes[static_cast<std::size_t>(rank)];
            name += (name.empty() ? "" : " / ") + rows.words[tier];
        }
    }
    std::int16_t of(Word tier) const { return m_ranks[tier]; }
    const std::vector<std::string>& classes() const { return m_classes; }

private:
    std::vector<std::int16_t> m_ranks;
    std::vector<std::string> m_classes;
};

Judged judgedOf(const ConversationFacts& row, const Ranks& ranks, const FigureQuestion& question)
{
    Judged judged{&row, ranks.of(row.firstTier), notKnown, row.channel, row.truth, row.drawn};
    if (row.truth != TruthSource::None) {
        judged.truth = ranks.of(row.trueTier);
    } else if (question.topFromValue && row.outcome == ShownOutcome::Converted && row.value >= *question.topFromValue) {
        judged.truth = 0;
        judged.source = TruthSource::Outcome;
        judged.drawn = false;
    }
    if (judged.truth == notKnown)
        judged.source = TruthSource::None;
    return judged;
}

// How many of each channel and first tier were open to being drawn, and how many were.
class Samples {
public:
    Samples(std::size_t classes, std::span<const Judged> items) : m_classes(classes), m_strata(channels * classes)
    {
        for (const Judged& judged : items) {
            if (judged.first == notKnown || !judged.drawn)
                continue;
            Stratum& stratum = m_strata[at(judged)];
            ++stratum.all;
            stratum.judged += judged.truth == notKnown ? 0 : 1;
        }
    }
    double weight(const Judged& judged) const
    {
        const Stratum& stratum = m_strata[at(judged)];
        return judged.drawn ? static_cast<double>(stratum.all) / static_cast<double>(stratum.judged) : 1;
    }
    std::int64_t notStoodFor() const
    {
        std::int64_t sum = 0;
        for (const Stratum& stratum : m_strata)
            sum += stratum.judged == 0 ? stratum.all : 0;
        return sum;
    }

private:
    struct Stratum {
        std::int64_t all = 0;
        std::int64_t judged = 0;
    };
    std::size_t at(const Judged& judged) const
    {
        return static_cast<std::size_t>(judged.channel) * m_classes + static_cast<std::size_t>(judged.first);
    }

    std::size_t m_classes;
    std::vector<Stratum> m_strata;
};

void count(PriorityAccuracy& figure, const Judged& judged)
{
    ++figure.judged;
    figure.trulyTop += judged.truth == 0 ? 1 : 0;
    figure.byLead += judged.source == TruthSource::Lead ? 1 : 0;
    figure.byAgent += judged.source == TruthSource::Agent ? 1 : 0;
    figure.byOutcome += judged.source == TruthSource::Outcome ? 1 : 0;
    figure.rows.push_back(judged.row->number);
    figure.cells[static_cast<std::size_t>(judged.first)][static_cast<std::size_t>(judged.truth)].push_back(
        judged.row->number);
}

void conclude(PriorityAccuracy& figure, const ConfusionMatrix& matrix)
{
    const std::size_t classes = matrix.classes();
    for (std::size_t first = 0; first < classes; ++first) {
        figure.confusion.emplace_back();
        for (std::size_t truth = 0; truth < classes; ++truth)
            figure.confusion.back().push_back(matrix.weight(first, truth));
    }
    if (figure.decided == 0)
        figure.why = "No conversation left the AI with a tier.";
    else if (figure.judged == 0)
        figure.why = "Of none is the true tier known yet.";
    else if (figure.judged < fewestForAFigure)
        figure.why = "Of only " + std::to_string(figure.judged) + " is the true tier known; it takes "
            + std::to_string(fewestForAFigure) + ".";
    if (!figure.why.empty())
        return;
    figure.accuracy = matrix.accuracy();
    figure.kappa = matrix.quadraticKappa();
    if (figure.trulyTop > 0)
        figure.underTriage = matrix.underTriage();
    if (figure.trulyTop < figure.judged)
        figure.overTriage = matrix.overTriage();
}

PriorityAccuracy accuracyOf(std::span<const Judged> items, const std::vector<std::string>& classes)
{
    PriorityAccuracy figure;
    figure.classes = classes;
    figure.cells.assign(classes.size(), std::vector<std::vector<std::int64_t>>(classes.size()));
    const Samples samples(classes.size(), items);
    ConfusionMatrix matrix(classes.size());
    for (const Judged& judged : items) {
        if (judged.first == notKnown) {
            ++figure.withoutTier;
            continue;
        }
        ++figure.decided;
        if (judged.truth == notKnown)
            continue;
        count(figure, judged);
        matrix.add(static_cast<std::size_t>(judged.first), static_cast<std::size_t>(judged.truth),
                   samples.weight(judged));
    }
    figure.notStoodFor = samples.notStoodFor();
    conclude(figure, matrix);
    return figure;
}

}

Broken<PriorityAccuracy> priorityAccuracy(const FigureRows& rows, const FigureQuestion& question,
                                          std::span<const Dimension> by)
{
    const Ranks ranks(rows);
    const Filter filter(rows, question);
    std::vector<Judged> items;
    for (const ConversationFacts& row : rows.conversations) {
        if (row.leftAiAt == never)
            continue;
        const Judged judged = judgedOf(row, ranks, question);
        if (filter.lets(row.origin, placeOfDecision(judged)))
            items.push_back(judged);
    }
    return brokenDown(rows, items, by, placeOfDecision,
                      [&](std::span<const Judged> part) { return accuracyOf(part, ranks.classes()); });
}

}
