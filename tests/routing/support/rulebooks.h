#pragma once

#include "routing/rulebook/rulebook_json.h"

#include <gtest/gtest.h>

#include <string>

namespace signalbox {

// The rulebook the text holds; a test that gives a faulty one fails with the first issue.
inline Rulebook rulebookOf(const std::string& json)
{
    auto rulebook = readRulebook(json);
    if (!rulebook) {
        ADD_FAILURE() << toText(rulebook.error().front());
        return {};
    }
    return std::move(*rulebook);
}

}
