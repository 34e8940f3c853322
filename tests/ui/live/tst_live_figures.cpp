#include "tests/support/builders.h"
#include "tests/support/ui_test.h"
#include "ui/live/live_figures.h"

#include <QTest>

using namespace std::chrono_literals;

namespace signalbox::test {

class LiveFiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhoWaitsWhereAndForHowLong()
    {
        LiveFigures figures;
        figures.tick(testNow());
        ChangeSet changes;
        changes.conversations
            = {aConversation("1").waiting("sales", 74s, 60s), aConversation("2").waiting("sales", 10s, 60s),
               aConversation("3").waiting("support", 20s, 60s), aConversation("4").withAi()};
        figures.apply(changes);
        QCOMPARE(figures.all(), (QueueFigures{3, 1, testNow() - 74s}));
        QCOMPARE(figures.queue(QueueId{"sales"}), (QueueFigures{2, 1, testNow() - 74s}));
        QCOMPARE(figures.queue(QueueId{"unknown"}), QueueFigures{});
        QCOMPARE(figures.aiAnswering(), 1);
    }

    void aTargetPassesWithTheClockAndNeverComesBack()
    {
        LiveFigures figures;
        figures.tick(testNow());
        ChangeSet changes;
        changes.conversations = {aConversation("1").waiting("sales", 10s, 60s)};
        figures.apply(changes);
        figures.tick(testNow() + 50s);
        QCOMPARE(figures.all().overTarget, 1);
        figures.tick(testNow());
        QCOMPARE(figures.all().overTarget, 1);
        changes.conversations = {aConversation("1").closed()};
        figures.apply(changes);
        QCOMPARE(figures.all(), QueueFigures{});
    }

    void practiceAndImportedStayOutUnlessAskedFor()
    {
        LiveFigures figures;
        figures.tick(testNow());
        ChangeSet changes;
        changes.conversations = {aConversation("1").waiting("sales", 5s),
                                 aConversation("2").waiting("sales", 9s).origin(Origin::Practice),
                                 aConversation("3").waiting("sales", 7s).origin(Origin::Imported)};
        figures.apply(changes);
        QCOMPARE(figures.all().waiting, 1);
        QCOMPARE(figures.practice() + figures.imported(), 2);
        figures.setCountEverything(true);
        QCOMPARE(figures.all(), (QueueFigures{3, 0, testNow() - 9s}));
    }
};

SIGNALBOX_UI_TEST(LiveFiguresTest)

}

#include "tst_live_figures.moc"
