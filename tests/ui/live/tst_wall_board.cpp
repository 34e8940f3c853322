#include "tests/support/open_window.h"
#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/live/wall_board.h"
#include "ui/live/wall_figures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::test {

namespace {

struct Wall : PageFixture {
    WallFigures figures{context};

    void let(const Conversation& conversation)
    {
        ChangeSet changes;
        changes.conversations = {conversation};
        Q_EMIT port.changed(changes);
    }
    void answer(const char* id)
    {
        Conversation answered = *model.conversation(ConversationId{id});
        answered.waitingSince.reset();
        answered.answerBy.reset();
        answered.lastAuthor = Author::Agent;
        let(answered);
    }
};

}

class WallBoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAnswersInTimeAndLate()
    {
        Wall wall;
        wall.let(aConversation("1").ownedBy("leila").owed(10s, 60s));
        wall.let(aConversation("2").ownedBy("leila").owed(90s, 60s));
        wall.answer("1");
        wall.answer("2");
        QCOMPARE(wall.figures.answered(), 2);
        QCOMPARE(wall.figures.answeredInTime(), 1);
    }

    void whatTheAiTookBackOrWasPutAsideIsNoAnswer()
    {
        Wall wall;
        wall.let(aConversation("1").waiting("sales", 10s));
        wall.let(aConversation("1").withAi().said("Let me look", Author::Ai));
        wall.let(aConversation("2").ownedBy("leila").owed(10s, 60s));
        wall.let(aConversation("2").ownedBy("leila"));   // held: nothing is owed, the visitor wrote last
        QCOMPARE(wall.figures.answered(), 0);
    }

    void practiceStaysOut()
    {
        Wall wall;
        wall.let(aConversation("1").ownedBy("leila").owed(10s, 60s).origin(Origin::Practice));
        wall.answer("1");
        QCOMPARE(wall.figures.answered(), 0);
        QCOMPARE(wall.figures.waiting().all().waiting, 0);
        QCOMPARE(wall.figures.waiting().practice(), 1);
    }

    void aNewDayCountsAnew()
    {
        Wall wall;
        wall.let(aConversation("1").ownedBy("leila").owed(10s, 60s));
        wall.answer("1");
        QVERIFY(!wall.figures.countsWholeDay());
        wall.now += 24h;
        wall.figures.tick();
        QCOMPARE(wall.figures.answered(), 0);
        QVERIFY(wall.figures.countsWholeDay());
    }

    void saysItsFiguresInWords()
    {
        Wall wall;
        ChangeSet changes;
        changes.agents = {anAgent("a", "Ada", "One"), anAgent("b", "Ben", "One", Presence::Away)};
        changes.conversations = {aConversation("1").waiting("sales", 74s, 60s)};
        Q_EMIT wall.port.changed(changes);
        const WallBoard board(wall.context, wall.figures);
        QCOMPARE(
            board.spoken(),
            u"1 waiting, 1:14 longest wait, 1 over target, 1 of 2 agents online, 1 away, 0 on a break, 0 offline, None answered since 10:43"_s);
    }

    void opensFromTheMenuAndLeavesWithEscape()
    {
        OpenWindow open;
        open.find<QAction>("showWallBoard")->trigger();
        auto* board = open.find<WallBoard>("wallBoard");
        QVERIFY(board && board->isVisible());
        QVERIFY(board->isWindow());
        QVERIFY(board->windowState() & Qt::WindowFullScreen);
        QVERIFY(QTest::qWaitForWindowActive(board));
        QTest::keyClick(board, Qt::Key_F11);
        QVERIFY(!(board->windowState() & Qt::WindowFullScreen));
        QTest::keyClick(board, Qt::Key_Escape);
        QTRY_VERIFY(!open.find<WallBoard>("wallBoard"));
        QVERIFY(open.window.isVisible());
    }

    void picturesOfTheBoard()
    {
        OpenWindow open;
        WallFigures figures(open.context);
        WallBoard board(open.context, figures);
        board.show();
        keepPictures(board, open.theme, u"wall-board"_s);
    }
};

SIGNALBOX_UI_TEST(WallBoardTest)

}

#include "tst_wall_board.moc"
