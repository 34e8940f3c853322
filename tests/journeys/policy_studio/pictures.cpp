#include "tests/journeys/policy_studio/pictures.h"

#include "tests/journeys/policy_studio/supervisor.h"

#include <QApplication>
#include <QPixmap>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

void keepPicture(const Supervisor& hand, QWidget& window, const QSize& size, const QString& file)
{
    window.resize(size);
    hand.until([&] { return window.size() == size; }, u"the window's new size"_s);
    for (int round = 0; round < 3; ++round)
        QApplication::processEvents();   // what is shown in one round is laid out in the next
    if (!window.grab().save(file))
        throw Slip(u"No picture could be kept as "_s + file);
}

}

void keepPictures(const Supervisor& hand, QWidget& window, const QString& what)
{
    const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    for (const auto& [scheme, look] :
         {std::pair(u"schemeDark"_s, u"dark"_s), std::pair(u"schemeLight"_s, u"light"_s)}) {
        hand.command(u"view"_s, scheme);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
            keepPicture(hand, window, size, u"%1/studio-%2-%3-%4.png"_s.arg(folder, what, look).arg(size.width()));
    }
}

}
