#include "model/figures/figure_choices.h"

#include "model/figures/breakdown.h"

#include <array>

namespace signalbox {
namespace {

constexpr std::array offered{Dimension::Channel, Dimension::Tier, Dimension::Queue, Dimension::Agent,
                             Dimension::Version};

// Which keys there are: small numbers, but a million times.
class SeenKeys {
public:
    void add(std::int64_t key)
    {
        const auto at = static_cast<std::size_t>(key);
        if (at >= m_seen.size())
            m_seen.resize(at + 1);
        m_seen[at] = true;
    }
    std::vector<std::int64_t> keys() const
    {
        std::vector<std::int64_t> keys;
        for (std::size_t at = 0; at < m_seen.size(); ++at)
            if (m_seen[at])
                keys.push_back(static_cast<std::int64_t>(at));
        return keys;
    }

private:
    std::vector<bool> m_seen;
};

}

FigureChoices choicesOf(const FigureRows& rows, Origin origin)
{
    std::array<SeenKeys, offered.size()> seen;
    const auto add = [&](const Place& place) {
        for (std::size_t of = 0; of < offered.size(); ++of)
            seen[of].add(keyIn(place, offered[of]));
    };
    for (const ConversationFacts& row : rows.conversations) {
        if (row.origin != origin)
            continue;
        add({row.channel, row.firstTier, row.queue, row.agent, row.firstVersion});
        seen.back().add(row.topVersion);
    }
    for (const AlertFacts& row : rows.alerts)
        if (row.origin == origin)
            add({row.channel, row.tier, row.queue, row.owner, row.version});
    FigureChoices choices;
    for (std::size_t of = 0; of < offered.size(); ++of) {
        const std::vector<std::int64_t> keys = seen[of].keys();
        auto& choice = choices[offered[of]];
        for (const std::size_t at : shownOrder(rows, offered[of], keys))
            if (std::string id = idOf(rows, offered[of], keys[at]); !id.empty())   // nothing is filtered by "none"
                choice.push_back({std::move(id), shownName(rows, offered[of], keys[at])});
    }
    return choices;
}

}
