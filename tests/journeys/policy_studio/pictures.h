#pragma once

#include <QString>

class QWidget;

namespace signalbox::test {

class Supervisor;

// Pictures of the window as it stands, dark and light at both sizes, in the folder that SIGNALBOX_SCREENSHOTS names (none
// without it): "studio-tiers-light-1920.png". The window is light and wide afterwards.
void keepPictures(const Supervisor& hand, QWidget& window, const QString& what);

}
