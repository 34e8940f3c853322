#pragma once

#include "routing/conditions/condition.h"

#include <memory>
#include <string>
#include <vector>

namespace signalbox {

// What is asked of a text: eq, lt, le, starts, ends, contains or matches, and the literal. All others are made of these.
struct TextTest {
    Operator op = Operator::Eq;
    std::string literal;
    auto operator<=>(const TextTest&) const = default;
};
struct WantedText {
    TextTest test;
    bool wanted = true;
};

// Every test is a regular language, so whether a text can be found that passes some and fails others is decided exactly, by
// walking through the product of their automata. Patterns beyond what readPattern knows are left out: then "impossible"
// is still certain, and a text found has to be tried.
class Texts {
public:
    Texts();
    ~Texts();

    struct Answer {
        enum class State { Found, Impossible, Unknown } state = State::Unknown;
        std::string text;
        std::vector<std::size_t> core;   // of what was wanted: already these are impossible together
    };
    // One of the shortest texts that is none of `avoided`.
    Answer find(const std::vector<WantedText>& wanted, const std::vector<std::string>& avoided = {});
    // Whether the text passes; false for a pattern that is not known.
    bool passes(const std::string& text, const TextTest& test);
    bool isKnown(const TextTest& test);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
