#pragma once

#include "routing/proof/text_program.h"

#include <optional>
#include <string_view>

namespace signalbox {

// A pattern's code points from left to right, and the escapes that stand for codes.
class PatternScanner {
public:
    explicit PatternScanner(std::string_view pattern) : m_codes(codesOf(pattern)) { }

protected:
    bool atEnd() const { return m_at >= m_codes.size(); }
    bool sees(std::string_view text) const;
    bool take(std::string_view text);   // goes on when the text stands here
    std::optional<int> number();
    // After a backslash: a class such as \d; or one code. None when neither is known.
    std::optional<CodeRanges> classEscape();
    std::optional<char32_t> codeEscape();

    std::vector<char32_t> m_codes;
    std::size_t m_at = 0;

private:
    std::optional<char32_t> hexadecimal();
};

const CodeRanges& patternWords();   // \w

}
