#include "model/figures/floor_measures.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

using enum FloorMeasure;

constexpr std::array measureTable{
    AboutFloorMeasure{Conversations, "conversations", "Conversations", FloorUnit::Count,
                      "Conversations that were opened in the period, spam among them."},
    AboutFloorMeasure{ShareOfAll, "share", "Share of all", FloorUnit::Share,
                      "Of all conversations of the period, the share that is here."},
    AboutFloorMeasure{StillOpen, "open", "Still open", FloorUnit::Count, "Conversations that are not closed yet."},
    AboutFloorMeasure{Spam, "spam", "Spam", FloorUnit::Share,
                      "Of all conversations, the share that was closed as spam."},
    AboutFloorMeasure{Messages, "messages", "Messages each", FloorUnit::Number,
                      "Messages of a conversation on average, of everybody, with internal notes."},
    AboutFloorMeasure{LeftToPeople, "left-to-people", "Left to people", FloorUnit::Share,
                      "Of the conversations that left the AI or were closed by now, the share that left it for a "
                      "queue or a person."},
    AboutFloorMeasure{AiShare, "ai-share", "Ended by the AI", FloorUnit::Share,
                      "Of the conversations that left the AI or were closed by now, the share that was closed "
                      "without ever leaving it."},
    AboutFloorMeasure{AiConverted, "ai-converted", "AI: converted", FloorUnit::Share,
                      "Of those that the AI ended by itself, the share with the outcome \"converted\"."},
    AboutFloorMeasure{AiOther, "ai-other", "AI: other outcome", FloorUnit::Share,
                      "Of those that the AI ended by itself, the share with any outcome but \"converted\" and "
                      "\"spam\"."},
    AboutFloorMeasure{AiWithoutOutcome, "ai-none", "AI: no outcome", FloorUnit::Share,
                      "Of those that the AI ended by itself, the share that was closed without an outcome."},
    AboutFloorMeasure{AiSpam, "ai-spam", "AI: spam", FloorUnit::Share,
                      "Of those that the AI ended by itself, the share that was closed as spam."},
    AboutFloorMeasure{WaitingMedian, "waiting", "Waiting, median", FloorUnit::Seconds,
                      "Median time from leaving the AI to the first message of a person. What still waits, or was "
                      "closed before, counts with the time it lasted (Kaplan-Meier). Spam, and what we began "
                      "ourselves, is left out."},
    AboutFloorMeasure{Waiting90, "waiting-90", "Waiting, 9 in 10", FloorUnit::Seconds,
                      "The time by which nine in ten had the first message of a person, from leaving the AI on "
                      "(Kaplan-Meier)."},
    AboutFloorMeasure{Abandoned, "abandoned", "Abandoned", FloorUnit::Share,
                      "Of the conversations owed to a person, the share that was closed before one wrote. Spam, and "
                      "what we began ourselves, is left out."},
    AboutFloorMeasure{StillWaiting, "still-waiting", "Still waiting", FloorUnit::Count,
                      "Conversations owed to a person to whom nobody has written yet."},
    AboutFloorMeasure{Answered, "answered", "Answered", FloorUnit::Share,
                      "Of the conversations owed to a person, the share that one has answered."},
    AboutFloorMeasure{ResponseMedian, "response", "First answer, median", FloorUnit::Seconds,
                      "Median time from the visitor's first message to the first message of a person once it had "
                      "left the AI; the AI's time counts. What has none yet counts with the time it lasted "
                      "(Kaplan-Meier)."},
    AboutFloorMeasure{Response90, "response-90", "First answer, 9 in 10", FloorUnit::Seconds,
                      "The time by which nine in ten had a person's first message, from the visitor's first message "
                      "on (Kaplan-Meier)."},
    AboutFloorMeasure{HandlingMedian, "handling", "Handling, median", FloorUnit::Seconds,
                      "Median time from a person's first message to closing, whoever's turn it was. Open ones count "
                      "with the time they lasted (Kaplan-Meier)."},
    AboutFloorMeasure{Handling90, "handling-90", "Handling, 9 in 10", FloorUnit::Seconds,
                      "The time by which nine in ten were closed, from a person's first message on (Kaplan-Meier)."},
    AboutFloorMeasure{AnsweredCount, "answered-count", "Answered by a person", FloorUnit::Count,
                      "Conversations that a person answered; they are of whoever wrote first."},
    AboutFloorMeasure{ShareOfAnswered, "share-of-answered", "Share of the floor's", FloorUnit::Share,
                      "Of all conversations that a person answered, the share that is here."},
    AboutFloorMeasure{HandlingHours, "hours", "Handling hours", FloorUnit::Hours,
                      "Sum of the times from a person's first message to closing, or to now. They are of whoever "
                      "wrote first, and overlap where somebody has several at once."},
    AboutFloorMeasure{ShareOfHours, "share-of-hours", "Share of the hours", FloorUnit::Share,
                      "Of all handling hours of the floor, the share that is here."},
};

constexpr std::array volume{Conversations, ShareOfAll, StillOpen, LeftToPeople, Spam, Messages};
constexpr std::array waiting{WaitingMedian, Waiting90, Abandoned, StillWaiting};
constexpr std::array handling{HandlingMedian, Handling90, ResponseMedian, Response90, Answered, Messages};
constexpr std::array ai{AiShare, AiConverted, AiOther, AiWithoutOutcome, AiSpam};
constexpr std::array agents{AnsweredCount, ShareOfAnswered, HandlingHours, ShareOfHours, HandlingMedian, WaitingMedian};
constexpr std::array policies{Conversations, ShareOfAll, LeftToPeople, AiShare, WaitingMedian, Abandoned};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < measureTable.size(); ++i)
        if (static_cast<std::size_t>(measureTable[i].measure) != i)
            return false;
    return true;
}
static_assert(isInOrder());

}

std::span<const AboutFloorMeasure> floorMeasures() { return measureTable; }
const AboutFloorMeasure& about(FloorMeasure measure) { return measureTable[static_cast<std::size_t>(measure)]; }

std::optional<FloorMeasure> floorMeasureFromName(std::string_view id)
{
    const auto found = std::ranges::find(measureTable, id, &AboutFloorMeasure::id);
    return found == measureTable.end() ? std::nullopt : std::optional(found->measure);
}

std::string_view nameOf(FloorTheme theme)
{
    constexpr std::array names{"Volume", "Waiting", "Answer and handling", "AI", "Agents", "Policies"};
    return names[static_cast<std::size_t>(theme)];
}

std::span<const FloorMeasure> measuresOf(FloorTheme theme)
{
    switch (theme) {
    case FloorTheme::Volume:
        return volume;
    case FloorTheme::Waiting:
        return waiting;
    case FloorTheme::Handling:
        return handling;
    case FloorTheme::Ai:
        return ai;
    case FloorTheme::Agents:
        return agents;
    case FloorTheme::Policies:
        return policies;
    }
    return volume;
}

}
