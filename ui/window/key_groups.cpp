#include "ui/window/key_groups.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyGroups)
};

QString plain(const QString& text) { return QString(text).remove(u'&').remove(u'…'); }

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(Words::tr(" or ", "between two keys"));
}

QSet<const QAction*> actionsOf(const QMenuBar& menus)
{
    QSet<const QAction*> all;
    for (const QAction* menu : menus.actions())
        for (const QAction* action : menu->menu()->actions())
            all.insert(action);
    return all;
}

}

QList<KeyGroup> keysOfMenus(const QMenuBar& menus)
{
    QList<KeyGroup> groups;
    for (const QAction* menu : menus.actions()) {
        KeyGroup group{plain(menu->text()), {}};
        for (const QAction* action : menu->menu()->actions())
            if (!action->shortcut().isEmpty())
                group.lines.append({keysOf(*action), plain(action->text())});
        if (!group.lines.isEmpty())
            groups.append(group);
    }
    return groups;
}

KeyGroup keysOfPage(const QString& title, const QWidget& page, const QMenuBar& menus, const QList<KeyLine>& understood)
{
    KeyGroup group{title, understood};
    QSet<QString> listed;
    for (const KeyLine& line : understood)
        listed.insert(line.keys + line.what);
    const QSet<const QAction*> inMenus = actionsOf(menus);
    QList<QWidget*> widgets = page.findChildren<QWidget*>();
    for (const QWidget* widget : std::as_const(widgets))
        for (const QAction* action : widget->actions()) {
            const KeyLine line{keysOf(*action), plain(action->text())};
            if (line.keys.isEmpty() || line.what.isEmpty() || inMenus.contains(action)
                || listed.contains(line.keys + line.what))
                continue;
            listed.insert(line.keys + line.what);
            group.lines.append(line);
        }
    return group;
}

QList<KeyLine> keysUnderstoodInLive()
{
    return {{u"/"_s, Words::tr("Filter the list")},
            {u"Enter"_s, Words::tr("Open the chosen conversation")},
            {u"R"_s, Words::tr("Apply the order while it is held")},
            {u"F6"_s, Words::tr("To the next pane")},
            {u"Shift+F6"_s, Words::tr("To the pane before")},
            {u"Right"_s, Words::tr("Show an agent’s conversations, on the floor")},
            {u"Left"_s, Words::tr("Hide them")}};
}

QList<KeyLine> keysUnderstoodInWork()
{
    return {{u"Enter"_s, Words::tr("Accept the offer that has the keyboard")},
            {u"D"_s, Words::tr("Decline it")},
            {u"Ctrl+Enter"_s, Words::tr("Send what is written")}};
}

QList<KeyLine> keysUnderstoodInPolicies()
{
    return {{u"Space"_s, Words::tr("Switch the chosen policies on or off")},
            {u"Up"_s, Words::tr("To the condition above")},
            {u"Down"_s, Words::tr("To the condition beneath")},
            {u"Alt+Up"_s, Words::tr("Move a condition up")},
            {u"Alt+Down"_s, Words::tr("Move a condition down")},
            {u"Ctrl+Shift+N"_s, Words::tr("Add a condition")},
            {u"Ctrl+G"_s, Words::tr("Put conditions in a group")},
            {u"Ctrl+Shift+G"_s, Words::tr("Take a group apart")},
            {u"Ctrl+/"_s, Words::tr("Negate a condition")}};
}

}
