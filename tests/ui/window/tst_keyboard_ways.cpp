#include "tests/support/open_window.h"
#include "tests/support/ui_test.h"

#include <QMenu>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace signalbox::test {

// The keyboard is never left with what is hidden: a key that works on a page works as soon as the page is there.
class KeyboardWaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlaceThatIsComeToByItsKeyHasTheKeyboard()
    {
        OpenWindow open;
        open.find<QWidget>("railLive")->setFocus();
        QTest::keyClick(&open.window, Qt::Key_3, Qt::ControlModifier);
        auto* rooms = open.find<QTabBar>("rulebookRooms");
        QVERIFY(rooms->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(rooms->currentIndex(), 2);
        open.find<QAction>("showLive")->trigger();
        open.find<QWidget>("railLive")->setFocus();
        QTest::keyClick(&open.window, Qt::Key_3, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(rooms->currentIndex(), 0);
    }

    void whatIsHiddenGivesTheKeyboardToThePageThatComes()
    {
        OpenWindow open;
        open.find<QAction>("showPolicies")->trigger();
        QWidget* const was = QApplication::focusWidget();
        QVERIFY(was);
        was->hide();
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
    }
};

SIGNALBOX_UI_TEST(KeyboardWaysTest)

}

#include "tst_keyboard_ways.moc"
