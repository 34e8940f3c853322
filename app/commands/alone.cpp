#include "app/commands/alone.h"

#include "app/router/router.h"
#include "app/router/workspace_lock.h"

namespace signalbox {

Result<ChangeSet> doAlone(const std::filesystem::path& workspace, std::string_view what, decltype(Command::what) command)
{
    const auto lock = WorkspaceLock::take(workspace, what);
    if (!lock)
        return tl::unexpected(lock.error());
    auto database = Database::open(workspace, Database::Access::Write);
    if (!database)
        return tl::unexpected(database.error());
    const SystemClock clock;
    auto router = Router::start(*database, clock);
    if (!router)
        return tl::unexpected(router.error());
    Result<void> done = failure("The router did not answer.");
    (*router)->handle(
        {{RouterInput::FromConsole{{1, std::move(command)}, [&](const Result<void>& answer) { done = answer; }}}});
    if (!done)
        return tl::unexpected(done.error());
    return (*router)->everything();
}

}
