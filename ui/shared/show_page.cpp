#include "ui/shared/show_page.h"

#include <QAbstractItemView>
#include <QStackedWidget>

namespace signalbox {
namespace {

bool takesKeyboard(const QWidget* widget, const QWidget& page)
{
    return widget && widget->isVisibleTo(&page) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

QWidget* whoGetsKeyboard(QWidget& page)
{
    if (QWidget* const last = page.focusWidget(); takesKeyboard(last, page))
        return last;
    QWidget* first = nullptr;
    for (QWidget* next = page.nextInFocusChain(); next != &page; next = next->nextInFocusChain()) {
        if (!page.isAncestorOf(next) || !takesKeyboard(next, page))
            continue;
        if (qobject_cast<QAbstractItemView*>(next))
            return next;
        if (!first)
            first = next;
    }
    return first;
}

}

void showPage(QStackedWidget& stack, QWidget& page)
{
    stack.setCurrentWidget(&page);
    const QWidget* const focus = stack.window()->focusWidget();
    if (!stack.isVisible() || (focus && focus->isVisible()))
        return;
    if (QWidget* const next = whoGetsKeyboard(page))
        next->setFocus(Qt::OtherFocusReason);
}

}
