#include "routing/proof/text_automaton.h"

#include <algorithm>

namespace signalbox {
namespace {

bool isIn(const CodeRanges& ranges, char32_t code)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](const CodeRange& range) { return range.first <= code && code <= range.second; });
}

}

TextAutomaton::TextAutomaton(TextProgram program) : m_program(std::move(program)), m_anchored(startsOnlyAtBegin())
{
    restart(0);
}

// From the start no code can be taken and nothing is found unless the text begins there.
bool TextAutomaton::startsOnlyAtBegin() const
{
    for (const Before before : {Before::Word, Before::Newline, Before::Other})
        for (const std::optional<char32_t> next : {std::optional<char32_t>(), std::optional<char32_t>(U'a'),
                                                   std::optional<char32_t>(U'\n'), std::optional<char32_t>(U' ')}) {
            bool found = false;
            const Position inside{{m_program.start}, before, false};
            const auto reached = closure(inside, next, found);
            const bool takes = std::any_of(reached.begin(), reached.end(), [this](int step) {
                return m_program.steps[static_cast<std::size_t>(step)].kind == TextStep::Kind::Codes;
            });
            if (found || takes)
                return false;
        }
    return true;
}

void TextAutomaton::restart(std::size_t cells)
{
    m_numbers.clear();
    m_positions.clear();
    m_after.clear();
    m_accepts.clear();
    m_cells = cells;
    numberOf({{m_program.start}, Before::Nothing, false});
}

int TextAutomaton::numberOf(Position position)
{
    if (position.found)
        position = {{}, Before::Nothing, true};
    const auto [known, isNew] = m_numbers.emplace(std::move(position), static_cast<int>(m_positions.size()));
    if (isNew) {
        m_positions.push_back(&known->first);
        m_after.emplace_back(m_cells, -1);
        m_accepts.push_back(-1);
    }
    return known->second;
}

bool TextAutomaton::holds(TextAssertion assertion, Before before, std::optional<char32_t> next) const
{
    const bool boundary = (before == Before::Word) != (next && isWordCode(*next));
    switch (assertion) {
    case TextAssertion::Begin:
        return before == Before::Nothing;
    case TextAssertion::End:
        return !next;
    case TextAssertion::LineBegin:
        return before == Before::Nothing || before == Before::Newline;
    case TextAssertion::LineEnd:
        return !next || *next == '\n';
    case TextAssertion::WordBoundary:
        return boundary;
    case TextAssertion::NoWordBoundary:
        return !boundary;
    }
    return false;
}

std::vector<int> TextAutomaton::closure(const Position& position, std::optional<char32_t> next, bool& found) const
{
    std::vector<bool> seen(m_program.steps.size());
    std::vector<int> waiting = position.steps;
    std::vector<int> reached;
    while (!waiting.empty()) {
        const auto at = static_cast<std::size_t>(waiting.back());
        waiting.pop_back();
        if (seen[at])
            continue;
        seen[at] = true;
        const TextStep& step = m_program.steps[at];
        if (step.kind == TextStep::Kind::Match)
            found = true;
        else if (step.kind == TextStep::Kind::Codes)
            reached.push_back(static_cast<int>(at));
        else if (step.kind == TextStep::Kind::Split)
            waiting.insert(waiting.end(), {step.next, step.other});
        else if (holds(step.assertion, position.before, next))
            waiting.push_back(step.next);
    }
    return reached;
}

int TextAutomaton::after(int state, std::size_t cell, char32_t code)
{
    const auto row = static_cast<std::size_t>(state);
    if (m_after[row][cell] >= 0)
        return m_after[row][cell];
    const Position position = *m_positions[row];
    Position then;
    then.found = position.found;
    if (!then.found)
        for (const int at : closure(position, code, then.found)) {
            const TextStep& step = m_program.steps[static_cast<std::size_t>(at)];
            if (isIn(step.codes, code))
                then.steps.push_back(step.next);
        }
    then.before = isWordCode(code) ? Before::Word : code == '\n' ? Before::Newline : Before::Other;
    if (!m_anchored)
        then.steps.push_back(m_program.start);
    std::sort(then.steps.begin(), then.steps.end());
    then.steps.erase(std::unique(then.steps.begin(), then.steps.end()), then.steps.end());
    if (then.steps.empty())
        then.before = Before::Nothing;   // one hopeless state is enough
    const int number = numberOf(std::move(then));
    m_after[row][cell] = number;
    return number;
}

bool TextAutomaton::acceptsAt(int state)
{
    const auto row = static_cast<std::size_t>(state);
    if (m_accepts[row] < 0) {
        bool found = m_positions[row]->found;
        if (!found)
            closure(*m_positions[row], std::nullopt, found);
        m_accepts[row] = found;
    }
    return m_accepts[row] == 1;
}

bool TextAutomaton::settled(int state) const { return m_positions[static_cast<std::size_t>(state)]->found; }

bool TextAutomaton::hopeless(int state) const
{
    const Position& position = *m_positions[static_cast<std::size_t>(state)];
    return !position.found && position.steps.empty();
}

}
