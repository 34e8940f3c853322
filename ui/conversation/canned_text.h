#pragma once

#include "model/domain/context.h"
#include "model/domain/desk_settings.h"

#include <QList>
#include <QString>

#include <vector>

namespace signalbox {

// Where {{an.attribute}} stands in a text and nothing has been put in yet.
struct Gap {
    int start = 0;
    int length = 0;
    QString attribute;

    bool operator==(const Gap&) const = default;
};
QList<Gap> gapsIn(const QString& text);

// A canned reply with what is known put in; what is missing stays as it is, for the agent to fill.
QString fillCanned(const std::string& text, const Values& known);

// Those whose shortcut or title has these letters: first where the shortcut begins with them, each in the order given.
std::vector<CannedReply> cannedFor(const std::vector<CannedReply>& replies, const QString& letters);

}
