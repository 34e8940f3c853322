#include "tests/support/builders.h"
#include "tests/support/recording_port.h"
#include "tests/support/text_picture.h"
#include "tests/support/ui_test.h"
#include "ui/live/live_model.h"
#include "ui/shared/console_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <random>

using namespace std::chrono_literals;

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    RecordingPort port;
    Session session;
    ConsoleModel console{port, session};
    LiveModel model{console, [] { return testNow(); }};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void let(std::vector<Conversation> conversations)
    {
        ChangeSet changes;
        changes.conversations = std::move(conversations);
        Q_EMIT port.changed(changes);
        model.apply(changes);
    }
    QStringList names() const { return textPicture(model, {int(LiveColumn::Visitor)}); }
};

ConversationBuilder waits(const std::string& id, int tier, seconds waited, seconds target)
{
    return aConversation(id).from(id).tier(tier).waiting("sales", waited, target);
}

}

class LiveModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordersByTierThenByTheTimeLeft()
    {
        Fixture f;
        f.let({waits("a", 2, 10s, 1800s), waits("b", 0, 10s, 60s), waits("c", 0, 50s, 60s), waits("d", 1, 10s, 300s)});
        QCOMPARE(f.names(), (QStringList{u"c"_s, u"b"_s, u"d"_s, u"a"_s}));
    }

    void showsEveryCellInWords()
    {
        Fixture f;
        f.let({waits("1", 0, 74s, 60s).from("Chiara", "Vallinera").about("Prices").worth(61500).on(Channel::WhatsApp)});
        QCOMPARE(textPicture(f.model),
                 (QStringList{u"P1 | Chiara, Vallinera | Prices | WhatsApp | sales | 1:14 | 0:14 over | €61,500"_s}));
    }

    void movesARowWhenItsTierChangesAndKeepsTheSelection()
    {
        Fixture f;
        f.let({waits("a", 0, 10s, 60s), waits("b", 1, 10s, 300s), waits("c", 2, 10s, 1800s)});
        const QPersistentModelIndex chosen = f.model.index(2, 0);
        f.let({waits("c", 0, 59s, 60s)});
        QCOMPARE(f.names(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        QCOMPARE(chosen.row(), 0);
    }

    void rowsComeAndGoWithTheView()
    {
        Fixture f;
        f.let({waits("a", 0, 10s, 60s), aConversation("b").from("b").withAi()});
        QCOMPARE(f.names(), QStringList{u"a"_s});
        f.let({aConversation("a").from("a").closed(), waits("b", 0, 1s, 60s)});
        QCOMPARE(f.names(), QStringList{u"b"_s});
        f.let({aConversation("c").from("c").withAi()});
        f.model.setFilter({LiveFilter::View::AiAnswering, {}, {}});
        QCOMPARE(f.names(), QStringList{u"c"_s});
    }

    void nothingMovesWhileTheOrderIsHeld()
    {
        Fixture f;
        f.let({waits("a", 0, 10s, 60s), waits("b", 1, 10s, 300s)});
        f.model.setOrderHeld(true);
        f.let({waits("b", 0, 59s, 60s), waits("c", 0, 30s, 60s), aConversation("a").from("a").closed()});
        QCOMPARE(f.names(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(f.model.changesWaiting(), 3);
        QVERIFY(f.model.hasLeft(0));
        f.model.setOrderHeld(false);
        QCOMPARE(f.names(), (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(f.model.changesWaiting(), 0);
    }

    void findsWordsInNamesCompaniesAndNumbersWhateverTheirCase()
    {
        Fixture f;
        f.let({waits("41", 0, 10s, 60s).from("Jörg MÖLLER", "Fördertechnik"),
               waits("42", 0, 9s, 60s).from("Dana", "Orchard")});
        f.model.setFilter({LiveFilter::View::AllWaiting, {}, folded("möller förder")});
        QCOMPARE(f.model.rowCount(), 1);
        f.model.setFilter({LiveFilter::View::AllWaiting, {}, folded("#42")});
        QCOMPARE(f.names(), QStringList{u"Dana, Orchard"_s});
        f.model.setFilter({LiveFilter::View::AllWaiting, {}, folded("nobody")});
        QCOMPARE(f.model.rowCount(), 0);
    }

    void sortsByEachColumnInBothDirections_data()
    {
        QTest::addColumn<int>("column");
        for (int column = 0; column < liveColumnCount; ++column)
            QTest::addRow("column %d", column) << column;
    }

    void sortsByEachColumnInBothDirections()
    {
        QFETCH(int, column);
        Fixture f;
        f.let({waits("a", 0, 30s, 60s).about("x").worth(3).on(Channel::Api),
               waits("b", 1, 20s, 300s).about("y").worth(2).ownedBy("zoe"),
               waits("c", 2, 10s, 1800s).about("z").worth(1).on(Channel::Import)});
        f.model.sort(column, Qt::AscendingOrder);
        QStringList up = f.names();
        f.model.sort(column, Qt::DescendingOrder);
        std::ranges::reverse(up);
        QCOMPARE(f.names(), up);
    }

    void staysInOrderThroughThousandsOfChanges()
    {
        Fixture f;
        std::mt19937 chance(7);
        for (int round = 0; round < 60; ++round) {
            std::vector<Conversation> changed;
            for (int i = 0; i < 30; ++i) {
                const std::string id = std::to_string(chance() % 200);
                const int kind = int(chance() % 10);
                changed.push_back(kind == 0 ? aConversation(id).closed().build()
                                      : kind == 1
                                      ? aConversation(id).withAi().build()
                                      : waits(id, int(chance() % 4), seconds(chance() % 500), 600s).build());
            }
            f.model.setOrderHeld(round % 5 == 4);
            f.let(changed);
        }
        f.model.setOrderHeld(false);
        int expected = 0;
        for (const auto& [id, conversation] : f.console.conversations())
            expected += isOwed(conversation) ? 1 : 0;
        QCOMPARE(f.model.rowCount(), expected);
        for (int row = 1; row < f.model.rowCount(); ++row) {
            const Conversation& above = f.model.conversationAt(row - 1);
            const Conversation& here = f.model.conversationAt(row);
            QVERIFY(std::pair(above.tierRank, above.answerBy) <= std::pair(here.tierRank, here.answerBy));
        }
    }

    void foreignTextStaysPlainAndOnOneLine()
    {
        Fixture f;
        f.let({waits("1", 0, 1s, 60s).from("<img src=/etc/passwd>\nsecond\u202Eline", std::string(10000, 'x'))});
        const QString shown = f.model.index(0, int(LiveColumn::Visitor)).data().toString();
        QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202E)));
        QVERIFY(shown.size() < 200);
        const QString tip = f.model.index(0, int(LiveColumn::Visitor)).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.startsWith(u"&lt;img"));
    }
};

SIGNALBOX_UI_TEST(LiveModelTest)

}

#include "tst_live_model.moc"
