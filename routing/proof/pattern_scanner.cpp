#include "routing/proof/pattern_scanner.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>

namespace signalbox {
namespace {

const CodeRanges patternDigits{{'0', '9'}};
const CodeRanges blanks{{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};

}

const CodeRanges& patternWords()
{
    static const CodeRanges words{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    return words;
}

bool PatternScanner::sees(std::string_view text) const
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if (m_at + i >= m_codes.size() || m_codes[m_at + i] != static_cast<unsigned char>(text[i]))
            return false;
    return true;
}

bool PatternScanner::take(std::string_view text)
{
    if (!sees(text))
        return false;
    m_at += text.size();
    return true;
}

std::optional<int> PatternScanner::number()
{
    std::optional<int> value;
    for (; !atEnd() && m_codes[m_at] >= '0' && m_codes[m_at] <= '9'; ++m_at)
        value = std::min(value.value_or(0) * 10 + static_cast<int>(m_codes[m_at] - '0'), 100'000);
    return value;
}

std::optional<CodeRanges> PatternScanner::classEscape()
{
    constexpr std::string_view letters = "dDwWsS";
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (take(letters.substr(i, 1))) {
            const CodeRanges& plain = i < 2 ? patternDigits : i < 4 ? patternWords() : blanks;
            return i % 2 ? inverted(plain) : plain;
        }
    return std::nullopt;
}

std::optional<char32_t> PatternScanner::codeEscape()
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

std::optional<char32_t> PatternScanner::hexadecimal()
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

}
