// The workspace's draft of its next rulebook.
#include "app/router/rights.h"
#include "app/router/settings_desk.h"

namespace signalbox {

Result<void> change(Work& work, const SaveDraft& command)
{
    if (auto right = mayPublish(work.floor, command.by); !right)
        return right;
    return failure("This workspace keeps no drafts.", "draft");
}

Result<void> change(Work& work, const DiscardDraft& command) { return mayPublish(work.floor, command.by); }
Result<void> change(Work& work, const EditingDraft& command)
{
    if (auto known = knownAgent(work.floor, command.agent); !known)
        return tl::unexpected(known.error());
    return {};
}

Result<void> change(Work& work, const RunShadow& command)
{
    if (auto right = mayPublish(work.floor, command.by); !right)
        return right;
    return failure("No rulebook can run beside the live one yet.", "shadow");
}

}
