#include "model/storage/migrations.h"

#include "model/storage/schema.h"
#include "model/storage/sqlite_pieces.h"

#include <array>

namespace signalbox::storage {
namespace {

constexpr std::array<std::string_view, 5> steps{schemaVersion1, schemaVersion2, schemaVersion3, schemaVersion4,
                                                schemaVersion5};

constexpr long long applicationId = 0x53424F58;   // "SBOX"

std::string count(std::size_t version) { return std::to_string(version); }

// The schema version; 0 for a file without anything in it.
Result<std::size_t> versionOf(soci::session& session, const std::filesystem::path& file, std::size_t newest)
{
    const long long version = readPragma(session, "user_version");
    const bool ours = readPragma(session, "application_id") == applicationId;
    if (!ours && (version != 0 || hasTables(session)))
        return failure("This file is not a Signalbox workspace, but another program's database.", file.string());
    if (version < 0 || (ours && version == 0))
        return failure("The workspace file is damaged: it names no schema version. Restore it from a backup copy.",
                       file.string());
    if (std::size_t(version) > newest)
        return failure("A newer version of Signalbox wrote this workspace: it has schema version "
                           + count(std::size_t(version)) + ", and this Signalbox knows versions up to " + count(newest)
                           + ". Update Signalbox.",
                       file.string());
    return std::size_t(version);
}

// Never overwrites an earlier copy.
std::filesystem::path backupPath(const std::filesystem::path& file, std::size_t version)
{
    const std::string stem = file.string() + ".v" + count(version);
    std::filesystem::path path = stem + ".bak";
    for (int copy = 2; std::filesystem::exists(path); ++copy)
        path = stem + "." + std::to_string(copy) + ".bak";
    return path;
}

}

std::span<const std::string_view> migrations() { return steps; }

Result<void> migrate(soci::session& session, const std::filesystem::path& file, std::span<const std::string_view> all)
{
    const auto version = versionOf(session, file, all.size());
    if (!version)
        return tl::unexpected(version.error());
    if (*version == all.size())
        return {};
    if (*version > 0)
        copyTo(session, backupPath(file, *version));
    Transaction transaction(session);
    for (const std::string_view step : all.subspan(*version))
        executeScript(session, std::string(step));
    writePragma(session, "application_id", applicationId);
    writePragma(session, "user_version", static_cast<long long>(all.size()));
    transaction.commit();
    return {};
}

Result<void> checkVersion(soci::session& session, const std::filesystem::path& file)
{
    return versionOf(session, file, steps.size()).map([](std::size_t) {});
}

Result<void> requireCurrent(soci::session& session, const std::filesystem::path& file)
{
    const auto version = versionOf(session, file, steps.size());
    if (!version)
        return tl::unexpected(version.error());
    if (*version < steps.size())
        return failure("This workspace has schema version " + count(*version) + " and must be brought to version "
                           + count(steps.size()) + " first. Open it in Signalbox once.",
                       file.string());
    return {};
}

}
