#include "model/figures/floor_figures.h"

#include "model/figures/breakdown.h"
#include "model/figures/floor_parts.h"

#include <algorithm>
#include <numeric>

namespace signalbox {
namespace {

constexpr std::size_t mostColumns = 12;

// Which times are estimated: sorting them is what takes long.
struct FloorTimes {
    bool waiting = true;
    bool response = true;
    bool handling = true;
};

FloorTimes timesFor(FloorMeasure measure)
{
    using enum FloorMeasure;
    return {measure == WaitingMedian || measure == Waiting90, measure == ResponseMedian || measure == Response90,
            measure == HandlingMedian || measure == Handling90};
}

std::uint16_t floorStandingOf(const ConversationFacts& row)
{
    using Is = FloorConversation::Is;
    const bool closed = row.closedAt != never, spam = row.outcome == ShownOutcome::Spam;
    unsigned is = (closed ? 0u : unsigned(Is::Open)) | (spam ? unsigned(Is::Spam) : 0u);
    if (row.leftAiAt == never) {
        if (!closed)
            return static_cast<std::uint16_t>(is);
        is |= Is::EndedByAi;
        if (row.outcome == ShownOutcome::Converted)
            is |= Is::AiConverted;
        else if (row.outcome == ShownOutcome::Other)
            is |= Is::AiOther;
        else if (!spam)
            is |= Is::AiWithoutOutcome;
        return static_cast<std::uint16_t>(is);
    }
    is |= Is::LeftAi;
    const bool answered = row.answeredAt != never;
    if (spam)
        return static_cast<std::uint16_t>(is);
    if (answered)
        is |= Is::Handled;
    if (row.firstInboundAt == never || row.answeredAt < row.firstInboundAt)
        return static_cast<std::uint16_t>(is);   // begun by us
    is |= Is::Owed;
    is |= answered ? unsigned(Is::Answered) : closed ? unsigned(Is::Abandoned) : 0u;
    return static_cast<std::uint16_t>(is);
}

ObservedTime between(Instant from, Instant ended, const ConversationFacts& row, Instant now)
{
    const bool over = ended != never;
    return {std::max(microseconds{0}, (over ? ended : std::min(row.closedAt, now)) - from), over};
}

struct ObservedTimes {
    std::vector<ObservedTime> waiting, response, handling;
};

void count(FloorFigures& figures, const ConversationFacts& row, std::uint16_t is)
{
    using Is = FloorConversation::Is;
    const auto add = [is](std::int64_t& counter, unsigned bit) { counter += (is & bit) != 0 ? 1 : 0; };
    ++figures.conversations;
    figures.messages += row.messages;
    add(figures.open, Is::Open);
    add(figures.spam, Is::Spam);
    add(figures.leftAi, Is::LeftAi);
    add(figures.endedByAi, Is::EndedByAi);
    add(figures.aiConverted, Is::AiConverted);
    add(figures.aiOther, Is::AiOther);
    add(figures.aiWithoutOutcome, Is::AiWithoutOutcome);
    add(figures.owed, Is::Owed);
    add(figures.answered, Is::Answered);
    add(figures.abandoned, Is::Abandoned);
    add(figures.handled, Is::Handled);
    figures.aiSpam += (is & Is::EndedByAi) != 0 && (is & Is::Spam) != 0 ? 1 : 0;
    figures.begunByUs += (is & Is::LeftAi) != 0 && (is & (Is::Owed | Is::Spam)) == 0 ? 1 : 0;
    figures.rows.push_back({row.number, is});
}

std::optional<SurvivalEstimate> estimateOf(std::vector<ObservedTime>& times)
{
    if (static_cast<std::int64_t>(times.size()) < fewestForAFigure)
        return std::nullopt;
    return estimateSurvival(std::move(times));
}

FloorFigures figuresOf(const FigureRows& rows, std::span<const std::uint32_t> places, Instant now, FloorTimes times)
{
    FloorFigures figures;
    figures.rows.reserve(places.size());
    ObservedTimes seen;
    for (const std::uint32_t place : places) {
        const ConversationFacts& row = rows.conversations[place];
        const std::uint16_t is = floorStandingOf(row);
        count(figures, row, is);
        if ((is & FloorConversation::Owed) != 0 && times.waiting)
            seen.waiting.push_back(between(std::max(row.leftAiAt, row.firstInboundAt), row.answeredAt, row, now));
        if ((is & FloorConversation::Owed) != 0 && times.response)
            seen.response.push_back(between(row.firstInboundAt, row.answeredAt, row, now));
        if ((is & FloorConversation::Handled) == 0)
            continue;
        const ObservedTime handled = between(row.answeredAt, row.closedAt, row, now);
        figures.handlingTime += handled.lasted;
        if (times.handling)
            seen.handling.push_back(handled);
    }
    figures.waiting = estimateOf(seen.waiting);
    figures.response = estimateOf(seen.response);
    figures.handling = estimateOf(seen.handling);
    return figures;
}

// Practice, imported and live ones are never mixed: the filter lets one origin through.
std::vector<std::uint32_t> askedFor(const FigureRows& rows, FigureQuestion question)
{
    question.trigger.clear();   // of alerts
    const Filter filter(rows, question);
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < rows.conversations.size(); ++i) {
        const ConversationFacts& row = rows.conversations[i];
        if (filter.lets(row.origin,
                        {row.channel, row.tier, row.queue, row.agent, row.lastVersion, row.openedAt, Word{0}}))
            places.push_back(static_cast<std::uint32_t>(i));
    }
    return places;
}

// Places by part: those of part p are found[begins[p]] to found[begins[p + 1]].
struct Sorted {
    std::vector<std::size_t> begins;
    std::vector<std::uint32_t> places;

    std::span<const std::uint32_t> of(std::size_t part) const
    {
        return std::span(places).subspan(begins[part], begins[part + 1] - begins[part]);
    }
};

Sorted sortedBy(std::span<const std::uint32_t> partOf, std::size_t parts, std::span<const std::uint32_t> places)
{
    Sorted sorted;
    sorted.begins.assign(parts + 1, 0);
    for (const std::uint32_t part : partOf)
        ++sorted.begins[part + 1];
    std::partial_sum(sorted.begins.begin(), sorted.begins.end(), sorted.begins.begin());
    std::vector<std::size_t> next(sorted.begins.begin(), sorted.begins.end());
    sorted.places.resize(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        sorted.places[next[partOf[i]]++] = places[i];
    return sorted;
}

FloorPivot pivotOf(const FigureRows& rows, const ConversationColumns& columns, const FloorQuestion& question,
                   std::span<const std::uint32_t> places, const FloorParts& bars)
{
    FloorParts across = partsBy(rows, columns, *question.across, places);
    gatherSmallParts(across, mostColumns);
    const std::size_t width = across.parts.size();
    const FloorTimes times = timesFor(question.measure);
    FloorPivot pivot{across.parts, {}, {}};
    const Sorted byColumn = sortedBy(across.partOf, width, places);
    for (std::size_t column = 0; column < width; ++column)
        pivot.whole.push_back(figuresOf(rows, byColumn.of(column), question.of.now, times));
    std::vector<std::uint32_t> cellOf(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        cellOf[i] = static_cast<std::uint32_t>(bars.partOf[i] * width + across.partOf[i]);
    const Sorted byCell = sortedBy(cellOf, bars.parts.size() * width, places);
    for (std::size_t bar = 0; bar < bars.parts.size(); ++bar) {
        auto& cells = pivot.cells.emplace_back();
        for (std::size_t column = 0; column < width; ++column)
            cells.push_back(figuresOf(rows, byCell.of(bar * width + column), question.of.now, times));
    }
    return pivot;
}

FloorFairness fairnessOf(const FigureRows& rows, std::span<const std::uint32_t> places, Instant now)
{
    std::map<Word, std::pair<double, double>> loads;   // conversations and microseconds
    for (const std::uint32_t place : places) {
        const ConversationFacts& row = rows.conversations[place];
        if ((floorStandingOf(row) & FloorConversation::Handled) == 0)
            continue;
        auto& [conversations, time] = loads[row.agent];
        conversations += 1;
        time += static_cast<double>(between(row.answeredAt, row.closedAt, row, now).lasted.count());
    }
    std::vector<double> conversations, times;
    for (const auto& [agent, load] : loads) {
        conversations.push_back(load.first);
        times.push_back(load.second);
    }
    FloorFairness fairness{static_cast<std::int64_t>(loads.size()), evennessOf(conversations), evennessOf(times), {}};
    if (loads.size() < 2)
        fairness.why = loads.empty() ? "Nobody answered a conversation." : "Only one person answered.";
    return fairness;
}

}

std::optional<Evenness> evennessOf(std::span<const double> loads)
{
    double sum = 0, squares = 0, most = 0;
    for (const double load : loads) {
        sum += load;
        squares += load * load;
        most = std::max(most, load);
    }
    if (loads.size() < 2 || !(squares > 0))
        return std::nullopt;
    const auto count = static_cast<double>(loads.size());
    return Evenness{sum * sum / (count * squares), most * count / sum};
}

FloorCounts countFloor(const FigureRows& rows, const ConversationColumns& columns, const FloorQuestion& question)
{
    FloorCounts counts;
    counts.question = question;
    const std::vector<std::uint32_t> places = askedFor(rows, question.of);
    const FloorParts bars = partsBy(rows, columns, question.by, places);
    const Sorted byBar = sortedBy(bars.partOf, bars.parts.size(), places);
    // A crossed table is of one measure: the times of others are not estimated.
    const FloorTimes times = question.across ? timesFor(question.measure) : FloorTimes{};
    counts.whole = figuresOf(rows, places, question.of.now, times);
    for (std::size_t bar = 0; bar < bars.parts.size(); ++bar)
        counts.bars.push_back({bars.parts[bar], figuresOf(rows, byBar.of(bar), question.of.now, times)});
    if (question.across)
        counts.pivot = pivotOf(rows, columns, question, places, bars);
    counts.fairness = fairnessOf(rows, places, question.of.now);
    return counts;
}

}
