#pragma once

#include "tests/journeys/support/hand.h"

namespace signalbox::test {

// What everybody does at a console, whatever their work is.
class ConsoleHand : public Hand {
public:
    void sitDownAs(const QString& name) const;   // and come online; with nothing but the keyboard
    void pressKeyOf(const QString& action) const;   // of a place or a pane, by objectName
    // What a label, a link or a message says.
    QString words(const QString& label, const QWidget* within = nullptr) const;
    void expectLive(int version) const;   // the version of the rulebook that decides
};

}
