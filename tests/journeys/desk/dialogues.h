#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace signalbox::test {

// What one visitor says, line by line.
struct Dialogue {
    QString visitor;
    QStringList says;
};

// The visitors' lines of real dialogues of six trades, one each; without the shared data as many of our own. Throws Slip.
std::vector<Dialogue> dialogues(bool& real);

}
