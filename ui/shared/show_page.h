#pragma once

class QStackedWidget;
class QWidget;

namespace signalbox {

// Shows this page of the stack. Where nothing that can be seen has the keyboard, the page gets it: what had it there
// last, else its first list, else the first that Tab comes to.
void showPage(QStackedWidget& stack, QWidget& page);

}
