// A rulebook beside the live one: begun and ended from a console.
#include "app/router/rights.h"
#include "app/router/settings_desk.h"

namespace signalbox {

Result<void> change(Work& work, const RunShadow& command)
{
    if (auto right = mayPublish(work.floor, command.by); !right)
        return right;
    Shadow& shadow = work.memory.shadow;
    if (command.document.empty())
        shadow.end();
    else if (auto started = shadow.start(command.document, command.by, work.now); !started)
        return started;
    ShadowOnScreen kept;
    kept.document = command.document;
    kept.by = command.by;
    kept.since = work.now;
    work.beside.shadow = std::move(kept);
    return {};
}

}
