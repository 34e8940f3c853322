#pragma once

#include "model/figures/shares.h"

namespace signalbox {

// A share with the exact interval of the binomial distribution (C. J. Clopper, E. S. Pearson, 1934): never too narrow,
// also where hits are so rare that Wilson's interval is. `worth` as in estimateSampledShare.
ShareEstimate estimateRareShare(double share, double worth);

}
