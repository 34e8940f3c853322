#include "routing/proof/texts.h"

#include "routing/proof/pattern_reader.h"
#include "routing/proof/text_automaton.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace signalbox {
namespace {

constexpr std::size_t mostStates = 20'000;

// The text before the literal in the order of bytes: it leaves the literal for a lower code, or ends before it does.
TextNode before(const std::string& literal, bool orEqual)
{
    const auto codes = codesOf(literal);
    std::vector<TextNode> ways;
    std::vector<TextNode> start{TextNode::ofAssertion(TextAssertion::Begin)};
    for (const char32_t code : codes) {
        auto ended = start;
        ended.push_back(TextNode::ofAssertion(TextAssertion::End));
        ways.push_back(TextNode::sequence(std::move(ended)));
        if (code > 0) {
            auto lower = start;
            lower.push_back(TextNode::ofCodes({{0, code - 1}}));
            ways.push_back(TextNode::sequence(std::move(lower)));
        }
        start.push_back(TextNode::ofCodes({{code, code}}));
    }
    if (orEqual) {
        start.push_back(TextNode::ofAssertion(TextAssertion::End));
        ways.push_back(TextNode::sequence(std::move(start)));
    }
    return TextNode::choice(std::move(ways));
}

std::optional<TextNode> languageOf(const TextTest& test)
{
    const auto begin = TextNode::ofAssertion(TextAssertion::Begin);
    const auto end = TextNode::ofAssertion(TextAssertion::End);
    switch (test.op) {
    case Operator::Eq:
        return TextNode::sequence({begin, TextNode::ofText(test.literal), end});
    case Operator::Starts:
        return TextNode::sequence({begin, TextNode::ofText(test.literal)});
    case Operator::Ends:
        return TextNode::sequence({TextNode::ofText(test.literal), end});
    case Operator::Contains:
        return TextNode::ofText(test.literal);
    case Operator::Lt:
    case Operator::Le:
        return before(test.literal, test.op == Operator::Le);
    case Operator::Matches:
        return readPattern(test.literal);
    default:
        return std::nullopt;
    }
}

void appendUtf8(std::string& text, char32_t code)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
    if (code < 0x80)
        return byte(code);
    if (code < 0x800)
        byte(0xc0 | (code >> 6));
    else {
        if (code < 0x10000)
            byte(0xe0 | (code >> 12));
        else {
            byte(0xf0 | (code >> 18));
            byte(0x80 | ((code >> 12) & 0x3f));
        }
        byte(0x80 | ((code >> 6) & 0x3f));
    }
    byte(0x80 | (code & 0x3f));
}

// The code of a cell that reads best.
char32_t bestCode(char32_t first, char32_t last)
{
    constexpr std::array<CodeRange, 5> liked{{{'a', 'z'}, {'0', '9'}, {'A', 'Z'}, {' ', '~'}, {0xa1, 0xd7ff}}};
    for (const auto& [from, to] : liked)
        if (last >= from && first <= to)
            return std::max(first, from);
    return first;
}

// One code for each class of codes that no program tells apart; those that read best first.
std::vector<char32_t> alphabetOf(const std::vector<TextAutomaton*>& automata)
{
    std::vector<char32_t> cuts{0,   '\n',    '\n' + 1, ' ',     '0',  '9' + 1, 'A',    'Z' + 1,
                               '_', '_' + 1, 'a',      'z' + 1, 0x7f, 0xa1,    0xd800, 0xe000};
    for (const TextAutomaton* automaton : automata)
        for (const TextStep& step : automaton->program().steps)
            for (const auto& [first, last] : step.codes) {
                cuts.push_back(first);
                cuts.push_back(last + 1);
            }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::vector<char32_t> letters;
    for (std::size_t i = 0; i < cuts.size() && cuts[i] <= lastCode; ++i) {
        const char32_t last = i + 1 < cuts.size() ? cuts[i + 1] - 1 : lastCode;
        if (cuts[i] < 0xd800 || cuts[i] > 0xdfff)   // no text holds surrogates
            letters.push_back(bestCode(cuts[i], last));
    }
    const auto rank = [](char32_t code) {
        return code >= 'a' && code <= 'z' ? 0 : isWordCode(code) ? 1 : code >= ' ' && code < 0x7f ? 2 : 3;
    };
    std::stable_sort(letters.begin(), letters.end(), [&rank](char32_t a, char32_t b) { return rank(a) < rank(b); });
    return letters;
}

struct Member {
    TextAutomaton* automaton = nullptr;
    bool wanted = true;
};

struct StatesHash {
    std::size_t operator()(const std::vector<int>& states) const
    {
        return std::accumulate(states.begin(), states.end(), std::size_t{17}, [](std::size_t hash, int state) {
            return hash * 1'000'003 + static_cast<std::size_t>(state);
        });
    }
};

// Breadth first through the product, so that the first text found is one of the shortest.
class ProductWalk {
public:
    ProductWalk(std::vector<Member> members, const std::vector<std::string>& avoided)
        : m_members(std::move(members)), m_avoided(avoided)
    {
        std::vector<TextAutomaton*> automata;
        for (const Member& member : m_members)
            automata.push_back(member.automaton);
        m_letters = alphabetOf(automata);
        for (TextAutomaton* const automaton : automata)
            automaton->restart(m_letters.size());
    }

    Texts::Answer walk()
    {
        using State = Texts::Answer::State;
        visit(std::vector<int>(m_members.size(), 0), 0, 0);
        for (std::size_t at = 0; at < m_visits.size(); ++at) {
            if (accepts(m_visits[at].states)) {
                std::string text = textTo(at);
                if (std::find(m_avoided.begin(), m_avoided.end(), text) == m_avoided.end())
                    return {State::Found, std::move(text), {}};
            }
            if (m_visits.size() > mostStates)
                return {State::Unknown, {}, {}};
            for (std::size_t cell = 0; cell < m_letters.size(); ++cell)
                goOn(at, cell);
        }
        return {State::Impossible, {}, {}};
    }

private:
    struct Visit {
        std::vector<int> states;
        std::size_t from = 0;
        char32_t code = 0;
    };

    void visit(std::vector<int> states, std::size_t from, char32_t code)
    {
        // As many ways to each state as texts are avoided, and one more.
        if (m_times[states]++ <= m_avoided.size())
            m_visits.push_back({std::move(states), from, code});
    }

    void goOn(std::size_t at, std::size_t cell)
    {
        std::vector<int> states(m_members.size());
        for (std::size_t i = 0; i < states.size(); ++i) {
            TextAutomaton& automaton = *m_members[i].automaton;
            states[i] = automaton.after(m_visits[at].states[i], cell, m_letters[cell]);
            if (m_members[i].wanted ? automaton.hopeless(states[i]) : automaton.settled(states[i]))
                return;
        }
        visit(std::move(states), at, m_letters[cell]);
    }

    bool accepts(const std::vector<int>& states)
    {
        for (std::size_t i = 0; i < states.size(); ++i)
            if (m_members[i].automaton->acceptsAt(states[i]) != m_members[i].wanted)
                return false;
        return true;
    }

    std::string textTo(std::size_t at) const
    {
        std::vector<char32_t> codes;
        for (; at != 0; at = m_visits[at].from)
            codes.push_back(m_visits[at].code);
        std::string text;
        for (auto code = codes.rbegin(); code != codes.rend(); ++code)
            appendUtf8(text, *code);
        return text;
    }

    std::vector<Member> m_members;
    const std::vector<std::string>& m_avoided;
    std::vector<char32_t> m_letters;
    std::vector<Visit> m_visits;
    std::unordered_map<std::vector<int>, std::size_t, StatesHash> m_times;
};

}

struct Texts::State {
    // None: the pattern is beyond what is known.
    TextAutomaton* automatonOf(const TextTest& test)
    {
        const auto known = automata.find(test);
        if (known != automata.end())
            return known->second.get();
        std::unique_ptr<TextAutomaton> automaton;
        if (const auto language = languageOf(test))
            if (TextProgram program = compileText(*language); !program.tooBig)
                automaton = std::make_unique<TextAutomaton>(std::move(program));
        return automata.emplace(test, std::move(automaton)).first->second.get();
    }

    Answer walk(const std::vector<WantedText>& wanted, const std::vector<std::size_t>& chosen,
                const std::vector<std::string>& avoided)
    {
        std::vector<Member> members;
        for (const std::size_t i : chosen)
            members.push_back({automatonOf(wanted[i].test), wanted[i].wanted});
        return ProductWalk(std::move(members), avoided).walk();
    }

    std::map<TextTest, std::unique_ptr<TextAutomaton>> automata;
};

Texts::Texts() : m_state(std::make_unique<State>()) { }
Texts::~Texts() = default;

bool Texts::isKnown(const TextTest& test) { return m_state->automatonOf(test) != nullptr; }

bool Texts::passes(const std::string& text, const TextTest& test)
{
    TextAutomaton* const automaton = m_state->automatonOf(test);
    if (!automaton)
        return false;
    const auto codes = codesOf(text);
    automaton->restart(codes.size());
    int state = 0;
    for (std::size_t i = 0; i < codes.size(); ++i)
        state = automaton->after(state, i, codes[i]);
    return automaton->acceptsAt(state);
}

Texts::Answer Texts::find(const std::vector<WantedText>& wanted, const std::vector<std::string>& avoided)
{
    std::vector<std::size_t> chosen;   // those that have to pass, then what a text found so far fails on
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i].wanted && isKnown(wanted[i].test))
            chosen.push_back(i);
    for (;;) {
        Answer answer = m_state->walk(wanted, chosen, avoided);
        if (answer.state == Answer::State::Impossible && !avoided.empty())
            answer.state = Answer::State::Unknown;
        if (answer.state != Answer::State::Found) {
            answer.core = chosen;
            return answer;
        }
        const auto violated = [&](std::size_t i) {
            return isKnown(wanted[i].test) && passes(answer.text, wanted[i].test) != wanted[i].wanted;
        };
        std::size_t next = 0;
        while (next < wanted.size() && !violated(next))
            ++next;
        if (next == wanted.size())
            return answer;
        chosen.push_back(next);
    }
}

}
