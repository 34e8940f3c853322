#pragma once

#include <QList>

class QWidget;

namespace signalbox {

// The keyboard comes to `parts` one after another, right behind `before`, which need not take it itself. A part may stand
// for the field it hands the focus to.
void orderTabs(QWidget& before, const QList<QWidget*>& parts);

}
