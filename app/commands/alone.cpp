#include "app/commands/alone.h"

#include "app/router/router.h"
#include "app/router/workspace_lock.h"

#include <algorithm>
#include <span>
#include <utility>

namespace signalbox {
namespace {

constexpr std::size_t mostInACommit = 1000;

// The first refusal is the error.
Result<void> handle(Router& router, std::span<decltype(Command::what)> commands)
{
    Result<void> all;
    std::size_t answers = 0;
    std::vector<RouterInput> batch;
    for (auto& command : commands)
        batch.push_back({RouterInput::FromConsole{{1, std::move(command)}, [&](const Result<void>& answer) {
                                                      ++answers;
                                                      if (all && !answer)
                                                          all = answer;
                                                  }}});
    router.handle(std::move(batch));
    return answers == commands.size() ? all : failure("The router did not answer.");
}

}

Result<ChangeSet> doAlone(const std::filesystem::path& workspace, std::string_view what,
                          decltype(Command::what) command)
{
    std::vector<decltype(Command::what)> commands;
    commands.push_back(std::move(command));
    return doAllAlone(workspace, what, std::move(commands));
}

Result<ChangeSet> doAllAlone(const std::filesystem::path& workspace, std::string_view what,
                             std::vector<decltype(Command::what)> commands)
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
    for (std::span left(commands); !left.empty();) {
        const std::size_t count = std::min(mostInACommit, left.size());
        if (auto done = handle(**router, left.first(count)); !done)
            return tl::unexpected(done.error());
        left = left.subspan(count);
    }
    return (*router)->everything();
}

}
