#pragma once

#include "model/domain/ids.h"
#include "model/domain/value.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace signalbox {

enum class Operator { Eq, Ne, In, Nin, Lt, Le, Gt, Ge, Between, Contains, Starts, Ends, Matches, Exists, Empty, HasAny, HasAll };

struct AttributeRef { std::string name; bool operator==(const AttributeRef&) const = default; };

// What an attribute is compared with: nothing (exists, empty), one value, several (in, nin, between), or an attribute.
using Operand = std::variant<std::monostate, Value, std::vector<Value>, AttributeRef>;

struct Comparison {
    std::string attribute;
    Operator op = Operator::Eq;
    Operand operand;
    bool operator==(const Comparison&) const = default;
};

struct ScheduleTest { ScheduleId schedule; bool open = true; bool operator==(const ScheduleTest&) const = default; };

struct Condition;
struct AllOf { std::vector<Condition> parts; bool operator==(const AllOf&) const; };
struct AnyOf { std::vector<Condition> parts; bool operator==(const AnyOf&) const; };
struct Not { std::shared_ptr<const Condition> part; bool operator==(const Not&) const; };   // compares what it points to

// A tree of comparisons. `all` of nothing is true, `any` of nothing is false.
struct Condition {
    std::variant<AllOf, AnyOf, Not, Comparison, ScheduleTest> node;
    bool operator==(const Condition&) const = default;
};

}
