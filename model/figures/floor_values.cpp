// What the floor's figures say of one measure.
#include "model/figures/floor_figures.h"

#include <array>

namespace signalbox {
namespace {

using Hits = std::pair<std::int64_t, std::int64_t>;   // of how many

// Of a share, what is counted and of how many.
Hits hitsOf(const FloorFigures& of, FloorMeasure measure, const FloorFigures& whole)
{
    using enum FloorMeasure;
    switch (measure) {
    case ShareOfAll:
        return {of.conversations, whole.conversations};
    case Spam:
        return {of.spam, of.conversations};
    case LeftToPeople:
        return {of.leftAi, of.settled()};
    case AiShare:
        return {of.endedByAi, of.settled()};
    case AiConverted:
        return {of.aiConverted, of.endedByAi};
    case AiOther:
        return {of.aiOther, of.endedByAi};
    case AiWithoutOutcome:
        return {of.aiWithoutOutcome, of.endedByAi};
    case AiSpam:
        return {of.aiSpam, of.endedByAi};
    case Abandoned:
        return {of.abandoned, of.owed};
    case Answered:
        return {of.answered, of.owed};
    case ShareOfAnswered:
        return {of.handled, whole.handled};
    default:
        return {0, 0};
    }
}

// What a measure is computed of, for the reason of a dash.
std::string_view basisOf(FloorMeasure measure)
{
    using enum FloorMeasure;
    switch (measure) {
    case LeftToPeople:
    case AiShare:
        return "left the AI or were closed";
    case AiConverted:
    case AiOther:
    case AiWithoutOutcome:
    case AiSpam:
        return "were ended by the AI";
    case WaitingMedian:
    case Waiting90:
    case ResponseMedian:
    case Response90:
    case Abandoned:
    case Answered:
        return "were owed to a person";
    case HandlingMedian:
    case Handling90:
    case ShareOfAnswered:
    case ShareOfHours:
        return "were answered by a person";
    default:
        return "are here";
    }
}

std::string tooFewFor(FloorMeasure measure, std::int64_t count)
{
    const std::string basis(basisOf(measure));
    if (count == 0)
        return "No conversations " + basis + ".";
    return "Only " + std::to_string(count) + " of the conversations " + basis + "; it takes "
        + std::to_string(fewestForAFigure) + ".";
}

FloorValue dash(std::int64_t of, std::string why) { return {{}, {}, {}, of, std::move(why)}; }

// Shares of everything there is are no sample of it: they have no interval.
FloorValue shareValue(FloorMeasure measure, Hits hits, bool hasInterval)
{
    if (hits.second < fewestForAFigure)
        return dash(hits.second, tooFewFor(measure, hits.second));
    const ShareEstimate share = estimateShare(hits.first, hits.second);
    if (!hasInterval)
        return {share.value, {}, {}, hits.second, {}};
    return {share.value, share.low, share.high, hits.second, {}};
}

double inSeconds(microseconds time) { return std::chrono::duration<double>(time).count(); }

FloorValue timeValue(FloorMeasure measure, const std::optional<SurvivalEstimate>& times, std::int64_t of, bool median)
{
    if (!times)
        return dash(of, tooFewFor(measure, of));
    const auto& found = median ? times->median : times->p90;
    if (!found)
        return dash(times->of,
                    std::string(median ? "Fewer than half" : "Fewer than nine in ten")
                        + " are known to have come to an end by any time.");
    FloorValue value{inSeconds(*found), {}, {}, times->of, {}};
    constexpr std::int64_t fewestForAnInterval = 6;   // see estimateSurvival
    if (median && times->of >= fewestForAnInterval) {
        value.low = inSeconds(times->medianLow);
        if (times->medianHigh)
            value.high = inSeconds(*times->medianHigh);
    }
    return value;
}

FloorValue countValue(std::int64_t count, std::int64_t of) { return {static_cast<double>(count), {}, {}, of, {}}; }

double inHours(microseconds time) { return std::chrono::duration<double, std::ratio<3600>>(time).count(); }

FloorValue shareOfHours(const FloorFigures& of, const FloorFigures& whole)
{
    if (whole.handled < fewestForAFigure || whole.handlingTime.count() == 0)
        return dash(whole.handled, tooFewFor(FloorMeasure::ShareOfHours, whole.handled));
    return {inHours(of.handlingTime) / inHours(whole.handlingTime), {}, {}, whole.handled, {}};
}

FloorValue messagesEach(const FloorFigures& of)
{
    if (of.conversations < fewestForAFigure)
        return dash(of.conversations, tooFewFor(FloorMeasure::Messages, of.conversations));
    return {static_cast<double>(of.messages) / static_cast<double>(of.conversations), {}, {}, of.conversations, {}};
}

// What a conversation is for a measure to count it; 0: whatever it is.
unsigned standingFor(FloorMeasure measure)
{
    using enum FloorMeasure;
    switch (measure) {
    case StillOpen:
        return FloorConversation::Open;
    case Spam:
        return FloorConversation::Spam;
    case LeftToPeople:
        return FloorConversation::LeftAi;
    case AiShare:
        return FloorConversation::EndedByAi;
    case AiConverted:
        return FloorConversation::AiConverted;
    case AiOther:
        return FloorConversation::AiOther;
    case AiWithoutOutcome:
        return FloorConversation::AiWithoutOutcome;
    case AiSpam:
        return FloorConversation::EndedByAi | FloorConversation::Spam;
    case WaitingMedian:
    case Waiting90:
    case ResponseMedian:
    case Response90:
        return FloorConversation::Owed;
    case Abandoned:
        return FloorConversation::Abandoned;
    case StillWaiting:
        return FloorConversation::Owed | FloorConversation::Open;
    case Answered:
        return FloorConversation::Answered;
    case HandlingMedian:
    case Handling90:
    case AnsweredCount:
    case ShareOfAnswered:
    case HandlingHours:
    case ShareOfHours:
        return FloorConversation::Handled;
    default:
        return 0;
    }
}

}

FloorValue valueOf(const FloorFigures& of, FloorMeasure measure, const FloorFigures& whole)
{
    using enum FloorMeasure;
    switch (measure) {
    case Conversations:
        return countValue(of.conversations, of.conversations);
    case StillOpen:
        return countValue(of.open, of.conversations);
    case StillWaiting:
        return countValue(of.owed - of.answered - of.abandoned, of.owed);
    case AnsweredCount:
        return countValue(of.handled, of.conversations);
    case HandlingHours:
        return {inHours(of.handlingTime), {}, {}, of.handled, {}};
    case Messages:
        return messagesEach(of);
    case WaitingMedian:
    case Waiting90:
        return timeValue(measure, of.waiting, of.owed, measure == WaitingMedian);
    case ResponseMedian:
    case Response90:
        return timeValue(measure, of.response, of.owed, measure == ResponseMedian);
    case HandlingMedian:
    case Handling90:
        return timeValue(measure, of.handling, of.handled, measure == HandlingMedian);
    case ShareOfHours:
        return shareOfHours(of, whole);
    default:
        return shareValue(measure, hitsOf(of, measure, whole), measure != ShareOfAll && measure != ShareOfAnswered);
    }
}

std::vector<std::int64_t> conversationsBehind(const FloorFigures& figures, FloorMeasure measure)
{
    const unsigned wanted = standingFor(measure);
    const unsigned unwanted = measure == FloorMeasure::StillWaiting ? unsigned(FloorConversation::Answered) : 0u;
    std::vector<std::int64_t> numbers;
    for (const FloorConversation& row : figures.rows)
        if ((row.is & wanted) == wanted && (row.is & unwanted) == 0)
            numbers.push_back(row.number);
    return numbers;
}

}
