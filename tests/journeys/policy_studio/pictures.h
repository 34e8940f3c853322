#pragma once

#include <QString>

class QWidget;

namespace signalbox::test {

class Supervisor;

// Pictures of every room of the studio in the window, at both sizes, light and dark: "studio-tiers-light-1920.png".
void keepPicturesOfRooms(const Supervisor& hand, QWidget& window, const QString& folder);

}
