#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace signalbox {

using Word = std::uint32_t;   // the place of a word among Words; 0 is the empty one

// Each word once, so that a million rows hold numbers. What it returned stays valid.
class Words {
public:
    Words() { (void)add({}); }

    Word add(std::string_view word)
    {
        if (const auto known = m_places.find(word); known != m_places.end())
            return known->second;
        const auto place = static_cast<Word>(m_words.size());
        m_places.emplace(m_words.emplace_back(word), place);
        return place;
    }
    // The place of a word that no row has is the number of words.
    Word find(std::string_view word) const
    {
        const auto known = m_places.find(word);
        return known == m_places.end() ? static_cast<Word>(m_words.size()) : known->second;
    }
    const std::string& operator[](Word place) const { return m_words[place]; }
    std::size_t size() const { return m_words.size(); }

    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;
    Words(Words&&) = default;
    Words& operator=(Words&&) = default;

private:
    std::deque<std::string> m_words;   // whose strings never move
    std::unordered_map<std::string_view, Word> m_places;
};

}
