#pragma once

#include "model/figures/figure_rows.h"

namespace signalbox {

// Time while a queue is open, by the rulebook that was live when the clock started: its schedules stay as they were
// published, whatever time zones do later.
class BusinessHours {
public:
    explicit BusinessHours(const std::vector<RulebookFacts>& rulebooks);

    // Between two moments; none when no rulebook was live at the first, it does not have the queue, or its opening times
    // are not known as far as the second.
    std::optional<microseconds> between(Word queue, Instant from, Instant to) const;

private:
    struct Schedule {
        std::vector<OpenTime> open;
        std::vector<microseconds> before;   // open time before each of them
        microseconds until(Instant at) const;
    };
    struct Version {
        Instant publishedAt{};
        const RulebookFacts* facts = nullptr;
        std::map<Word, Schedule> schedules;
    };

    std::vector<Version> m_versions;
};

}
