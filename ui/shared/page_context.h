#pragma once

#include "model/domain/instant.h"

#include <functional>

namespace signalbox {

class AnalysisPort;
class ConsoleModel;
class ConsolePort;
class Prompts;
class Speller;
class Theme;
class UiState;
struct Session;

// What every page of the window works with. All of it outlives the pages. `now` is the window's only clock.
struct PageContext {
    ConsolePort& port;
    AnalysisPort& analysis;   // questions about rules and the past
    ConsoleModel& model;
    Theme& theme;
    Prompts& prompts;
    Session& session;   // who sits here now; ConsoleModel::sessionChanged tells when it changes
    UiState& state;
    std::function<Instant()> now;
    Speller* speller = nullptr;   // none: spelling is not checked
};

}
