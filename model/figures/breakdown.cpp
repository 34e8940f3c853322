#include "model/figures/breakdown.h"

#include "model/domain/names.h"

#include <numeric>
#include <unordered_map>

namespace signalbox {

Filter::Filter(const FigureRows& rows, const FigureQuestion& question)
    : m_question(question),
      m_tier(rows.words.find(question.tier)),
      m_queue(rows.words.find(question.queue)),
      m_agent(rows.words.find(question.agent)),
      m_trigger(rows.words.find(question.trigger))
{
}

bool Filter::lets(Origin origin, const Place& place) const
{
    const auto wanted = [](Word word, Word found) { return word == 0 || word == found; };
    return origin == m_question.origin && place.at >= m_question.since && place.at < m_question.until
        && (!m_question.channel || *m_question.channel == place.channel)
        && (!m_question.version || *m_question.version == place.version) && wanted(m_tier, place.tier)
        && wanted(m_queue, place.queue) && wanted(m_agent, place.agent) && wanted(m_trigger, place.trigger);
}

std::int64_t keyIn(const Place& place, Dimension dimension)
{
    switch (dimension) {
    case Dimension::Channel:
        return static_cast<std::int64_t>(place.channel);
    case Dimension::Tier:
        return place.tier;
    case Dimension::Queue:
        return place.queue;
    case Dimension::Agent:
        return place.agent;
    case Dimension::Version:
        return place.version;
    case Dimension::Week:
        return weekOf(place.at);
    case Dimension::Trigger:
        return place.trigger;
    }
    return 0;
}

std::string idOf(const FigureRows& rows, Dimension dimension, std::int64_t key)
{
    switch (dimension) {
    case Dimension::Channel:
        return std::string(nameOf(static_cast<Channel>(key)));
    case Dimension::Version:
        return key == 0 ? std::string() : std::to_string(key);
    case Dimension::Week:
        return nameOfWeek(key);
    default:
        return rows.words[static_cast<Word>(key)];
    }
}

std::string shownName(const FigureRows& rows, Dimension dimension, std::int64_t key)
{
    const std::string id = idOf(rows, dimension, key);
    if (id.empty())
        return "none";
    if (dimension == Dimension::Version)
        return "version " + id;
    if (dimension == Dimension::Agent)
        if (const auto known = rows.names.find(static_cast<Word>(key)); known != rows.names.end())
            return known->second;
    return id;
}

Filed filedBy(const std::vector<std::int64_t>& keys)
{
    Filed filed;
    std::unordered_map<std::int64_t, std::uint32_t> known;
    std::vector<std::uint32_t> partOf(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0 && keys[i] == keys[i - 1]) {
            partOf[i] = partOf[i - 1];
            continue;
        }
        const auto [found, isNew] = known.try_emplace(keys[i], static_cast<std::uint32_t>(filed.keys.size()));
        if (isNew)
            filed.keys.push_back(keys[i]);
        partOf[i] = found->second;
    }
    filed.begins.assign(filed.keys.size() + 1, 0);
    for (const std::uint32_t part : partOf)
        ++filed.begins[part + 1];
    std::partial_sum(filed.begins.begin(), filed.begins.end(), filed.begins.begin());
    std::vector<std::size_t> next(filed.begins.begin(), filed.begins.end());
    filed.items.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        filed.items[next[partOf[i]]++] = static_cast<std::uint32_t>(i);
    return filed;
}

std::vector<std::size_t> shownOrder(const FigureRows& rows, Dimension dimension, const std::vector<std::int64_t>& keys)
{
    const bool byNumber
        = dimension == Dimension::Channel || dimension == Dimension::Version || dimension == Dimension::Week;
    const auto rank = [&](std::size_t part) -> std::int64_t {
        if (byNumber)
            return keys[part];
        const auto tier = rows.rankOf.find(static_cast<Word>(keys[part]));
        return dimension == Dimension::Tier && tier != rows.rankOf.end() ? tier->second : 0;
    };
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t one, std::size_t other) {
        const std::int64_t first = rank(one), second = rank(other);
        return first != second ? first < second : idOf(rows, dimension, keys[one]) < idOf(rows, dimension, keys[other]);
    });
    return order;
}

}
