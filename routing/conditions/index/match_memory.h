#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace signalbox {

// The rows of bits that one context picks.
struct PickedRows {
    std::vector<const void*> all;   // the first `count`: what is set in all of them
    std::size_t count = 0;
    std::vector<const void*> any;   // groups, each ended by a null: and in one of each group
};

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

    PickedRows rows;

private:
    static constexpr std::uint32_t lastRound = 0xFFFF'FFF0;

    std::vector<std::uint32_t> m_outcomes;   // the round in which it was found, plus one for true
    std::uint32_t m_round = 0;
};

}
