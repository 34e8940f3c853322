#pragma once

#include "tests/journeys/support/console_hand.h"

namespace signalbox::test {

// Somebody at a desk who has only a keyboard.
class Seat : public ConsoleHand {
public:
    void goToLive() const;
    void goToMyWork() const;

    void acceptOffer() const;
    void say(const QString& words) const;        // as a reply that may still be taken back
    void open(const QString& visitor) const;     // through the command palette
    void pressIn(const QString& dialog, QKeyCombination keys) const;   // once it is there, and until it is gone

    QString shown() const;        // whose conversation stands open
    QStringList workList() const;
    QStringList transcript() const;
    void expectIn(QStringList (Seat::*list)() const, const QString& words) const;
};

}
