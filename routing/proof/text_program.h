#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox {

// Code points, both ends included. Texts are valid UTF-8, so that code points in order are bytes in order.
using CodeRange = std::pair<char32_t, char32_t>;
using CodeRanges = std::vector<CodeRange>;

constexpr char32_t lastCode = 0x10ffff;
std::vector<char32_t> codesOf(std::string_view utf8);
// All codes that are in none of the ranges.
CodeRanges inverted(CodeRanges ranges);

enum class TextAssertion { Begin, End, LineBegin, LineEnd, WordBoundary, NoWordBoundary };
bool isWordCode(char32_t code);

// A regular expression as a tree.
struct TextNode {
    enum class Kind { Nothing, Codes, Sequence, Choice, Repeat, Assert } kind = Kind::Nothing;
    CodeRanges codes;
    TextAssertion assertion = TextAssertion::Begin;
    int least = 0;
    int most = -1;   // of a repetition; -1: any number
    std::vector<TextNode> parts;

    static TextNode ofCodes(CodeRanges codes);
    static TextNode ofText(std::string_view text);   // the text itself, byte-exact
    static TextNode ofAssertion(TextAssertion assertion);
    static TextNode sequence(std::vector<TextNode> parts);
    static TextNode choice(std::vector<TextNode> parts);
    static TextNode repeat(TextNode part, int least, int most);
};

// A nondeterministic automaton that searches a text from left to right.
struct TextStep {
    enum class Kind { Codes, Split, Assert, Match } kind = Kind::Match;
    CodeRanges codes;
    TextAssertion assertion = TextAssertion::Begin;
    int next = 0;
    int other = 0;   // of a split
};
struct TextProgram {
    std::vector<TextStep> steps;
    int start = 0;
    bool tooBig = false;   // more steps than anybody needs: not to be run
};
TextProgram compileText(const TextNode& node);

}
