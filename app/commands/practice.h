#pragma once

#include <QStringList>

namespace signalbox {

// signalbox practice: days of practice visitors, and of people who answer them, played into a workspace. Returns the exit
// status.
int practice(const QStringList& arguments);

}
