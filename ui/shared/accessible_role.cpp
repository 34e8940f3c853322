#include "ui/shared/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace signalbox {
namespace {

const char* const roleProperty = "accessibleRole";

// Qt asks for every object, by each of its classes; all but those with a role of their own stay with Qt.
QAccessibleInterface* accessibleOf(const QString&, QObject* object)
{
    auto* const widget = qobject_cast<QWidget*>(object);
    const QVariant role = widget ? widget->property(roleProperty) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt())) : nullptr;
}

}

void setAccessibleRole(QWidget& widget, QAccessible::Role role)
{
    static const bool installed = [] {
        QAccessible::installFactory(accessibleOf);
        return true;
    }();
    Q_UNUSED(installed)
    widget.setProperty(roleProperty, int(role));
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface* const known = QAccessible::queryAccessibleInterface(&widget);
    if (known && known->role() != role)   // made before it was asked for
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

}
