#pragma once

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace signalbox {

// What an item model says before and after each step. Moves take Qt's target: the row before which it comes to stand.
struct RowSteps {
    std::function<void(int row)> beginInsert;
    std::function<void()> endInsert;
    std::function<void(int row)> beginRemove;
    std::function<void()> endRemove;
    std::function<void(int from, int to)> beginMove;
    std::function<void()> endMove;
};

// Makes `rows` into `wanted` one row at a time, so that what stays is neither reset nor deselected. For lists of hundreds.
template <class Row, class Same>
void followRows(std::vector<Row>& rows, std::vector<Row> wanted, Same isSame, const RowSteps& steps)
{
    const auto wants = [&](const Row& row) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const Row& each) { return isSame(each, row); });
    };
    for (int row = int(rows.size()) - 1; row >= 0; --row)
        if (!wants(rows[std::size_t(row)])) {
            steps.beginRemove(row);
            rows.erase(rows.begin() + row);
            steps.endRemove();
        }
    for (int row = 0; row < int(wanted.size()); ++row) {
        const auto from = std::find_if(rows.begin() + row, rows.end(),
                                       [&](const Row& each) { return isSame(each, wanted[std::size_t(row)]); });
        if (from == rows.end()) {
            steps.beginInsert(row);
            rows.insert(rows.begin() + row, std::move(wanted[std::size_t(row)]));
            steps.endInsert();
        } else if (from != rows.begin() + row) {
            steps.beginMove(int(from - rows.begin()), row);
            std::rotate(rows.begin() + row, from, from + 1);
            steps.endMove();
        }
    }
}

}
