#include "tests/journeys/policy_studio/pictures.h"

#include "tests/journeys/policy_studio/supervisor.h"

#include <QApplication>
#include <QPixmap>
#include <QTabBar>

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

void keepPicturesOfRooms(const Supervisor& hand, QWidget& window, const QString& folder)
{
    for (const auto& [scheme, look] :
         {std::pair(u"schemeDark"_s, u"dark"_s), std::pair(u"schemeLight"_s, u"light"_s)}) {
        hand.command(u"view"_s, scheme);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            window.resize(size);
            const auto* const tabs = hand.see<QTabBar>(u"rulebookRooms"_s);
            for (int room = 0; room < tabs->count(); ++room) {
                hand.goTo(tabs->tabText(room));
                keepPicture(
                    hand, window, size,
                    u"%1/studio-%2-%3-%4.png"_s.arg(folder, tabs->tabText(room).toLower(), look).arg(size.width()));
            }
        }
    }
}

}
