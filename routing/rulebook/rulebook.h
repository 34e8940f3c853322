#pragma once

#include "model/domain/alert.h"
#include "model/domain/decision.h"
#include "routing/conditions/condition.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

struct AttributeDefinition { ValueType type = ValueType::String; std::string unit; std::string label; bool operator==(const AttributeDefinition&) const = default; };

struct WeeklyInterval {
    std::vector<int> days;   // 0 Monday to 6 Sunday
    int fromMinute = 0;      // 0 to 1439, local
    int toMinute = 0;        // 1 to 1440; less than or equal to `from` means it ends on the next day
    bool operator==(const WeeklyInterval&) const = default;
};
struct Schedule {
    ScheduleId id;
    std::string name;
    std::string timezone;               // IANA
    std::vector<WeeklyInterval> weekly;
    std::vector<std::string> closed;    // local dates "2026-12-25" on which it stays closed
    bool operator==(const Schedule&) const = default;
};

struct Signal { SignalId id; std::string name; Condition when; double weight = 0; double halfLifeMinutes = 0; Score score = Score::Intent; bool operator==(const Signal&) const = default; };   // 0: never fades
struct Criterion { CriterionId id; std::string name; Condition when; bool required = false; std::string ask; bool operator==(const Criterion&) const = default; };

// Channel name -> attribute -> the value that replaces the right side of comparisons on that attribute in `when`.
using Thresholds = std::map<std::string, std::map<std::string, double>>;

struct Tier {
    TierId id;
    std::string name;
    Condition when;
    Thresholds thresholds;
    std::optional<seconds> responseTarget;
    seconds keepFor{0};   // once reached it is not left for a lower one before this time is over
    bool operator==(const Tier&) const = default;
};

struct PolicyException { Condition when; std::vector<Action> actions; bool operator==(const PolicyException&) const = default; };
struct Policy {
    PolicyId id;
    std::string name;
    bool enabled = true;
    double priority = 0;
    Condition when;
    std::vector<Action> actions;
    std::optional<PolicyException> exception;   // "except" in the document
    bool requiresQualification = false;         // fires only when every required criterion is met
    PolicyGroupId group{};                      // for people: lists show it; deciding does not look at it
    std::string comment{};
    bool operator==(const Policy&) const = default;
};

// Policies that people want to see together. Has no effect on their order.
struct PolicyGroup {
    PolicyGroupId id;
    std::string name;
    std::string color;     // "teal", "blue", "violet", "amber", "red", "green" or "grey"
    std::string comment;
    bool operator==(const PolicyGroup&) const = default;
};

// An example kept with the rulebook: with this context it must come out like that. Empty parts are not asked about.
struct PolicyCase {
    CaseId id;
    std::string name;
    PolicyId pinnedTo;   // the policy whose test it is; empty: of the whole rulebook
    Values context;      // with "now" when the moment matters
    PolicyId policy;     // must fire
    QueueId queue;       // must be where it goes
    TierId tier;         // must be its tier
    bool operator==(const PolicyCase&) const = default;
};

// When somebody is told of a conversation, who, and how. An alert is an episode: it lasts as long as the condition holds.
struct AlertTrigger {
    AlertId id;
    std::string name;
    Condition when;
    std::vector<std::string> notify;   // the first of these who is there; see docs/rulebook.md
    seconds cooldown{0};               // after its end; 0: once for each conversation
    Thresholds thresholds;
    seconds hold{};                               // its condition has to hold this long first
    std::map<std::string, double> margins{};      // attribute -> how far it must fall below its threshold to end it
    std::vector<AlertWay> ways{};                 // beside the console
    seconds group{};                              // for this long its owner is not told of another one
    std::vector<AlertId> silencedBy{};            // while one of these is on in the same conversation
    ScheduleId quiet{};                           // while this schedule is open nobody is told
    int budgetPerHour = 0;                        // told nobody who has been told of so many alerts; 0: no bound
    seconds escalateAfter{};                      // when nobody acknowledged it; 0: never
    std::vector<std::string> escalateTo{};        // as `notify`
    bool operator==(const AlertTrigger&) const = default;
};

// What a conversation asks of an agent besides skills, where its context says so.
enum class Requirement { Language, Territory, ProductLine, DealSize, Team };
struct RelaxStep {
    seconds after{};
    int skillLevel = 5;               // the most that is asked of any skill; 0: skills are not asked for
    std::vector<Requirement> drop{};  // no longer asked for
    bool operator==(const RelaxStep&) const = default;
};
struct Queue {
    QueueId id;
    std::string name;
    std::vector<Skill> skills;
    ScheduleId schedule;        // empty: always open
    QueueId fallback;           // where conversations go while it is closed; empty: they wait
    std::vector<RelaxStep> relax;
    seconds offerFor{30};       // "offer_seconds": how long an offer stands before it lapses
    seconds askAgainAfter{60};  // "ask_again_seconds": who let a conversation go is not offered it again sooner
    std::string team;           // only its members are offered what waits here; empty: everyone who belongs to the queue
    seconds raiseAfter{0};      // "raise_after_seconds": served as if one tier higher for each that it waited; 0: never
    seconds affinityFor{0};     // "affinity_seconds": so long it is kept for the last agent or the account's owner
    bool operator==(const Queue&) const = default;
};

// The one versioned document that holds all the rules, in the order of the file.
struct Rulebook {
    std::map<std::string, AttributeDefinition, std::less<>> attributes;
    std::vector<Schedule> schedules;
    std::vector<Signal> signals;   // with QT_NO_KEYWORDS this is an ordinary name
    std::vector<Criterion> qualification;
    std::vector<Tier> tiers;       // P1 first
    std::vector<Policy> policies;
    std::vector<AlertTrigger> alerts;
    std::vector<Queue> queues;     // the first is where conversations go that nothing else claims
    std::vector<PolicyGroup> groups;
    std::vector<PolicyCase> cases;
    bool policiesOnly = false;     // the file was only an array of policies: queues, skills and agents are not checked
    bool operator==(const Rulebook&) const = default;
};

// "product_line": the word a rulebook has for it.
std::string_view nameOf(Requirement requirement);
std::optional<Requirement> requirementFromName(std::string_view name);

// Enabled policies by ascending priority, ties in file order: the order in which they are tried.
std::vector<const Policy*> policiesInOrder(const Rulebook& rulebook);

}
