#include "routing/assignment/open_queue.h"

#include <algorithm>
#include <set>

namespace signalbox {

const Queue* findQueue(const Rulebook& rulebook, const QueueId& id)
{
    const auto found = std::find_if(rulebook.queues.begin(), rulebook.queues.end(),
                                    [&id](const Queue& queue) { return queue.id == id; });
    return found == rulebook.queues.end() ? nullptr : &*found;
}

bool isOpen(const Queue& queue, const OpenIntervals& intervals, Instant at)
{
    return queue.schedule.empty() || isOpen(intervals, queue.schedule, at);
}

QueueId openQueue(const Rulebook& rulebook, const OpenIntervals& intervals, const QueueId& wanted, Instant at)
{
    const Queue* first = findQueue(rulebook, wanted);
    if (!first && rulebook.queues.empty())
        return {};
    if (!first)
        first = &rulebook.queues.front();
    std::set<QueueId> tried;
    for (const Queue* queue = first; queue && tried.insert(queue->id).second;
         queue = findQueue(rulebook, queue->fallback))
        if (isOpen(*queue, intervals, at))
            return queue->id;
    return first->id;
}

}
