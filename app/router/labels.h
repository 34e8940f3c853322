#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// A label of an alert, of a conversation that a trigger said nothing of, or of a tier. Anybody who answers may give one;
// only a lead and a supervisor one that counts as second. Given again it replaces their own; without a verdict it is gone.
Result<void> change(Work& work, const GiveLabel& command);

}
