// Generated rulebooks over few values: what is proved must be what trying every context shows.
#include "tests/routing/proof/checking.h"

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <sstream>

namespace signalbox {
namespace {

// Literals and the values that tell them apart: for numbers also what lies between, for texts one that is no literal.
const std::vector<double> numbers{1, 2, 3};
const std::vector<Value> numberValues{-1.0, 0.0, 1.0, 1.25, 1.5, 2.0, 2.25, 2.5, 3.0, 4.0, 5.0};
const std::vector<std::string> texts{"a", "ab", "b"};
const std::vector<std::string> tags{"x", "y"};

// Every text of up to four of the letters a, b, c.
std::vector<Value> textValues()
{
    std::vector<std::string> all{""};
    for (std::size_t at = 0; all[at].size() < 4; ++at)
        for (const char letter : {'a', 'b', 'c'})
            all.push_back(all[at] + letter);
    return {all.begin(), all.end()};
}

enum class Family { Numbers, Texts };   // what else the conditions look at besides tags

Condition leaf(std::string attribute, Operator op, Operand operand)
{
    return {Comparison{std::move(attribute), op, std::move(operand)}};
}

rc::Gen<Condition> numberLeaf()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::element<std::string>("n", "m"),
                                       rc::gen::element(Operator::Eq, Operator::Ne, Operator::Lt, Operator::Le,
                                                        Operator::Gt, Operator::Ge, Operator::Exists),
                                       rc::gen::elementOf(numbers), rc::gen::inRange(0, 5)),
                        [](const auto& all) {
                            const auto& [attribute, op, number, way] = all;
                            if (op == Operator::Exists)
                                return leaf(attribute, op, std::monostate{});
                            return way == 0 ? leaf("n", op, AttributeRef{"m"}) : leaf(attribute, op, Value{number});
                        });
}

rc::Gen<Condition> textLeaf()
{
    return rc::gen::map(rc::gen::pair(rc::gen::element(Operator::Eq, Operator::Ne, Operator::Starts, Operator::Ends,
                                                       Operator::Contains, Operator::Empty),
                                      rc::gen::elementOf(texts)),
                        [](const auto& all) {
                            return all.first == Operator::Empty ? leaf("t", all.first, std::monostate{})
                                                                : leaf("t", all.first, Value{all.second});
                        });
}

rc::Gen<Condition> setLeaf()
{
    return rc::gen::map(
        rc::gen::pair(rc::gen::element(Operator::HasAny, Operator::HasAll, Operator::Eq, Operator::Ne, Operator::Empty),
                      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(tags))),
        [](const auto& all) {
            return all.first == Operator::Empty ? leaf("s", all.first, std::monostate{})
                                                : leaf("s", all.first, Value{makeStringSet(all.second)});
        });
}

rc::Gen<Condition> conditions(Family family, int depth)
{
    const auto leaves = rc::gen::oneOf(family == Family::Numbers ? numberLeaf() : textLeaf(), setLeaf());
    if (depth == 0)
        return leaves;
    return rc::gen::mapcat(rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(1, 4)), [=](const auto& shape) {
        const auto [way, parts] = shape;
        if (way < 2)
            return leaves;
        if (way == 2)
            return rc::gen::map(conditions(family, depth - 1), [](Condition part) {
                return Condition{Not{std::make_shared<const Condition>(std::move(part))}};
            });
        return rc::gen::map(
            rc::gen::container<std::vector<Condition>>(static_cast<std::size_t>(parts), conditions(family, depth - 1)),
            [way](std::vector<Condition> inner) {
                return way < 5 ? Condition{AllOf{std::move(inner)}} : Condition{AnyOf{std::move(inner)}};
            });
    });
}

Rulebook someRulebook(Family family)
{
    Rulebook rulebook;
    rulebook.attributes = {{"n", {ValueType::Number, {}, {}}},
                           {"m", {ValueType::Number, {}, {}}},
                           {"t", {ValueType::String, {}, {}}},
                           {"s", {ValueType::Set, {}, {}}}};
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
        Policy policy;
        policy.id.value = "p" + std::to_string(i);
        policy.when = *conditions(family, 2);
        policy.actions.push_back(AddTag{std::to_string(*rc::gen::inRange(0, 3))});
        if (*rc::gen::inRange(0, 4) == 0)
            policy.exception = PolicyException{*conditions(family, 1), {AddTag{"except"}}};
        rulebook.policies.push_back(std::move(policy));
    }
    return rulebook;
}

// Every way to give the attributes their values, or to leave them out.
std::vector<Values> contextsOf(Family family)
{
    const std::vector<Value> sets{StringSet{},    StringSet{"x"},      StringSet{"y"},      StringSet{"x", "y"},
                                  StringSet{"z"}, StringSet{"x", "z"}, StringSet{"y", "z"}, StringSet{"x", "y", "z"}};
    std::vector<Values> contexts{Values{}};
    const auto give = [&contexts](const std::string& attribute, const std::vector<Value>& values) {
        const std::size_t before = contexts.size();
        for (std::size_t i = 0; i < before; ++i)
            for (const Value& value : values) {
                Values context = contexts[i];
                context.emplace(attribute, value);
                contexts.push_back(std::move(context));
            }
    };
    give("s", sets);
    if (family == Family::Texts)
        give("t", textValues());
    else {
        give("n", numberValues);
        give("m", numberValues);
    }
    return contexts;
}

// The part of a condition that a place names: "/policies/0/when/all/1/any/0".
const Condition* partAt(const Rulebook& rulebook, const std::string& place)
{
    std::istringstream steps(place);
    std::string step;
    std::getline(steps, step, '/');
    std::getline(steps, step, '/');
    std::getline(steps, step, '/');
    const Condition* at = &rulebook.policies.at(std::stoul(step)).when;
    std::getline(steps, step, '/');   // "when"
    while (std::getline(steps, step, '/')) {
        if (step == "not") {
            at = std::get<Not>(at->node).part.get();
            continue;
        }
        const bool isAll = step == "all";
        std::getline(steps, step, '/');
        at = &(isAll ? std::get<AllOf>(at->node).parts : std::get<AnyOf>(at->node).parts).at(std::stoul(step));
    }
    return at;
}

const Finding* find(const std::vector<Finding>& findings, FindingKind kind, const PolicyId& policy)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.kind == kind && finding.policy == policy;
    });
    return found == findings.end() ? nullptr : &*found;
}

RC_GTEST_PROP(CheckByTrying, agreesWithTryingEveryContext, ())
{
    const Family family = *rc::gen::element(Family::Numbers, Family::Texts);
    Rulebook rulebook = someRulebook(family);
    for (Policy& policy : rulebook.policies)
        policy.exception.reset();
    const Engine engine(rulebook, 1, {});
    std::map<PolicyId, bool> holds;
    std::map<PolicyId, bool> fires;
    bool hasGap = false;
    for (const Values& values : contextsOf(family)) {
        const auto matches = engine.allMatches(values, {});
        hasGap = hasGap || matches.empty();
        if (!matches.empty())
            fires[matches.front()->id] = true;
        for (const Policy* policy : matches)
            holds[policy->id] = true;
    }
    const auto findings = findingsOf(rulebook);
    for (const Policy& policy : rulebook.policies) {
        RC_ASSERT(holds[policy.id] || find(findings, FindingKind::Contradiction, policy.id));
        RC_ASSERT((find(findings, FindingKind::Unreachable, policy.id) != nullptr)
                  == (holds[policy.id] && !fires[policy.id]));
        RC_ASSERT(!find(findings, FindingKind::Undecided, policy.id));
    }
    RC_ASSERT((find(findings, FindingKind::Gap, {}) != nullptr) == hasGap);
    for (const Finding& finding : findings) {
        if (finding.kind == FindingKind::Contradiction && holds[finding.policy]) {
            // Only a part of it can never hold: at the place named.
            Rulebook together = rulebook;
            together.policies = {*std::find_if(rulebook.policies.begin(), rulebook.policies.end(),
                                               [&](const Policy& policy) { return policy.id == finding.policy; })};
            AllOf both{{together.policies[0].when, *partAt(rulebook, finding.place)}};
            together.policies[0].when = {std::move(both)};
            const Engine part(together, 1, {});
            for (const Values& values : contextsOf(family))
                RC_ASSERT(part.firstMatch(values, {}) == nullptr);
        }
        if (finding.kind == FindingKind::Gap)
            RC_ASSERT(engine.firstMatch(*finding.witness, {}) == nullptr);
        if (finding.kind == FindingKind::Overlap && finding.witness)
            RC_ASSERT(engine.firstMatch(*finding.witness, {})->id == finding.hiddenBy.front());
    }
}

RC_GTEST_PROP(CheckByTrying, twoRulebooksDifferWhereTryingShowsIt, ())
{
    const Family family = *rc::gen::element(Family::Numbers, Family::Texts);
    Rulebook rulebook = someRulebook(family);
    Rulebook against = rulebook;
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(against.policies.size())));
    if (*rc::gen::arbitrary<bool>())
        against.policies[at].when = *conditions(family, 2);
    else
        std::rotate(against.policies.begin(), against.policies.begin() + static_cast<std::ptrdiff_t>(at),
                    against.policies.end());
    const Engine engine(rulebook, 1, {});
    const Engine before(against, 1, {});
    const auto actionsIn = [](const Engine& one, const Values& values) {
        const Policy* const policy = one.firstMatch(values, {});
        return policy ? one.actionsOf(*policy, values, {}) : std::vector<Action>{};
    };
    bool differs = false;
    for (const Values& values : contextsOf(family))
        differs = differs || actionsIn(engine, values) != actionsIn(before, values);
    const auto findings = compareRulebooks(rulebook, {}, against, {}, testHorizon, {});
    RC_ASSERT(findings.empty() != differs);
    for (const Finding& finding : findings) {
        RC_ASSERT(finding.kind == FindingKind::Difference);
        RC_ASSERT(actionsIn(engine, *finding.witness) != actionsIn(before, *finding.witness));
    }
}

}
}
