#include "app/analysis/floor_counter.h"

#include "model/calendar/zone_offsets.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostColumnsKept = 8;   // a million rows of one take 4 to 8 MB

bool isDecided(const FloorDimension& dimension)
{
    return dimension.kind == FloorBy::Policy || dimension.kind == FloorBy::Attribute;
}

std::vector<FloorDimension> dimensionsOf(const FloorQuestion& question)
{
    std::vector<FloorDimension> dimensions{question.by};
    if (question.across)
        dimensions.push_back(*question.across);
    return dimensions;
}

// The clock of the desk over all that may be asked for.
Result<ClockOffsets> clockFor(const FloorQuestion& question, const FigureRows& rows)
{
    if (question.zone.empty())
        return ClockOffsets{};
    Instant from = question.of.since;
    if (from == Instant::min()) {
        from = question.of.now;
        for (const ConversationFacts& row : rows.conversations)
            from = std::min(from, row.openedAt);
    }
    const Instant to = question.of.until == Instant::max() ? question.of.now + std::chrono::days{1} : question.of.until;
    return zoneOffsets(question.zone, from, std::max(from, to));
}

}

FloorCounter::FloorCounter(FigureSource& source, History& history) : m_source(source), m_history(history) { }

FloorCounter::Column FloorCounter::column(const FloorDimension& dimension, const FigureRows& rows)
{
    const auto past = m_history.read();
    if (m_upTo != m_source.upTo() || m_upToDecision != past.log.lastSequence() || m_columns.size() >= mostColumnsKept)
        m_columns.clear();
    m_upTo = m_source.upTo();
    m_upToDecision = past.log.lastSequence();
    Column& kept = m_columns[dimension];
    if (!kept)
        kept = std::make_shared<ConversationColumn>(
            dimension.kind == FloorBy::Policy ? policyColumn(past.log, rows.conversations)
                                              : attributeColumn(past.log, dimension.attribute, rows.conversations));
    return kept;
}

Result<ConversationColumns> FloorCounter::columnsFor(const FloorQuestion& question, const FigureRows& rows,
                                                     const Errand& errand)
{
    ConversationColumns columns;
    auto clock = clockFor(question, rows);
    if (!clock)
        return tl::unexpected(clock.error());
    columns.clock = std::move(*clock);
    for (const FloorDimension& dimension : dimensionsOf(question)) {
        if (!isDecided(dimension))
            continue;
        if (auto followed = m_history.follow(errand); !followed)
            return tl::unexpected(followed.error());
        if (dimension.kind == FloorBy::Policy)
            columns.policy = column(dimension, rows);
        else
            columns.attributes[dimension.attribute] = column(dimension, rows);
    }
    return columns;
}

// As the live rulebook calls them; one that it does not have keeps its id.
void FloorCounter::namePolicies(FloorCounts& counts)
{
    const auto live = m_history.liveRules();
    if (!live)
        return;
    const auto name = [&](FloorPart& part) {
        for (const Policy& policy : (*live)->rulebook().policies)
            if (policy.id.value == part.id && !policy.name.empty())
                part.name = policy.name;
    };
    if (counts.question.by.kind == FloorBy::Policy)
        for (FloorBar& bar : counts.bars)
            name(bar.part);
    if (counts.pivot && counts.question.across->kind == FloorBy::Policy)
        for (FloorPart& part : counts.pivot->columns)
            name(part);
}

Result<FloorCounts> FloorCounter::count(const FloorQuestion& question, const Errand& errand)
{
    const auto found = m_source.rows();
    if (!found)
        return tl::unexpected(found.error());
    const auto columns = columnsFor(question, **found, errand);
    if (!columns)
        return tl::unexpected(columns.error());
    FloorCounts counts = countFloor(**found, *columns, question);
    namePolicies(counts);
    return counts;
}

Result<std::vector<std::string>> FloorCounter::attributes(const Errand& errand)
{
    return m_history.follow(errand).map([&] { return m_seen.in(m_history.read().log); });
}

}
