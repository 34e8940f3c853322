#pragma once

#include "app/channels/import_report.h"
#include "app/channels/table_mapping.h"
#include "app/channels/transcript_record.h"
#include "app/router/visitor_door.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signalbox {

struct ImportOptions {
    std::vector<std::filesystem::path> files;
    std::optional<TranscriptFormat> format;          // none: each file's is seen from its first line
    double speed = 1;                                // times the conversations' own pace; 0: at once
    std::shared_ptr<const TableMapping> mapping{};   // set: all files are tables of this kind
};

struct ImportProgress {
    std::string file;   // without folders
    double share = 0;   // of all files, 0 to 1, by bytes read
    std::int64_t messages = 0;
};

// Plays files of conversations through the visitors' door, like live traffic of channel `import`. Messages are named
// by conversation and turn, so a second import of the same file, or of a copy under another name, adds nothing.
class TranscriptImport {
public:
    // True when a message of this id is in the workspace already. Called on the thread of `run`.
    using KnownMessage = std::function<bool(const MessageId&)>;

    // `door` outlives the import. Without `known` the router alone finds what is already there.
    TranscriptImport(VisitorDoor& door, ImportOptions options, KnownMessage known = {});
    ~TranscriptImport();

    // On the thread of `run`, at most ten times a second. Set before `run`.
    void onProgress(std::function<void(const ImportProgress&)> listener);

    // Returns when everything is answered. Not to be called on the window's thread, nor twice.
    ImportReport run();

    // From any thread; `run` returns soon after, with what was done until then.
    void cancel();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
