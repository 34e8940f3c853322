#pragma once

#include "model/domain/result.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace soci {
class session;
}

namespace signalbox::storage {

// The schema's history, append-only: the n-th entry (1 first) leads to schema version n. Released ones never change.
std::span<const std::string_view> migrations();

// Brings the file to the last of `steps`, in one transaction; an older file is copied beside itself first
// ("work.signalbox.v1.bak"). Errors: a file of another program, one that a newer version wrote.
Result<void> migrate(soci::session& session, const std::filesystem::path& file,
                     std::span<const std::string_view> steps);
// Only the checks; changes nothing.
Result<void> checkVersion(soci::session& session, const std::filesystem::path& file);
// The checks for a connection that may not change the file: an older one is refused too.
Result<void> requireCurrent(soci::session& session, const std::filesystem::path& file);

}
