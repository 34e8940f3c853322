#include "routing/rulebook/rulebook_issue.h"

namespace signalbox {

std::string toText(const RulebookIssue& issue)
{
    const std::string place = issue.place.empty() ? "The document" : issue.place;
    return place + ": found " + issue.found + ", expected " + issue.expected;
}

}
