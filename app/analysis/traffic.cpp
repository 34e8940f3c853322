#include "app/analysis/traffic.h"

#include "model/domain/names.h"

namespace signalbox {

Traffic countTraffic(const PastLog& log, const Period& period, Instant today, const DestinationWords& words)
{
    Traffic traffic;
    forEachIn(log, period, [&](const PastLog::Conversation& conversation, const PastLog::Step& last) {
        const Outcome& place = log.outcome(last.place);
        const PolicyId policy = place.policy.value_or(PolicyId{});
        ++traffic.conversations;
        ++traffic.hits[policy];
        if (last.at >= today)
            ++traffic.hitsToday[policy];
        ++traffic.flows[{policy, words(place)}];
        ++traffic.arrivals[{std::string(nameOf(conversation.channel)), place.tier.value}];
    });
    return traffic;
}

}
