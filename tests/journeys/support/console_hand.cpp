#include "tests/journeys/support/console_hand.h"

#include "ui/shared/elided_label.h"
#include "ui/shared/inline_message.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>

namespace signalbox::test {

using namespace Qt::StringLiterals;

void ConsoleHand::sitDownAs(const QString& name) const
{
    const auto chooseByKeys = [this](const QString& button, const QString& menuName, const QString& words) {
        tabTo(button);
        press(Qt::Key_Space);
        auto* const menu = see<QMenu>(menuName);
        until(
            [&] {
                const bool there = menu->activeAction() && menu->activeAction()->text().startsWith(words);
                if (!there)
                    press(Qt::Key_Down);
                return there;
            },
            words + u" in "_s + menuName);
        press(Qt::Key_Return);
    };
    chooseByKeys(u"desk"_s, u"deskMenu"_s, name);
    chooseByKeys(u"presencePicker"_s, u"presenceMenu"_s, u"Online"_s);
}

// Agents have their work first, leads the floor: whose key it is is told by the window.
void ConsoleHand::pressKeyOf(const QString& action) const
{
    for (const QWidget* const window : QApplication::topLevelWidgets())
        if (const auto* const way = window->findChild<QAction*>(action))
            return press(way->shortcut()[0]);
    throw Slip(u"No key leads to "_s + action);
}

QString ConsoleHand::words(const QString& name, const QWidget* within) const
{
    const auto* const widget = see<QWidget>(name, within);
    if (const auto* const label = qobject_cast<const QLabel*>(widget))
        return label->text();
    if (const auto* const label = qobject_cast<const ElidedLabel*>(widget))
        return label->text();
    if (const auto* const message = qobject_cast<const InlineMessage*>(widget))
        return message->text();
    const auto* const button = qobject_cast<const QAbstractButton*>(widget);
    return button ? button->text() : widget->accessibleName();
}

void ConsoleHand::expectLive(int version) const
{
    until([&] { return words(u"statusRules"_s) == u"Rulebook v%1 live"_s.arg(version); },
          u"version %1 live"_s.arg(version));
}

}
