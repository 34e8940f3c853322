#pragma once

#include "routing/proof/texts.h"
#include "routing/proof/world.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace z3 {
class context;
class expr;
class solver;
}

namespace signalbox {

// Conditions as formulas. Numbers are the ranks of doubles in their order, so that what holds for whole numbers holds for
// doubles; times are microseconds; a set is one truth for each member. What is asked of texts is a truth each, tied
// together where that is simple; Texts decides the rest. Everything an attribute says goes with whether it is missing.
class Encoding {
public:
    Encoding(z3::context& context, z3::solver& solver, const World& world, Texts& texts);

    z3::expr of(const Condition& condition);
    z3::expr missing(const std::string& attribute);
    z3::expr numberOf(const std::string& attribute);   // rank or microseconds
    z3::expr truthOf(const std::string& attribute);
    z3::expr memberOf(const std::string& attribute, const std::string& member);
    z3::expr textTruth(const std::string& attribute, const TextTest& test);
    z3::expr scheduleTruth(const ScheduleId& schedule);

    // A comparison of two texts, or of a text (left) with a set's members (right: `in`).
    struct Relation {
        std::string left;
        Operator op = Operator::Eq;
        std::string right;
        auto operator<=>(const Relation&) const = default;
    };
    z3::expr relationTruth(const Relation& relation);

    const std::set<std::string>& attributes() const { return m_attributes; }
    const std::map<std::string, std::vector<TextTest>>& textTests() const { return m_textTests; }
    const std::set<Relation>& relations() const { return m_relations; }
    const std::set<ScheduleId>& schedules() const { return m_schedules; }
    // The time is compared with another attribute while schedules are asked: a few moments do not stand for all then.
    bool timeIsRelated() const { return m_nowIsRelated && !m_schedules.empty(); }
    // To be called before each question: which states of schedules and time go together.
    void tieSchedulesToTime();

private:
    z3::expr ofLeaf(const Comparison& comparison);
    z3::expr present(const Comparison& comparison);
    z3::expr withLiteral(const std::string& attribute, Operator op, const Value& value);
    z3::expr withAttribute(const std::string& attribute, Operator op, const std::string& other);
    z3::expr ordered(const z3::expr& left, Operator op, const z3::expr& right);
    z3::expr textWith(const std::string& attribute, Operator op, const std::string& literal);
    z3::expr setWith(const std::string& attribute, Operator op, const Value& value);
    z3::expr setsRelated(const std::string& attribute, Operator op, const std::string& other);
    z3::expr isEmptySet(const std::string& attribute);
    z3::expr with(const std::string& attribute, Operator op, const std::vector<Value>& list);
    void tie(const std::string& attribute, const TextTest& test, const z3::expr& truth);
    void introduce(const std::string& attribute);
    z3::expr truth(const std::string& name);

    z3::context& m_context;
    z3::solver& m_solver;
    const World& m_world;
    Texts& m_texts;
    std::set<std::string> m_attributes;
    std::map<std::string, std::vector<TextTest>> m_textTests;
    std::set<Relation> m_relations;
    std::set<ScheduleId> m_schedules;
    std::set<ScheduleId> m_tied;
    bool m_timeIsTied = false;
    bool m_nowIsRelated = false;
};

// Doubles in their order as whole numbers, next to each other where the doubles are; both zeros are 0.
std::int64_t rankOf(double number);
double numberOfRank(std::int64_t rank);

}
