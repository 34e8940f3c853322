#include "app/router/workspace_lock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sstream>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace signalbox {
namespace {

std::filesystem::path lockFileOf(const std::filesystem::path& workspace)
{
    std::filesystem::path file = workspace;
    file += ".lock";
    return file;
}

WorkspaceHolder readHolder(int descriptor)
{
    std::array<char, 256> bytes{};
    const ssize_t size = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    std::istringstream text(std::string(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))));
    WorkspaceHolder holder;
    text >> holder.pid >> std::ws;
    std::getline(text, holder.what);
    return holder;
}

bool writeHolder(int descriptor, std::string_view what)
{
    const std::string text = std::to_string(::getpid()) + "\n" + std::string(what) + "\n";
    return ::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

std::string nameOf(const WorkspaceHolder& holder)
{
    const std::string what = holder.what.empty() ? "another program" : holder.what;
    return holder.pid > 0 ? what + " (process " + std::to_string(holder.pid) + ")" : what;
}

}

Result<WorkspaceLock> WorkspaceLock::take(const std::filesystem::path& workspace, std::string_view what)
{
    const std::filesystem::path file = lockFileOf(workspace);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure("The workspace cannot be locked: " + std::string(std::strerror(errno))
                           + ". Check that the folder exists and that you may write to it.",
                       file.string());
    WorkspaceLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return failure("The workspace is in use by " + nameOf(readHolder(descriptor))
                           + ". Close it there first, or open another workspace.",
                       workspace.string());
    if (!writeHolder(descriptor, what))
        return failure("The workspace cannot be locked: " + std::string(std::strerror(errno)) + ".", file.string());
    return lock;
}

std::optional<WorkspaceHolder> WorkspaceLock::holder(const std::filesystem::path& workspace)
{
    const int descriptor = ::open(lockFileOf(workspace).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    const WorkspaceLock closing(descriptor);
    if (::flock(descriptor, LOCK_SH | LOCK_NB) == 0)
        return std::nullopt;
    return readHolder(descriptor);
}

WorkspaceLock::WorkspaceLock(WorkspaceLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }

WorkspaceLock& WorkspaceLock::operator=(WorkspaceLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

WorkspaceLock::~WorkspaceLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);   // closing frees the lock; the file stays, so that no one locks a file that was removed
}

}
