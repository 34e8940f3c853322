#pragma once

#include <QList>
#include <QString>

class QAction;
class QMenuBar;
class QWidget;

namespace signalbox {

struct KeyLine {
    QString keys;   // as people read them: "Ctrl+K", "Enter"
    QString what;
};
// The keys of one menu, or of one page beside those of the menus.
struct KeyGroup {
    QString title;
    QList<KeyLine> lines;
};

// The commands of the menus that have a key, a menu a group.
QList<KeyGroup> keysOfMenus(const QMenuBar& menus);
// Actions with a key inside a page that stand in no menu of `menus`, and the keys its lists and fields understand.
KeyGroup keysOfPage(const QString& title, const QWidget& page, const QMenuBar& menus, const QList<KeyLine>& understood);

QList<KeyLine> keysUnderstoodInLive();
QList<KeyLine> keysUnderstoodInWork();
QList<KeyLine> keysUnderstoodInPolicies();

}
