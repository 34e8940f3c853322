#include "ui/shared/keyboard_focus.h"

#include <QAbstractItemView>

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

bool nothingHasKeyboard(const QWidget& window)
{
    const QWidget* const focus = window.focusWidget();
    return !focus || !focus->isVisible();
}

void giveKeyboardTo(QWidget& page)
{
    if (const QWidget* const focus = page.window()->focusWidget();
        focus && focus->isVisible() && page.isAncestorOf(focus))
        return;
    if (QWidget* const next = whoGetsKeyboard(page))
        next->setFocus(Qt::OtherFocusReason);
}

}
