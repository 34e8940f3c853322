#pragma once

class QWidget;

namespace signalbox {

// Whether what had the keyboard is hidden or gone, so that keys would go nowhere.
bool nothingHasKeyboard(const QWidget& window);

// Unless something on the page has the keyboard: what had it there last gets it, else the page's first list, else the first
// that Tab comes to.
void giveKeyboardTo(QWidget& page);

}
