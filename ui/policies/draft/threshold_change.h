#pragma once

#include "model/domain/ids.h"

#include <string>

namespace signalbox {

// Another number for what an alert compares an attribute with on one channel.
struct ThresholdChange {
    AlertId alert;
    std::string channel;   // as rulebooks call it: "website"
    std::string attribute;
    double threshold = 0;

    bool operator==(const ThresholdChange&) const = default;
};

}
