#pragma once

#include "model/domain/instant.h"

namespace signalbox {

// Where the router learns the time. Tests set it by hand.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

}
