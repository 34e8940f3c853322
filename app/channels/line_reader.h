#pragma once

#include "model/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace signalbox {

// Reads a text file line by line, gzip or plain, however large: only one line is in memory.
class LineReader {
public:
    static constexpr std::size_t longestLine = 1024 * 1024;   // bytes; a longer one is skipped and marked

    struct Line {
        std::int64_t number = 0;   // from 1
        std::string text;          // without its end; a byte order mark before the first line is taken off
        bool tooLong = false;      // then `text` is empty
    };

    // Error: the file cannot be opened.
    static Result<LineReader> open(const std::filesystem::path& file);
    LineReader(LineReader&&) noexcept;
    LineReader& operator=(LineReader&&) noexcept;
    ~LineReader();

    // None at the end. Error: the file cannot be read, or its compressed data is damaged or cut off.
    Result<std::optional<Line>> next();

    // How much of the file has been read, 0 to 1, in bytes as they lie on the disk.
    double share() const;

private:
    struct State;
    explicit LineReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
