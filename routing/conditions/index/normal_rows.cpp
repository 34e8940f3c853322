#include "routing/conditions/index/normal_rows.h"

namespace signalbox {
namespace {

const std::vector<Condition>& membersOf(const Condition& condition)
{
    const auto* const all = std::get_if<AllOf>(&condition.node);
    return all ? all->parts : std::get<AnyOf>(condition.node).parts;
}

std::vector<Row> alternatives(const Condition& condition, bool negated, std::size_t most);

std::vector<Row> tree(const Condition& condition, bool negated) { return {{{&condition, negated, true}}}; }

std::vector<Row> oneOfParts(const Condition& condition, bool negated, std::size_t most)
{
    std::vector<Row> rows;
    for (const Condition& part : membersOf(condition)) {
        auto more = alternatives(part, negated, most);
        rows.insert(rows.end(), more.begin(), more.end());
        if (rows.size() > most)
            return tree(condition, negated);
    }
    return rows;
}

std::vector<Row> product(const std::vector<Row>& left, const std::vector<Row>& right)
{
    std::vector<Row> rows;
    for (const Row& a : left)
        for (const Row& b : right) {
            rows.push_back(a);
            rows.back().insert(rows.back().end(), b.begin(), b.end());
        }
    return rows;
}

std::vector<Row> allParts(const Condition& condition, bool negated, std::size_t most)
{
    std::vector<Row> rows{{}};
    for (const Condition& part : membersOf(condition)) {
        auto more = alternatives(part, negated, most);
        if (rows.size() * more.size() > most)
            more = tree(part, negated);
        rows = product(rows, more);
    }
    return rows;
}

std::vector<Row> alternatives(const Condition& condition, bool negated, std::size_t most)
{
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return alternatives(*inverse->part, !negated, most);
    const bool isAll = std::holds_alternative<AllOf>(condition.node);
    if (isAll || std::holds_alternative<AnyOf>(condition.node))
        return isAll != negated ? allParts(condition, negated, most) : oneOfParts(condition, negated, most);
    return {{{&condition, negated, false}}};
}

}

std::vector<Row> normalRows(const Condition& condition, std::size_t most)
{
    return alternatives(condition, false, most);
}

}
