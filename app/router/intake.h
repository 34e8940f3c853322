#pragma once

#include "app/router/work.h"

namespace signalbox {

// What came from a visitor: checked, journaled, understood, decided. The receipt is true once the batch is committed.
Result<VisitorReceipt> takeIn(Work& work, const VisitorInput& input);

}
