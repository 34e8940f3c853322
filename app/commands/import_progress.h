#pragma once

#include "app/channels/transcript_import.h"

#include <chrono>

namespace signalbox {

// Progress on stderr: one line that redraws itself on a terminal, else a plain line now and then.
class ImportProgressLine {
public:
    ImportProgressLine();
    void show(const ImportProgress& progress);
    void finish();   // leaves the terminal at the start of a fresh line

private:
    bool m_onTerminal = false;
    bool m_shown = false;
    std::chrono::steady_clock::time_point m_began;
    std::chrono::steady_clock::time_point m_lastPlain{};
};

}
