#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// Taking visitors apart who are not the same person, and forgetting one for ever. Errors are sentences for that person.
Result<void> change(Work& work, const UnlinkVisitor& command);
Result<void> change(Work& work, const EraseContact& command);

}
