#pragma once

#include "model/figures/floor_question.h"
#include "model/figures/shares.h"
#include "model/figures/survival.h"

#include <array>
#include <span>

namespace signalbox {

// A conversation behind a figure, and which of them it counts in.
struct FloorConversation {
    enum Is : std::uint16_t {
        Open = 1,
        Spam = 2,
        LeftAi = 4,
        EndedByAi = 8,
        AiConverted = 16,
        AiOther = 32,
        AiWithoutOutcome = 64,
        Owed = 128,   // to a person: it left the AI, is no spam, and the visitor wrote first
        Answered = 256,
        Abandoned = 512,
        Handled = 1024,   // answered by a person and no spam
    };
    std::int64_t number = 0;
    std::uint16_t is = 0;
};

// What happened to some conversations.
struct FloorFigures {
    std::int64_t conversations = 0;
    std::int64_t open = 0;
    std::int64_t spam = 0;
    std::int64_t leftAi = 0;
    std::int64_t endedByAi = 0;
    std::int64_t aiConverted = 0;
    std::int64_t aiOther = 0;
    std::int64_t aiWithoutOutcome = 0;
    std::int64_t aiSpam = 0;
    std::int64_t owed = 0;
    std::int64_t answered = 0;    // of the owed
    std::int64_t abandoned = 0;   // of the owed: closed before a person wrote
    std::int64_t begunByUs = 0;   // left the AI, and a person wrote before the visitor: no part of the owed
    std::int64_t handled = 0;
    std::int64_t messages = 0;
    microseconds handlingTime{};               // in all
    std::optional<SurvivalEstimate> waiting;   // without: fewer than fewestForAFigure, or not asked for
    std::optional<SurvivalEstimate> response;
    std::optional<SurvivalEstimate> handling;
    std::vector<FloorConversation> rows;

    std::int64_t settled() const { return leftAi + endedByAi; }   // the others are open with the AI
};

// One number of some conversations. Units are those of the measure: shares from 0 to 1, seconds, hours.
struct FloorValue {
    std::optional<double> value;   // without: a dash, and `why` says the reason
    std::optional<double> low;     // 95 % interval, where there is one
    std::optional<double> high;
    std::int64_t of = 0;   // the sample size
    std::string why;

    bool isThin() const { return value && of < fewestToRelyOn; }
};

// `whole` is what shares of all are shares of.
FloorValue valueOf(const FloorFigures& figures, FloorMeasure measure, const FloorFigures& whole);
// The numbers of the conversations behind it: of a share, those that are counted in it.
std::vector<std::int64_t> conversationsBehind(const FloorFigures& figures, FloorMeasure measure);

struct FloorPart {
    std::string id;     // "" where there is none
    std::string name;   // in words: "none", "missing", "others" where it is none of its own

    bool operator==(const FloorPart&) const = default;
};

struct FloorBar {
    FloorPart part;
    FloorFigures figures;
};

// A table of the question's measure: a row for each bar, at most 12 columns, the last of them "others" when there are more.
struct FloorPivot {
    std::vector<FloorPart> columns;
    std::vector<FloorFigures> whole;                // of each column
    std::vector<std::vector<FloorFigures>> cells;   // of each bar, by column
};

// How evenly something lies on those who worked. 1 is even; 1 / agents: one has it all. R. Jain, D.-M. Chiu and W. Hawe,
// "A quantitative measure of fairness and discrimination for resource allocation in shared computer systems", 1984.
struct Evenness {
    double jain = 0;
    double largestOfMean = 0;   // the most that one has, as a multiple of the mean
};
std::optional<Evenness> evennessOf(std::span<const double> loads);   // none: fewer than two, or nothing is on them

// Over agents who answered a conversation of the question.
struct FloorFairness {
    std::int64_t agents = 0;
    std::optional<Evenness> conversations;
    std::optional<Evenness> hours;
    std::string why;   // where these are missing
};

struct FloorCounts {
    FloorQuestion question;
    FloorFigures whole;
    std::vector<FloorBar> bars;   // as people look for them: times in their order, others with the most first
    std::optional<FloorPivot> pivot;
    FloorFairness fairness;
    std::vector<std::string> attributes;   // that have been seen, to break down by; whoever asks for it fills it in
};

FloorCounts countFloor(const FigureRows& rows, const ConversationColumns& columns, const FloorQuestion& question);

}
