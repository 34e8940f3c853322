#pragma once

#include <string>
#include <vector>

namespace signalbox {

// One thing that is wrong in a rulebook document.
struct RulebookIssue {
    std::string place;      // JSON pointer: "/policies/3/when/all/0/value"
    std::string found;      // what stands there: "\"many\" (a string)"
    std::string expected;   // what should: "a number, as crm.deal_size is one"

    bool operator==(const RulebookIssue&) const = default;
};

// "/policies/3/when/all/0/value: found "many" (a string), expected a number, as crm.deal_size is one"
std::string toText(const RulebookIssue& issue);

}
