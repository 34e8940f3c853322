#pragma once

#include "routing/rulebook/rulebook_json.h"
#include "tests/support/page_fixture.h"
#include "ui/policies/studio.h"

namespace signalbox::test {

// Everything a room of the policy studio needs, with doors that record.
struct StudioFixture : PageFixture {
    // This rulebook is live, and the draft starts from it.
    void begin(const Rulebook& rulebook, int version = 41) { studio.draft.setLive(version, writeRulebook(rulebook)); }
    void begin(const std::string& document, int version = 41) { studio.draft.setLive(version, document); }

    Studio studio{context};
    const StudioContext& room = studio.context;
};

}
