#include "ui/policies/editor/tab_order.h"

#include "ui/shared/accessible_role.h"

#include <QWidget>

namespace signalbox {

namespace {

// What passes the keyboard on to a field can have it, for a screen reader: it is called as the field is.
void nameWrappers(QWidget& part)
{
    const QWidget* field = &part;
    while (field->focusProxy())
        field = field->focusProxy();
    for (QWidget* wrapper = &part; wrapper != field; wrapper = wrapper->focusProxy()) {
        setAccessibleRole(*wrapper, QAccessible::Grouping);
        wrapper->setAccessibleName(field->accessibleName());
    }
}

}

// Qt orders nothing that takes no focus itself; and a part left behind its own field would bring the keyboard back to it.
void orderTabs(QWidget& before, const QList<QWidget*>& parts)
{
    const Qt::FocusPolicy own = before.focusPolicy();
    before.setFocusPolicy(Qt::StrongFocus);
    QWidget* last = &before;
    for (QWidget* const part : parts) {
        if (part->focusProxy()) {
            part->setFocusPolicy(Qt::StrongFocus);
            nameWrappers(*part);
        }
        if (part->focusPolicy() == Qt::NoFocus)
            continue;
        if (last->nextInFocusChain() != part)
            QWidget::setTabOrder(last, part);
        last = part;
    }
    before.setFocusPolicy(own);
}

}
