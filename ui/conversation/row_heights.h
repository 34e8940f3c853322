#pragma once

#include <vector>

namespace signalbox {

// Rows under one another, each with a height that is measured or only estimated so far. Pixels from the top of the first.
class RowHeights {
public:
    void reset(const std::vector<int>& estimates);
    void insert(int first, const std::vector<int>& estimates);           // at the end in O(log n), else O(n)
    void remove(int first, int last);                                    // both included
    void measured(int row, int height);                                  // O(log n)
    void doubt(int row) { m_rows[std::size_t(row)].measured = false; }   // its height is an estimate again

    int count() const { return int(m_rows.size()); }
    int total() const { return top(count()); }
    int top(int row) const;   // O(log n); of the row after the last: the height of all
    int height(int row) const { return m_rows[std::size_t(row)].height; }
    bool isMeasured(int row) const { return m_rows[std::size_t(row)].measured; }
    // The row that covers this pixel, the last one for what lies below; -1 without rows. O(log n).
    int rowAt(int y) const;

private:
    struct Row {
        int height = 0;
        bool measured = false;
    };
    void append(int height);
    void rebuild();

    std::vector<Row> m_rows;
    std::vector<int> m_sums;   // a Fenwick tree over the heights, one based
};

}
