#pragma once

#include "routing/proof/text_program.h"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace signalbox {

// A program made deterministic as far as it is walked, over an alphabet of cells: classes of codes that no program
// tells apart, each with one code that stands for it.
class TextAutomaton {
public:
    explicit TextAutomaton(TextProgram program);

    const TextProgram& program() const { return m_program; }
    // Forgets what was walked; states are numbered anew, and 0 is the beginning.
    void restart(std::size_t cells);
    int after(int state, std::size_t cell, char32_t code);
    bool acceptsAt(int state);        // when the text ends here
    bool settled(int state) const;    // found: whatever follows, the text passes
    bool hopeless(int state) const;   // whatever follows, the text does not pass

private:
    enum class Before { Nothing, Word, Newline, Other };
    struct Position {
        std::vector<int> steps;   // sorted
        Before before = Before::Nothing;
        bool found = false;
        auto operator<=>(const Position&) const = default;
    };

    int numberOf(Position position);
    std::vector<int> closure(const Position& position, std::optional<char32_t> next, bool& found) const;
    bool holds(TextAssertion assertion, Before before, std::optional<char32_t> next) const;
    bool startsOnlyAtBegin() const;

    TextProgram m_program;
    bool m_anchored = false;
    std::map<Position, int> m_numbers;
    std::vector<const Position*> m_positions;
    std::vector<std::vector<int>> m_after;   // -1: not walked yet
    std::vector<int> m_accepts;              // -1: not asked yet
    std::size_t m_cells = 0;
};

}
