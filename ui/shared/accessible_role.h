#pragma once

#include <QAccessible>

class QWidget;

namespace signalbox {

// What a screen reader calls a widget that Qt has no role for, such as a chart or a column of our own.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

}
