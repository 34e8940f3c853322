#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace signalbox {

// Texts, each kept once, by number: 0 first.
class WordTable {
public:
    std::uint32_t numberOf(std::string_view text)
    {
        if (const auto known = m_numbers.find(text); known != m_numbers.end())
            return known->second;
        const std::string& kept = m_texts.emplace_back(text);
        return m_numbers.emplace(kept, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }
    std::optional<std::uint32_t> find(std::string_view text) const
    {
        const auto known = m_numbers.find(text);
        return known == m_numbers.end() ? std::nullopt : std::optional(known->second);
    }
    const std::string& text(std::uint32_t number) const { return m_texts[number]; }
    std::size_t size() const { return m_texts.size(); }

private:
    std::deque<std::string> m_texts;   // stay where they are
    std::unordered_map<std::string_view, std::uint32_t> m_numbers;
};

}
