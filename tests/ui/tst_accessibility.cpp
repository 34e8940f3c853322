#include "tests/support/open_window.h"
#include "tests/support/ui_test.h"
#include "ui/live/floor_tree_view.h"

#include <QAccessible>
#include <QDialog>
#include <QListWidget>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace signalbox::test {

namespace {

// Every control that can have the keyboard, with what a screen reader would say is wrong with it.
QStringList faultsIn(const QWidget& place, const QString& where)
{
    QStringList faults;
    for (QWidget* widget : place.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        const QString who
            = u"%1: %2 %3"_s.arg(where, QLatin1String(widget->metaObject()->className()), widget->objectName());
        const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || (spoken->text(QAccessible::Name).isEmpty() && spoken->text(QAccessible::Value).isEmpty()))
            faults << who + u" has no name"_s;
        else if (spoken->role() == QAccessible::NoRole || spoken->role() == QAccessible::Client)
            faults << who + u" has no role"_s;
    }
    return faults;
}

}

class AccessibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyControlOfEveryPlaceHasANameAndARole()
    {
        OpenWindow open;
        QStringList faults;
        for (const char* place : {"showLive", "showFloor", "showWork", "showPolicies", "showReview", "showInsights",
                                  "showSettings"}) {
            open.find<QAction>(place)->trigger();
            QCoreApplication::processEvents();
            faults << faultsIn(open.window, QLatin1String(place));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everySectionOfTheSettings()
    {
        OpenWindow open;
        open.window.show(Place::Settings);
        auto* sections = open.find<QListWidget>("settingsSections");
        QStringList faults;
        for (int row = 0; row < sections->count(); ++row) {
            sections->setCurrentRow(row);
            QCoreApplication::processEvents();
            faults << faultsIn(open.window, sections->item(row)->text());
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyRoomOfThePolicies()
    {
        OpenWindow open;
        open.window.show(Place::Policies);
        auto* rooms = open.find<QTabBar>("rulebookRooms");
        QVERIFY(rooms);
        QStringList faults;
        for (int room = 0; room < rooms->count(); ++room) {
            rooms->setCurrentIndex(room);
            QCoreApplication::processEvents();
            faults << faultsIn(open.window, rooms->tabText(room));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyWindowThatAMenuOpens()
    {
        OpenWindow open;
        QStringList faults;
        for (const char* action : {"search", "showShortcuts", "showAbout", "showWallBoard"}) {
            open.find<QAction>(action)->trigger();
            for (QWidget* window : QApplication::topLevelWidgets())
                if (window->isVisible() && window != &open.window) {
                    faults << faultsIn(*window, window->objectName());
                    if (window->windowTitle().isEmpty() && window->accessibleName().isEmpty())
                        faults << window->objectName() + u" has no title"_s;
                    window->close();
                }
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyQuestionOfALead()
    {
        OpenWindow open;
        open.find<QAction>("showFloor")->trigger();
        auto* floor = open.find<FloorTreeView>("floorTree");
        QStringList faults;
        const auto ask = [&](const char* action, const char* dialog) {
            floor->findChild<QAction*>(QLatin1String(action))->trigger();
            auto* asked = open.find<QDialog>(dialog);
            QVERIFY2(asked && asked->isVisible(), dialog);
            faults << faultsIn(*asked, QLatin1String(dialog));
            asked->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        floor->select(ConversationId{"4801"});
        ask("whisperAction", "whisper");
        ask("moveConversation", "transferDialog");
        ask("changeTier", "tierDialog");
        floor->select(AgentId{"hugo"});
        ask("changePlaces", "placesDialog");
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

SIGNALBOX_UI_TEST(AccessibilityTest)

}

#include "tst_accessibility.moc"
