#include "ui/shared/quiet_combo.h"

#include "ui/shared/wheel_guard.h"

namespace signalbox {

QuietCombo::QuietCombo(const QString& name, const QString& objectName, QWidget* parent) : QComboBox(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    ignoreWheelWithoutFocus(*this);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setMaxVisibleItems(16);
}

void QuietCombo::chooseData(const QVariant& wanted) { setCurrentIndex(findData(wanted)); }

}
