#pragma once

#include "routing/rulebook/rulebook.h"
#include "routing/rulebook/rulebook_issue.h"
#include "ui/shared/scroll_column.h"

#include <vector>

namespace signalbox {

// Everything that is wrong in a rulebook, each a sentence and, where it can be shown, a link to its place.
class IssueLinks : public ScrollColumn {
    Q_OBJECT

public:
    // Without `links` the places are only named: the rulebook is not open here.
    IssueLinks(Theme& theme, const std::vector<RulebookIssue>& issues, const Rulebook& rulebook, bool links,
               QWidget* parent = nullptr);

Q_SIGNALS:
    void placeWanted(const QString& pointer);
};

}
