#pragma once

#include "model/domain/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace signalbox {

struct RefusedLine {
    std::string place;   // "airline_dev.tsv.gz:17"
    std::string why;
};

// What an import did. Every message of the files is in exactly one of the counts.
struct ImportReport {
    static constexpr std::size_t namedRefusals = 20;

    std::int64_t conversations = 0;   // different ones met in the files
    std::int64_t added = 0;
    std::int64_t closed = 0;   // conversations, with the outcome that the file knows
    std::int64_t alreadyThere = 0;
    std::int64_t notPlayed = 0;   // said by an agent, an AI or a system: only visitors write to the intake
    std::int64_t refused = 0;
    std::vector<RefusedLine> firstRefused;            // the first 20
    std::map<std::string, std::int64_t> refusedWhy;   // why -> how many
    std::vector<Error> unreadable;                    // files, or their rest
    bool cancelled = false;

    void refuse(std::string place, std::string why);
};

// For people, several lines; and as one JSON object.
std::string toText(const ImportReport& report);
std::string toJson(const ImportReport& report);

}
