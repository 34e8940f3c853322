#pragma once

#include <cstdint>
#include <vector>

namespace signalbox {

// What dear tests found in the context at hand. One for each thread that decides; grows once and is then only used again.
class MatchMemory {
public:
    void start(std::size_t memos)
    {
        if (m_outcomes.size() < memos || m_round >= lastRound) {
            m_outcomes.assign(memos, 0);
            m_round = 0;
        }
        m_round += 2;
    }
    template <class Find>
    bool remember(std::uint32_t memo, Find find)
    {
        std::uint32_t& outcome = m_outcomes[memo];
        if (outcome < m_round)
            outcome = m_round + (find() ? 1 : 0);
        return outcome != m_round;
    }

    std::vector<const void*> rows;   // room for the rows that one decision picks

private:
    static constexpr std::uint32_t lastRound = 0xFFFF'FFF0;

    std::vector<std::uint32_t> m_outcomes;   // the round in which it was found, plus one for true
    std::uint32_t m_round = 0;
};

}
