#include "app/router/clock.h"

namespace signalbox {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
}

}
