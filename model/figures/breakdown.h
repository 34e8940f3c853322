#pragma once

#include "model/figures/figure_rows.h"
#include "model/figures/iso_week.h"
#include "model/figures/question.h"

#include <algorithm>
#include <span>

namespace signalbox {

// What a row is filed under.
struct Place {
    Channel channel = Channel::Website;
    Word tier = 0;
    Word queue = 0;
    Word agent = 0;
    int version = 0;
    Instant at{};   // when its clock starts
    Word trigger = 0;
};

// The filter of a question with its words looked up once.
class Filter {
public:
    Filter(const FigureRows& rows, const FigureQuestion& question);

    bool lets(Origin origin, const Place& place) const;

private:
    const FigureQuestion& m_question;
    Word m_tier;
    Word m_queue;
    Word m_agent;
    Word m_trigger;
};

std::int64_t keyIn(const Place& place, Dimension dimension);
std::string idOf(const FigureRows& rows, Dimension dimension, std::int64_t key);
std::string shownName(const FigureRows& rows, Dimension dimension, std::int64_t key);

// Items by their keys: those of part p are items[begins[p]] to items[begins[p + 1]], in the order they had.
struct Filed {
    std::vector<std::int64_t> keys;
    std::vector<std::size_t> begins;
    std::vector<std::uint32_t> items;
};
Filed filedBy(const std::vector<std::int64_t>& keys);
// The parts in the order in which people look for them.
std::vector<std::size_t> shownOrder(const FigureRows& rows, Dimension dimension, const std::vector<std::int64_t>& keys);

// The figure of all items and of each part. `placeOf(item)` says what one is filed under, `figureOf(span of items)`
// computes.
template <class Item, class PlaceOf, class FigureOf>
auto brokenDown(const FigureRows& rows, const std::vector<Item>& items, std::span<const Dimension> dimensions,
                PlaceOf placeOf, FigureOf figureOf)
{
    using Figure = decltype(figureOf(std::span<const Item>()));
    Broken<Figure> broken{figureOf(std::span<const Item>(items)), {}};
    std::vector<std::vector<std::int64_t>> keys(dimensions.size(), std::vector<std::int64_t>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) {   // once over the rows behind them, which are many
        const Place place = placeOf(items[i]);
        for (std::size_t of = 0; of < dimensions.size(); ++of)
            keys[of][i] = keyIn(place, dimensions[of]);
    }
    std::vector<Item> sorted(items.size());
    for (std::size_t of = 0; of < dimensions.size(); ++of) {
        const Dimension dimension = dimensions[of];
        const Filed filed = filedBy(keys[of]);
        std::ranges::transform(filed.items, sorted.begin(), [&](std::uint32_t at) { return items[at]; });
        auto& parts = broken.by[dimension];
        for (const std::size_t part : shownOrder(rows, dimension, filed.keys)) {
            const std::int64_t key = filed.keys[part];
            const auto inPart = std::span<const Item>(sorted).subspan(filed.begins[part],
                                                                      filed.begins[part + 1] - filed.begins[part]);
            parts.push_back({idOf(rows, dimension, key), shownName(rows, dimension, key), figureOf(inPart)});
        }
    }
    return broken;
}

}
