#include "ui/shared/quiet_combo.h"

#include <QWheelEvent>

namespace signalbox {

QuietCombo::QuietCombo(const QString& name, const QString& objectName, QWidget* parent) : QComboBox(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setMaxVisibleItems(16);
}

void QuietCombo::chooseData(const QVariant& data) { setCurrentIndex(findData(data)); }

void QuietCombo::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();   // the pane around it scrolls
}

}
