#include "app/channels/line_reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <zlib.h>

namespace signalbox {

struct LineReader::State {
    std::filesystem::path path;
    gzFile file = nullptr;
    std::uintmax_t size = 0;
    std::array<char, 64 * 1024> buffer{};
    std::size_t filled = 0;
    std::size_t used = 0;
    std::int64_t lines = 0;

    ~State()
    {
        if (file)
            gzclose(file);
    }

    Result<bool> refill();
};

// False at the end of the file.
Result<bool> LineReader::State::refill()
{
    const int count = gzread(file, buffer.data(), unsigned(buffer.size()));
    int code = Z_OK;
    const char* const words = gzerror(file, &code);
    if (count < 0 || (code != Z_OK && code != Z_STREAM_END)) {
        const std::string why = code == Z_ERRNO ? std::strerror(errno)
            : code == Z_BUF_ERROR               ? "its end is missing"
                                                : words;
        return failure("The file cannot be read any further: " + why + ".",
                       path.string() + ":" + std::to_string(lines + 1));
    }
    filled = std::size_t(count);
    used = 0;
    return count > 0;
}

Result<LineReader> LineReader::open(const std::filesystem::path& file)
{
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return failure("This is a folder, not a file.", file.string());
    auto state = std::make_unique<State>();
    state->path = file;
    errno = 0;
    state->file = gzopen(file.c_str(), "rb");
    if (!state->file)
        return failure(std::string("The file cannot be opened: ") + std::strerror(errno) + ".", file.string());
    gzbuffer(state->file, 128 * 1024);
    state->size = std::filesystem::file_size(file, error);
    if (error)
        state->size = 0;   // a pipe has none
    return LineReader(std::move(state));
}

LineReader::LineReader(std::unique_ptr<State> state) : m_state(std::move(state)) { }
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;
LineReader::~LineReader() = default;

Result<std::optional<LineReader::Line>> LineReader::next()
{
    Line line;
    bool anything = false;
    for (bool complete = false; !complete;) {
        if (m_state->used == m_state->filled) {
            const auto more = m_state->refill();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
        }
        anything = true;
        const std::string_view rest(m_state->buffer.data() + m_state->used, m_state->filled - m_state->used);
        const std::size_t end = rest.find('\n');
        complete = end != std::string_view::npos;
        const std::string_view part = rest.substr(0, end);
        m_state->used += part.size() + (complete ? 1 : 0);
        line.tooLong = line.tooLong || line.text.size() + part.size() > longestLine;
        if (!line.tooLong)
            line.text += part;
    }
    if (!anything)
        return std::nullopt;
    line.number = ++m_state->lines;
    if (line.tooLong)
        line.text.clear();
    if (line.text.ends_with('\r'))
        line.text.pop_back();
    if (line.number == 1 && line.text.starts_with("\xEF\xBB\xBF"))
        line.text.erase(0, 3);
    return line;
}

double LineReader::share() const
{
    if (m_state->size == 0)
        return 0;
    return std::clamp(double(gzoffset(m_state->file)) / double(m_state->size), 0.0, 1.0);
}

}
