#include "ui/policies/editor/tab_order.h"

#include <QWidget>

namespace signalbox {

// Qt orders nothing that takes no focus itself; and a part left behind its own field would bring the keyboard back to it.
void orderTabs(QWidget& before, const QList<QWidget*>& parts)
{
    const Qt::FocusPolicy own = before.focusPolicy();
    before.setFocusPolicy(Qt::StrongFocus);
    QWidget* last = &before;
    for (QWidget* const part : parts) {
        if (part->focusProxy())
            part->setFocusPolicy(Qt::StrongFocus);
        if (part->focusPolicy() == Qt::NoFocus)
            continue;
        if (last->nextInFocusChain() != part)
            QWidget::setTabOrder(last, part);
        last = part;
    }
    before.setFocusPolicy(own);
}

}
