#include "routing/assignment/service_order.h"

#include <algorithm>

namespace signalbox {

int servedAs(int tierRank, const Queue& queue, seconds waited)
{
    if (queue.raiseAfter.count() <= 0)
        return tierRank;
    return static_cast<int>(std::max<std::int64_t>(0, tierRank - waited / queue.raiseAfter));
}

}
