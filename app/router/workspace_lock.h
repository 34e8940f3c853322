#pragma once

#include "model/domain/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// Who has a workspace open for writing.
struct WorkspaceHolder {
    long pid = 0;
    std::string what;   // "the console", "signalbox serve"

    bool operator==(const WorkspaceHolder&) const = default;
};

// One process at a time writes a workspace. The lock lies beside the file ("<file>.lock") and is the kernel's, so that it
// is free again the moment its process ends, however that happens.
class WorkspaceLock {
public:
    // Error: who has the workspace, or why the lock file cannot be written.
    static Result<WorkspaceLock> take(const std::filesystem::path& workspace, std::string_view what);
    // Who has it now; none when nobody does.
    static std::optional<WorkspaceHolder> holder(const std::filesystem::path& workspace);

    WorkspaceLock(WorkspaceLock&& other) noexcept;
    WorkspaceLock& operator=(WorkspaceLock&& other) noexcept;
    ~WorkspaceLock();

private:
    explicit WorkspaceLock(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor = -1;
};

}
