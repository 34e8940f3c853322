#pragma once

#include <QStringList>

namespace signalbox {

// signalbox contacts list [WORDS] | show ID | export ID [FILE] | erase ID --yes
int contacts(const QStringList& arguments);

}
