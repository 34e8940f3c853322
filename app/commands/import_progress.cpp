#include "app/commands/import_progress.h"

#include <cstdio>
#include <unistd.h>

namespace signalbox {
namespace {

using namespace std::chrono_literals;

constexpr int barWidth = 30;
constexpr auto plainEvery = 2s;

std::string barOf(double share)
{
    const int full = int(share * barWidth);
    return "[" + std::string(std::size_t(full), '#') + std::string(std::size_t(barWidth - full), '-') + "]";
}

}

ImportProgressLine::ImportProgressLine()
    : m_onTerminal(isatty(STDERR_FILENO) == 1), m_began(std::chrono::steady_clock::now())
{
}

void ImportProgressLine::show(const ImportProgress& progress)
{
    const auto now = std::chrono::steady_clock::now();
    const double elapsed = std::chrono::duration<double>(now - m_began).count();
    const long perSecond = elapsed > 0 ? long(double(progress.messages) / elapsed) : 0;
    const int percent = int(progress.share * 100);
    if (m_onTerminal) {
        std::fprintf(stderr, "\r\033[K%s %3d %%  %lld messages, %ld a second  %s", barOf(progress.share).c_str(),
                     percent, static_cast<long long>(progress.messages), perSecond, progress.file.c_str());
        m_shown = true;
    } else if (now - m_lastPlain >= plainEvery) {
        m_lastPlain = now;
        std::fprintf(stderr, "%d %%, %lld messages, %ld a second, %s\n", percent,
                     static_cast<long long>(progress.messages), perSecond, progress.file.c_str());
    }
    std::fflush(stderr);
}

void ImportProgressLine::finish()
{
    if (m_onTerminal && m_shown)
        std::fputc('\n', stderr);
}

}
