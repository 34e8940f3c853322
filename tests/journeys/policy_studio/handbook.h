#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox::test {

// Writes a rulebook for the agents' handbook of the shared data: a queue for each of its flows, and a policy that sends what
// a visitor wants of that flow there; whatever is left goes to everyone. The policies by name, in the order in which they are
// tried; none when the handbook is missing. Throws Slip.
std::optional<QStringList> keepHandbook(const QString& file);

}
