#pragma once

class QWidget;

namespace signalbox {

// A wheel turned over a combo box or a number field scrolls the page, and changes the field only when it has the focus.
void ignoreWheelWithoutFocus(QWidget& field);

}
