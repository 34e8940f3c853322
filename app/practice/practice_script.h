#pragma once

#include "model/domain/context.h"
#include "model/domain/result.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

struct PracticePage {
    std::string path;
    std::string title;
    std::chrono::seconds reads{10};
};

// One scripted visitor: where they come from, what they look at, and what they say when they have been answered.
struct PracticeVisitor {
    std::string id;
    std::string name;   // empty: stays unknown
    std::string language;
    std::string device;
    std::vector<PracticePage> pages;
    std::vector<std::string> lines;
    std::string nudge;   // said once when nobody answers
    std::string bye;     // the last word after the last answer
    std::chrono::seconds patience{120};
    Values context;   // further attributes, known from the start
};

// Error: not a practice script, with the place.
Result<std::vector<PracticeVisitor>> readPracticeScript(std::string_view json);

}
