#include "ui/conversation/card_part.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

CardPart::CardPart(QWidget& rest, QWidget* parent) : QWidget(parent), m_rest(rest)
{
    auto* sections = new QVBoxLayout(this);
    sections->setContentsMargins(0, 0, 0, 0);
    sections->setSpacing(0);
    hide();
}

void CardPart::addSection(QWidget* section) { layout()->addWidget(section); }

void CardPart::clear()
{
    m_anew = true;
    QWidget* const focus = QApplication::focusWidget();
    m_hadKeyboard = focus && isAncestorOf(focus);
    if (m_hadKeyboard) {
        m_keyboardName = focus->objectName();
        m_keyboardAt = named(m_keyboardName).indexOf(focus);
        m_rest.setFocus(Qt::OtherFocusReason);
    }
    hide();   // what joins a widget in sight is laid out bit by bit
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
}

bool CardPart::finish()
{
    if (!std::exchange(m_anew, false))
        return false;
    if (!layout()->isEmpty())
        show();
    if (const QList<QWidget*> same = named(m_keyboardName); m_hadKeyboard && !same.isEmpty())
        same[std::min(m_keyboardAt, same.size() - 1)]->setFocus(Qt::OtherFocusReason);
    return true;
}

QList<QWidget*> CardPart::named(const QString& name) const
{
    QList<QWidget*> found;
    for (QWidget* each : findChildren<QWidget*>())
        if (each->focusPolicy() != Qt::NoFocus && each->objectName() == name)
            found << each;
    return found;
}

}
