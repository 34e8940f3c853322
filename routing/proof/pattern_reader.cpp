#include "routing/proof/pattern_reader.h"

#include "routing/proof/pattern_scanner.h"

#include <algorithm>
#include <array>
#include <string>

namespace signalbox {
namespace {

struct Flags {
    bool ignoreCase = false;
    bool manyLines = false;
    bool dotTakesNewline = false;
};

struct NamedClass {
    std::string_view name;
    CodeRanges codes;
};
const std::array<NamedClass, 8> namedClasses{{{"alpha", {{'A', 'Z'}, {'a', 'z'}}},
                                              {"digit", {{'0', '9'}}},
                                              {"alnum", {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
                                              {"upper", {{'A', 'Z'}}},
                                              {"lower", {{'a', 'z'}}},
                                              {"space", {{'\t', '\r'}, {' ', ' '}}},
                                              {"word", patternWords()},
                                              {"xdigit", {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}}}};

bool isAsciiLetter(char32_t code) { return (code | 0x20) >= 'a' && (code | 0x20) <= 'z' && code < 0x80; }

// Recursive descent over the code points; `m_failed` once something is not known.
class PatternReader : PatternScanner {
public:
    using PatternScanner::PatternScanner;

    std::optional<TextNode> read()
    {
        TextNode node = choice();
        return m_failed || m_at != m_codes.size() ? std::nullopt : std::optional(std::move(node));
    }

private:
    TextNode fail()
    {
        m_failed = true;
        m_at = m_codes.size();
        return {};
    }

    TextNode choice()
    {
        const Flags outside = m_flags;
        std::vector<TextNode> parts;
        do
            parts.push_back(sequence());
        while (take("|"));
        m_flags = outside;
        return parts.size() == 1 ? std::move(parts.front()) : TextNode::choice(std::move(parts));
    }

    TextNode sequence()
    {
        std::vector<TextNode> parts;
        while (!atEnd() && !sees("|") && !sees(")"))
            parts.push_back(repeated(atom()));
        return TextNode::sequence(std::move(parts));
    }

    TextNode repeated(TextNode node)
    {
        for (;;) {
            int least = 0;
            int most = -1;
            if (take("+"))
                least = 1;
            else if (take("?"))
                most = 1;
            else if (!take("*") && !bounds(least, most))
                return node;
            take("?");   // lazy: the same language
            node = TextNode::repeat(std::move(node), least, most);
        }
    }

    // "{2}", "{2,}", "{2,5}"; anything else that starts with a brace is plain text.
    bool bounds(int& least, int& most)
    {
        const std::size_t before = m_at;
        if (!take("{"))
            return false;
        const auto low = number();
        const bool isRange = take(",");
        const auto high = isRange ? number() : low;
        if (!low || !take("}")) {
            m_at = before;
            return false;
        }
        least = *low;
        most = high.value_or(-1);
        return true;
    }
    TextNode atom()
    {
        if (take("("))
            return group();
        if (take("["))
            return bracket();
        if (take("\\"))
            return escape();
        if (take("."))
            return TextNode::ofCodes(m_flags.dotTakesNewline ? inverted({}) : inverted({{'\n', '\n'}}));
        if (take("^"))
            return TextNode::ofAssertion(m_flags.manyLines ? TextAssertion::LineBegin : TextAssertion::Begin);
        if (take("$"))
            return TextNode::ofAssertion(m_flags.manyLines ? TextAssertion::LineEnd : TextAssertion::End);
        const char32_t code = m_codes[m_at++];
        return codes({{code, code}});
    }

    TextNode group()
    {
        if (take("?P<") || take("?<")) {
            while (!atEnd() && !take(">"))
                ++m_at;
        } else if (take("?")) {
            const Flags outside = m_flags;
            if (!readFlags())
                return fail();
            if (take(")"))
                return {};   // from here on, up to the end of the group around it
            if (!take(":"))
                return fail();
            TextNode inner = choice();
            m_flags = outside;
            return take(")") ? std::move(inner) : fail();
        }
        TextNode inner = choice();
        return take(")") ? std::move(inner) : fail();
    }

    bool readFlags()
    {
        for (bool on = true; !atEnd() && !sees(":") && !sees(")"); ++m_at) {
            const char32_t flag = m_codes[m_at];
            if (flag == '-')
                on = false;
            else if (flag == 'i')
                m_flags.ignoreCase = on;
            else if (flag == 'm')
                m_flags.manyLines = on;
            else if (flag == 's')
                m_flags.dotTakesNewline = on;
            else if (flag != 'U')
                return false;
        }
        return true;
    }

    TextNode codes(CodeRanges ranges)
    {
        if (m_flags.ignoreCase && !foldCase(ranges))
            return fail();
        return TextNode::ofCodes(std::move(ranges));
    }

    // Both cases of each letter. RE2 also takes the Kelvin sign for k and the long s for s.
    static bool foldCase(CodeRanges& ranges)
    {
        CodeRanges folded = ranges;
        for (const auto& [first, last] : ranges) {
            if (last >= 0x80)
                return false;
            for (char32_t code = first; code <= last; ++code)
                if (isAsciiLetter(code)) {
                    folded.emplace_back(code ^ 0x20, code ^ 0x20);
                    if ((code | 0x20) == 'k')
                        folded.emplace_back(0x212a, 0x212a);
                    if ((code | 0x20) == 's')
                        folded.emplace_back(0x17f, 0x17f);
                }
        }
        ranges = std::move(folded);
        return true;
    }

    TextNode escape()
    {
        if (auto ranges = classEscape())
            return TextNode::ofCodes(std::move(*ranges));
        if (take("b"))
            return TextNode::ofAssertion(TextAssertion::WordBoundary);
        if (take("B"))
            return TextNode::ofAssertion(TextAssertion::NoWordBoundary);
        if (take("A"))
            return TextNode::ofAssertion(TextAssertion::Begin);
        if (take("z"))
            return TextNode::ofAssertion(TextAssertion::End);
        const auto code = codeEscape();
        return code ? codes({{*code, *code}}) : fail();
    }

    TextNode bracket()
    {
        const bool isInverted = take("^");
        CodeRanges ranges;
        for (bool first = true; first || !sees("]"); first = false) {
            if (atEnd() || !bracketItem(ranges))
                return fail();
        }
        take("]");
        if (m_flags.ignoreCase && !foldCase(ranges))
            return fail();
        return TextNode::ofCodes(isInverted ? inverted(std::move(ranges)) : std::move(ranges));
    }

    bool bracketItem(CodeRanges& ranges)
    {
        if (take("[:")) {
            m_failed = m_failed || m_flags.ignoreCase;   // RE2 does not fold these as it folds letters
            const bool isInverted = take("^");
            for (const NamedClass& named : namedClasses)
                if (sees(std::string(named.name) + ":]")) {
                    take(std::string(named.name) + ":]");
                    const CodeRanges codes = isInverted ? inverted(named.codes) : named.codes;
                    ranges.insert(ranges.end(), codes.begin(), codes.end());
                    return true;
                }
            return false;
        }
        const auto first = bracketCode(ranges);
        if (!first)
            return !m_failed;
        auto last = first;
        if (sees("-") && !sees("-]")) {
            take("-");
            CodeRanges none;
            last = bracketCode(none);
        }
        if (!last || *last < *first)
            return false;
        ranges.emplace_back(*first, *last);
        return true;
    }

    // One code; none when it was a class, which is then in `ranges`, or when it is not known.
    std::optional<char32_t> bracketCode(CodeRanges& ranges)
    {
        if (atEnd())
            return std::nullopt;
        if (!take("\\"))
            return m_codes[m_at++];
        if (const auto codes = classEscape()) {
            m_failed = m_failed || m_flags.ignoreCase;
            ranges.insert(ranges.end(), codes->begin(), codes->end());
            return std::nullopt;
        }
        const auto code = codeEscape();
        m_failed = m_failed || !code;
        return code;
    }

    Flags m_flags;
    bool m_failed = false;
};

}

std::optional<TextNode> readPattern(std::string_view pattern) { return PatternReader(pattern).read(); }

}
