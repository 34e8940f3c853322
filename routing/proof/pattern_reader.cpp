#include "routing/proof/pattern_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <string>

namespace signalbox {
namespace {

struct Flags {
    bool ignoreCase = false;
    bool manyLines = false;
    bool dotTakesNewline = false;
};

const CodeRanges digits{{'0', '9'}};
const CodeRanges words{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
const CodeRanges blanks{{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};

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
                                              {"word", words},
                                              {"xdigit", {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}}}};

bool isAsciiLetter(char32_t code) { return (code | 0x20) >= 'a' && (code | 0x20) <= 'z' && code < 0x80; }

// Recursive descent over the code points; `m_failed` once something is not known.
class PatternReader {
public:
    explicit PatternReader(std::string_view pattern) : m_codes(codesOf(pattern)) { }

    std::optional<TextNode> read()
    {
        TextNode node = choice();
        return m_failed || m_at != m_codes.size() ? std::nullopt : std::optional(std::move(node));
    }

private:
    bool atEnd() const { return m_at >= m_codes.size(); }
    bool sees(std::string_view text) const
    {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (m_at + i >= m_codes.size() || m_codes[m_at + i] != static_cast<unsigned char>(text[i]))
                return false;
        return true;
    }
    bool take(std::string_view text)
    {
        if (!sees(text))
            return false;
        m_at += text.size();
        return true;
    }
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
    std::optional<int> number()
    {
        std::optional<int> value;
        for (; !atEnd() && m_codes[m_at] >= '0' && m_codes[m_at] <= '9'; ++m_at)
            value = std::min(value.value_or(0) * 10 + static_cast<int>(m_codes[m_at] - '0'), 100'000);
        return value;
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

    std::optional<CodeRanges> classEscape()
    {
        constexpr std::string_view letters = "dDwWsS";
        for (std::size_t i = 0; i < letters.size(); ++i)
            if (take(letters.substr(i, 1))) {
                const CodeRanges& plain = i < 2 ? digits : i < 4 ? words : blanks;
                return i % 2 ? inverted(plain) : plain;
            }
        return std::nullopt;
    }

    std::optional<char32_t> codeEscape()
    {
        constexpr std::string_view names = "tnrfva";
        constexpr std::string_view meant = "\t\n\r\f\v\a";
        if (atEnd())
            return std::nullopt;
        const char32_t code = m_codes[m_at++];
        if (code < 0x80 && names.find(static_cast<char>(code)) != std::string_view::npos)
            return meant[names.find(static_cast<char>(code))];
        if (code == 'x')
            return hexadecimal();
        const bool isPunctuation = code < 0x80 && !isWordCode(code);
        return isPunctuation || code == '_' ? std::optional(code) : std::nullopt;
    }

    std::optional<char32_t> hexadecimal()
    {
        const bool braced = take("{");
        std::string text;
        while (!atEnd() && text.size() < (braced ? 6u : 2u) && m_codes[m_at] < 0x80
               && std::isxdigit(static_cast<int>(m_codes[m_at])))
            text += static_cast<char>(m_codes[m_at++]);
        if (text.empty() || (braced && !take("}")))
            return std::nullopt;
        return static_cast<char32_t>(std::strtoul(text.c_str(), nullptr, 16));
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

    std::vector<char32_t> m_codes;
    std::size_t m_at = 0;
    Flags m_flags;
    bool m_failed = false;
};

}

std::optional<TextNode> readPattern(std::string_view pattern) { return PatternReader(pattern).read(); }

}
