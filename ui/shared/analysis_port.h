#pragma once

#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "model/domain/reviewed.h"
#include "model/report/figure_report.h"
#include "model/figures/floor_figures.h"
#include "routing/backtest/backtest.h"
#include "routing/engine.h"
#include "routing/open_intervals.h"
#include "routing/proof/finding.h"
#include "routing/rulebook/rulebook_issue.h"
#include "routing/trace/explanation_words.h"
#include "ui/shared/explained_moment.h"
#include "ui/shared/review.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace signalbox {

// Which part of the past: [since, until), and of which origins. Practice and imported conversations are never mixed with live
// ones unless asked for.
struct Period {
    Instant since{};
    Instant until{};
    bool live = true;
    bool practice = false;
    bool imported = false;
};

// How much of the traffic of a period each policy took, and where it went.
struct Traffic {
    std::int64_t conversations = 0;
    std::map<PolicyId, std::int64_t> hits;        // conversations it decided last; the empty id: no policy fired
    std::map<PolicyId, std::int64_t> hitsToday;   // since the start of the day of `until`
    std::map<std::pair<PolicyId, std::string>, std::int64_t> flows;   // policy to destination in words
    std::map<std::pair<std::string, std::string>, std::int64_t> arrivals;   // channel to tier
};

// A conversation of the past to try rules on: its last decision, with the closed context.
struct PastSample {
    ConversationId conversation;
    std::string visitorName;
    Origin origin = Origin::Live;
    Decision decision;
};

// What values an attribute had in a period.
struct SeenValues {
    std::string attribute;
    std::int64_t conversations = 0;
    std::int64_t missing = 0;
    std::vector<std::pair<std::string, std::int64_t>> common;   // as text, most frequent first, at most 20
    std::optional<double> least, middle, most;                   // numbers
    std::vector<std::int64_t> histogram;                         // numbers: 16 equal steps from least to most
};

struct VersionRow {
    int version = 0;
    std::string note;
    std::string by;
    Instant at{};
    std::int64_t decisions = 0;   // made with it
};

// A fault of a schedule over the coming year.
struct ScheduleNote {
    ScheduleId schedule;
    enum class Kind { Uncovered, ClockChange, LeaveClash, AlwaysClosed } kind = Kind::Uncovered;
    Instant from{};
    Instant until{};
    std::string words;
};

// How one rulebook decided a moment of the past.
struct DecidedSide {
    Decision decision;
    std::string place;   // where the conversation was afterwards, in words
    std::vector<TraceStep> trace;
    std::vector<ExplanationPart> parts;   // everything else there is to explain
};
// A decision of the past beside the same moment decided by a draft.
struct DecidedTwice {
    DecidedSide then;
    DecidedSide now;
};

// What the numbers of a figure's rows are numbers of.
enum class RowsOf { Conversations, Alerts };
inline constexpr std::size_t mostListed = 500;   // conversations behind a figure

// Questions about rules and history, answered off the window's thread; app/ implements it, tests script it. Every question
// has a ticket; answers arrive on the window's thread. A new question of the same kind does not cancel the old one.
class AnalysisPort : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual quint64 askTraffic(const Period& period) = 0;
    // Newest first. `words`: part of a visitor's name, a number "#4809", an attribute's value; empty: the latest.
    virtual quint64 askSamples(const QString& words, const std::optional<PolicyId>& policy, int limit) = 0;
    virtual quint64 askSeenValues(const std::string& attribute, const Period& period) = 0;
    // For each condition the share of the period's conversations (by last decision) on which it holds.
    virtual quint64 askPassRates(const std::vector<Condition>& conditions, const Period& period) = 0;
    // Issues, then what the checker finds, as it finds it.
    virtual quint64 askCheck(const std::string& document) = 0;
    // Where two rulebooks differ in behaviour, proved.
    virtual quint64 askDifference(const std::string& before, const std::string& after) = 0;
    virtual quint64 askBacktest(const std::string& document, const Period& period) = 0;
    virtual quint64 askPastConversation(const ConversationId& conversation) = 0;
    // Every decision of a past conversation beside what the document would have decided.
    virtual quint64 askDecidedTwice(const std::string& document, const ConversationId& conversation) = 0;
    // One decision in full: `whyExplained`, and then `otherWaysFound`, the smallest changes first.
    virtual quint64 askWhy(const WhyQuestion& question) = 0;
    // A week's alerts, and what it takes to judge them and their thresholds.
    virtual quint64 askReview(const ReviewQuestion& week) = 0;
    // The four figures, also broken down.
    virtual quint64 askFigures(const FigureQuestion& question, const std::vector<Dimension>& by) = 0;
    // The conversations with these numbers, or of these alerts, in this order; the first mostListed.
    virtual quint64 askConversations(const std::vector<std::int64_t>& numbers, RowsOf of = RowsOf::Conversations) = 0;
    // What happened on the floor, broken down; with the attributes that have been seen.
    virtual quint64 askFloor(const FloorQuestion& question) = 0;
    virtual quint64 askVersions() = 0;
    virtual quint64 askVersion(int version) = 0;
    // When the schedules of the document are open, a week back and two years ahead.
    virtual quint64 askOpenIntervals(const std::string& document) = 0;
    virtual quint64 askScheduleNotes(const std::string& document) = 0;
    virtual void cancel(quint64 ticket) = 0;

Q_SIGNALS:
    void progressed(quint64 ticket, qint64 done, qint64 total);
    void failed(quint64 ticket, const QString& why);
    void trafficCounted(quint64 ticket, const signalbox::Traffic& traffic);
    void samplesFound(quint64 ticket, const std::vector<signalbox::PastSample>& samples);
    void valuesSeen(quint64 ticket, const signalbox::SeenValues& values);
    void passRatesCounted(quint64 ticket, const std::vector<double>& shares, qint64 conversations);
    void issuesFound(quint64 ticket, const std::vector<signalbox::RulebookIssue>& issues);
    void findingFound(quint64 ticket, const signalbox::Finding& finding);
    void checked(quint64 ticket, bool complete);   // the last of askCheck and askDifference; false: cut by time
    void backtested(quint64 ticket, const signalbox::BacktestReport& report);
    void pastConversationRead(quint64 ticket, const signalbox::PastConversation& conversation);
    void decidedTwice(quint64 ticket, const std::vector<signalbox::DecidedTwice>& decisions);
    void whyExplained(quint64 ticket, const signalbox::ExplainedMoment& moment);
    void otherWaysFound(quint64 ticket, const std::vector<signalbox::AnotherWay>& ways);
    void reviewRead(quint64 ticket, const signalbox::ReviewData& review);
    void figuresMade(quint64 ticket, const signalbox::FigureReport& report);
    void conversationsListed(quint64 ticket, const std::vector<signalbox::ReviewedConversation>& conversations);
    void floorCounted(quint64 ticket, const signalbox::FloorCounts& counts);
    void versionsListed(quint64 ticket, const std::vector<signalbox::VersionRow>& versions);
    void versionRead(quint64 ticket, const QString& document);
    void openIntervalsResolved(quint64 ticket, const signalbox::OpenIntervals& intervals);
    void scheduleNotesMade(quint64 ticket, const std::vector<signalbox::ScheduleNote>& notes);
};

}
