#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "routing/rulebook/rulebook_json.h"
#include "ui/live/wait_preview.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::test {

namespace {

struct Line : PageFixture {
    explicit Line(seconds raiseAfter = 0s)
    {
        Rulebook rules;
        rules.tiers = {{TierId{"P1"}, "Act now", {}, {}, 60s, {}},
                       {TierId{"P2"}, "Soon", {}, {}, 300s, {}},
                       {TierId{"P3"}, "Normal", {}, {}, 1800s, {}}};
        Queue sales;
        sales.id = QueueId{"sales"};
        sales.name = "Sales";
        sales.raiseAfter = raiseAfter;
        rules.queues = {sales};
        ChangeSet changes;
        changes.rulebook = RulebookOnScreen{1, writeRulebook(rules), {}, {}, testNow()};
        changes.conversations = {aConversation("1").from("Ann").tier(0).waiting("sales", 10s),
                                 aConversation("2").from("Bea").tier(1).waiting("sales", 90s),
                                 aConversation("3").from("Cem").tier(1).waiting("sales", 30s),
                                 aConversation("4").from("Dov").tier(2).waiting("sales", 200s),
                                 aConversation("5").from("Eva").tier(0).waiting("sales", 500s).origin(Origin::Practice),
                                 aConversation("6").from("Fay").tier(2).waiting("support", 60s),
                                 aConversation("7").from("Gil").tier(1).ownedBy("leila").owed(40s, 300s)};
        Q_EMIT port.changed(changes);
    }
    Conversation at(const char* id) const { return *model.conversation(ConversationId{id}); }
    QString preview(const Conversation& moved) const
    {
        return waitPreviewWords(model, previewMove(model, moved, testNow()));
    }
};

}

class WaitPreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRaisedTierMakesThoseItOvertakesWait()
    {
        const Line line;
        Conversation moved = line.at("4");
        moved.tierRank = 0;
        QCOMPARE(line.preview(moved), u"Ann, Bea and Cem wait longer. It is served next."_s);
        moved.tierRank = 1;
        QCOMPARE(line.preview(moved), u"Bea and Cem wait longer. 1 is served before it."_s);
    }

    void aLoweredTierMakesNobodyWait()
    {
        const Line line;
        Conversation moved = line.at("1");
        moved.tierRank = 2;
        QCOMPARE(line.preview(moved), u"Nobody waits longer. 3 are served before it."_s);
    }

    void inAnotherQueueAllThatStandBehindItWait()
    {
        const Line line;
        Conversation moved = line.at("6");
        moved.owner.queue = QueueId{"sales"};
        moved.tierRank = 1;
        QCOMPARE(line.preview(moved), u"Cem, Dov and Eva wait longer. 2 are served before it."_s);
    }

    void practiceIsServedAfterLiveWhateverItsTier()
    {
        const Line line;
        Conversation moved = line.at("6");
        moved.owner.queue = QueueId{"sales"};
        const WaitPreview preview = previewMove(line.model, moved, testNow());
        QCOMPARE(preview.before, 4);
        QCOMPARE(preview.longer, std::vector{ConversationId{"5"}});
    }

    void withAnAgentItStandsAmongWhatTheyOwe()
    {
        const Line line;
        Conversation moved = line.at("1");
        moved.owner = {OwnerKind::Agent, QueueId{"sales"}, AgentId{"leila"}};
        QCOMPARE(line.preview(moved), u"Gil waits longer. It is served next."_s);
    }

    void whatAQueueRaisesByWaitingCountsAsRaised()
    {
        const Line line(100s);   // Dov has waited 200 s: served as P1
        Conversation moved = line.at("6");
        moved.owner.queue = QueueId{"sales"};
        moved.tierRank = 1;
        const WaitPreview preview = previewMove(line.model, moved, testNow());
        QCOMPARE(preview.before, 3);
        QCOMPARE(preview.longer, (std::vector{ConversationId{"3"}, ConversationId{"5"}}));
    }
};

SIGNALBOX_UI_TEST(WaitPreviewTest)

}

#include "tst_wait_preview.moc"
