#include "tests/support/open_window.h"
#include "tests/support/ui_test.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsAndSupervisorsLandOnLiveAndAgentsOnTheirWork()
    {
        OpenWindow supervisor;
        QCOMPARE(supervisor.window.shown(), Place::Live);
        OpenWindow agent(Role::Agent);
        QCOMPARE(agent.window.shown(), Place::Work);
    }

    void controlAndANumberSwitchPlacesInTheOrderOfTheRail()
    {
        OpenWindow open;
        QTest::keyClick(&open.window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(open.window.shown(), Place::Policies);
        QTest::keyClick(&open.window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(open.window.shown(), Place::Live);
        QTest::mouseClick(open.find<QAbstractButton>("railSettings"), Qt::LeftButton);
        QCOMPARE(open.window.shown(), Place::Settings);
    }

    void enterOpensTheChosenConversation()
    {
        OpenWindow open;
        auto* list = open.find<QTableView>("liveList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(open.window.shown(), Place::Work);
        QVERIFY(!open.port.detailsAsked.empty());
    }

    void theSlashLeadsToTheFilterAndWordsNarrowTheList()
    {
        OpenWindow open;
        auto* list = open.find<QTableView>("liveList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Slash);
        auto* filter = open.find<QLineEdit>("liveFilter");
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"bellandi"_s);
        QCOMPARE(list->model()->rowCount(), 1);
    }

    void aQueueShowsOnlyItsOwn()
    {
        OpenWindow open;
        auto* queues = open.find<QListView>("queuesList");
        const QRect second = queues->visualRect(queues->model()->index(1, 0));
        QTest::mouseClick(queues->viewport(), Qt::LeftButton, {}, second.center());
        auto* list = open.find<QTableView>("liveList");
        QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < 10);
    }

    void thePaletteRunsACommand()
    {
        OpenWindow open;
        QTest::keyClick(&open.window, Qt::Key_K, Qt::ControlModifier);
        auto* words = open.find<QLineEdit>("paletteWords");
        QVERIFY(words);
        QTest::keyClicks(words, u"policies"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(open.window.shown(), Place::Policies);
    }

    void practiceIsAnnouncedAndTurnedOffFromTheBanner()
    {
        OpenWindow open;
        ChangeSet on;
        on.practiceOn = true;
        Q_EMIT open.port.changed(on);
        auto* off = open.find<QPushButton>("practiceOff");
        QTRY_VERIFY(off->isVisible());
        QTest::mouseClick(off, Qt::LeftButton);
        QCOMPARE(open.port.sent<SwitchPractice>().size(), 1u);
        QVERIFY(!open.port.sent<SwitchPractice>().front().on);
    }

    void troubleWithTheStoreStandsUntilItIsOver()
    {
        OpenWindow open;
        Q_EMIT open.port.storeTrouble(u"The disk is full. Nothing is lost; free some room."_s);
        auto* banner = open.find<QWidget>("storeBanner");
        QVERIFY(banner->isVisible());
        Q_EMIT open.port.storeTrouble({});
        QVERIFY(!banner->isVisible());
    }

    void anEmptyFloorOffersPracticeVisitorsToThoseWhoMaySwitchThemOn()
    {
        OpenWindow open;
        ChangeSet gone;
        for (Conversation conversation : believableFloor().conversations) {
            conversation.closedAt = testNow();
            gone.conversations.push_back(conversation);
        }
        Q_EMIT open.port.changed(gone);
        auto* live = open.find<QWidget>("liveList")->parentWidget();
        auto* practice = live->findChild<QPushButton*>(u"emptyStateButton"_s);
        auto* demo = open.find<QPushButton>("openDemoPage");
        QVERIFY(practice->isVisible());
        QVERIFY(!demo->isVisible());
        open.model.setGateway(u"http://127.0.0.1:8480"_s, {});
        QVERIFY(demo->isVisible());
        QTest::mouseClick(practice, Qt::LeftButton);
        QCOMPARE(open.port.sent<SwitchPractice>().size(), 1u);
        QVERIFY(open.port.sent<SwitchPractice>().front().on);
    }

    void aPublishedRulebookKeepsTheChosenRow()
    {
        OpenWindow open;
        auto* list = open.find<QTableView>("liveList");
        list->selectRow(4);
        const QString chosen = list->model()->index(4, 1).data().toString();
        ChangeSet published;
        published.rulebook = believableFloor().rulebook;
        published.rulebook->version += 1;
        Q_EMIT open.port.changed(published);
        QVERIFY(list->currentIndex().isValid());
        QCOMPARE(list->currentIndex().siblingAtColumn(1).data().toString(), chosen);
    }

    void f6MovesBetweenThePanesOfLive()
    {
        OpenWindow open;
        auto* list = open.find<QTableView>("liveList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(open.find<QListView>("queuesList")->hasFocus());
        QTest::keyClick(open.find<QListView>("queuesList"), Qt::Key_F6);
        QVERIFY(list->hasFocus());
    }

    void rememberThemeAndTextSize()
    {
        OpenWindow open;
        open.find<QAction>("schemeDark")->trigger();
        open.find<QAction>("textBigger")->trigger();
        QVERIFY(open.theme.isDark());
        Theme later;
        PageContext context = open.context;
        PageContext second{context.port,    context.analysis, context.model, later,
                           context.prompts, context.session,  context.state, context.now};
        MainWindow again(second);
        QVERIFY(later.isDark());
        QCOMPARE(later.textScale(), 1.1);
    }

    void everyControlHasASpokenNameAndEveryActionItsOwnNameAndKey()
    {
        OpenWindow open;
        QStringList wrong;
        for (const Place place : {Place::Live, Place::Work, Place::Policies, Place::Review, Place::Insights,
                                  Place::Contacts, Place::Settings}) {
            open.window.show(place);
            QCoreApplication::processEvents();
            for (QWidget* widget : open.window.findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
                    continue;
                const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
                if (!spoken
                    || (spoken->text(QAccessible::Name).isEmpty() && spoken->text(QAccessible::Value).isEmpty()))
                    wrong.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
            }
        }
        QHash<QString, QString> keys;
        for (const QAction* action : open.window.findChildren<QAction*>()) {
            const auto* menu = qobject_cast<QMenu*>(action->parent());
            const bool choice = menu && !qobject_cast<QMenuBar*>(menu->parent());   // offered by a button's own menu
            if (action->isSeparator() || action->text().isEmpty() || choice)
                continue;
            if (action->objectName().isEmpty())
                wrong.append(u"nameless action "_s + action->text());
            if (action->shortcut().isEmpty() || action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
                continue;
            const QString key = action->shortcut().toString();
            if (keys.contains(key) && keys[key] != action->objectName())
                wrong.append(key + u": "_s + keys[key] + u" and "_s + action->objectName());
            keys[key] = action->objectName();
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

SIGNALBOX_UI_TEST(MainWindowTest)

}

#include "tst_main_window.moc"
