#pragma once

#include "ui/shared/explained_moment.h"

#include <QString>

namespace signalbox {

class ConsoleModel;

// The whole page as plain text, for a ticket or a chat.
QString whyAsText(const ExplainedMoment& moment, const std::vector<AnotherWay>& ways, const ConsoleModel& model,
                  Instant now);

}
