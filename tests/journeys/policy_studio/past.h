#pragma once

#include <QString>
#include <QStringList>

namespace signalbox::test {

// Files of conversations with six departments, some of each, for the console's own import.
struct Past {
    QStringList files;
    QStringList laterFiles;    // as many again of each department, which come afterwards; none of the stand-in
    QStringList departments;   // as the importer names them: "airline"
    int conversations = 0;     // of each department
    bool isReal = false;       // false: the shared data is missing, and it is a stand-in of two conversations
};

// Writes the files into the folder. Throws Slip.
Past gatherPast(const QString& folder);

}
