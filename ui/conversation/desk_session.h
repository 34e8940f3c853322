#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace signalbox {

// What stands open on a desk, so that the next start shows it again, after a crash too.
struct DeskSession {
    QString company;       // whose conversations these are: numbers of another workspace mean others
    QStringList panes;     // conversations side by side, from the left
    int active = 0;        // of the panes
    QStringList windows;   // conversations in windows of their own

    bool operator==(const DeskSession&) const = default;
};

QByteArray toBytes(const DeskSession& session);
DeskSession readDeskSession(const QByteArray& bytes);   // what cannot be read is an empty desk

}
