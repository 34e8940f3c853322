#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace signalbox::test {

// Runs the event loop until the condition holds; false after ten seconds.
template <class Condition>
bool waitFor(Condition&& condition)
{
    const QDeadlineTimer deadline(10'000);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    return condition();
}

}
