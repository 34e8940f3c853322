#include "tests/support/open_window.h"
#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/live/floor_tree_model.h"
#include "ui/live/floor_tree_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::test {

namespace {

struct OpenFloor : OpenWindow {
    explicit OpenFloor(Role role = Role::Supervisor) : OpenWindow(role)
    {
        find<QAction>("showFloor")->trigger();
        tree = find<FloorTreeView>("floorTree");
    }

    QStringList rows() const
    {
        QStringList all;
        for (int row = 0; row < tree->model()->rowCount(); ++row)
            all << tree->model()->index(row, 0).data().toString();
        return all;
    }
    QString cell(const QModelIndex& row, FloorColumn column) const
    {
        return row.siblingAtColumn(int(column)).data().toString();
    }
    void key(Qt::Key key) { QTest::keyClick(tree, key); }
    QAction* action(const char* name) const { return tree->findChild<QAction*>(QLatin1String(name)); }

    FloorTreeView* tree = nullptr;
};

void raiseHand(OpenWindow& open, const std::string& conversation, const std::string& agent, const std::string& note)
{
    open.change(conversation, [&](Conversation& each) {
        each.handRaisedBy = AgentId{agent};
        each.handNote = note;
    });
}

}

class FloorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelKeepsItsPromisesWhilePeopleComeAndGo()
    {
        PageFixture fixture;
        FloorLoads loads;
        FloorTreeModel model(fixture.context, loads);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto let = [&](const ChangeSet& changes) {
            Q_EMIT fixture.port.changed(changes);
            loads.apply(changes);
            model.refresh();
        };
        ChangeSet changes;
        changes.agents = {anAgent("a", "Ada", "One"), anAgent("b", "Ben", "One"), anAgent("c", "Cyd", "Two")};
        changes.conversations = {aConversation("1").ownedBy("a"), aConversation("2").ownedBy("a").owed(5s, 60s),
                                 aConversation("3").ownedBy("b")};
        let(changes);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        QCOMPARE(model.conversationAt(model.index(0, 0, model.index(0, 0)))->id, ConversationId{"2"});
        ChangeSet moved;
        moved.conversations = {aConversation("1").ownedBy("b"), aConversation("2").closed()};
        moved.removedAgents = {AgentId{"c"}};
        moved.agents = {anAgent("d", "Dee", "Aaa")};
        let(moved);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data().toString(), u"Dee"_s);
        QCOMPARE(model.rowCount(model.index(1, 0)), 0);
        QCOMPARE(model.rowCount(model.index(2, 0)), 2);
    }

    void aRaisedHandStandsOnTopAndOnTheAgentsPane()
    {
        OpenFloor open;
        raiseHand(open, "4804", "tomas", "They ask for a discount of 30 %");
        QCOMPARE(open.rows().first(), u"Tomas Wronski asks for help with Dana Levin"_s);
        QCOMPARE(open.cell(open.tree->model()->index(0, 0), FloorColumn::State), u"They ask for a discount of 30 %"_s);
        open.find<QAction>("showLive")->trigger();
        auto* agents = open.find<QListView>("agentsList");
        QCOMPARE(agents->model()->index(0, 0).data().toString(), u"Tomas Wronski: Dana Levin"_s);
    }

    void theHandIsLoweredByALead()
    {
        OpenFloor open;
        raiseHand(open, "4804", "tomas", {});
        open.tree->setCurrentIndex(open.tree->model()->index(0, 0));
        open.key(Qt::Key_L);
        const auto sent = open.port.sent<RaiseHand>();
        QCOMPARE(sent.size(), 1u);
        QVERIFY(!sent.front().up);
        QCOMPARE(sent.front().agent, open.session.agent);
    }

    void saysSinceWhenWhyAndHowLongSomebodyIsAway()
    {
        OpenFloor open;
        open.changeAgent("daniel", [](AgentOnScreen& agent) { agent.presenceReason = "3 offers missed"; });
        open.tree->select(AgentId{"daniel"});
        QCOMPARE(open.cell(open.tree->currentIndex(), FloorColumn::State), u"Away 31 min: 3 offers missed"_s);
        open.changeAgent("hugo", [](AgentOnScreen& agent) {
            agent.presence = Presence::Away;
            agent.presenceUntil = testNow() + 42s;
        });
        open.tree->select(AgentId{"hugo"});
        QCOMPARE(open.cell(open.tree->currentIndex(), FloorColumn::State), u"Wrap-up, 0:42 left"_s);
    }

    void enterOpensAnAgentAndLooksIntoAConversation()
    {
        OpenFloor open;
        open.tree->setCurrentIndex(open.tree->model()->index(0, 0));
        open.tree->select(AgentId{"leila"});
        QVERIFY(open.tree->isExpanded(open.tree->currentIndex()));
        open.key(Qt::Key_Down);
        open.key(Qt::Key_Return);
        QCOMPARE(open.window.shown(), Place::Work);
        QVERIFY(!open.port.detailsAsked.empty());
    }

    void showsWhoIsWritingInsteadOfTheLastWords()
    {
        OpenFloor open;
        ChangeSet typing;
        typing.visitorTyping = {{ConversationId{"4801"}, testNow() + 5s}};
        Q_EMIT open.port.changed(typing);
        open.tree->select(ConversationId{"4801"});
        QCOMPARE(open.cell(open.tree->currentIndex(), FloorColumn::State), u"The visitor is writing…"_s);
    }

    void aWhisperIsANoteThatCallsTheOwner()
    {
        OpenFloor open;
        open.tree->select(ConversationId{"4801"});
        open.key(Qt::Key_W);
        auto* note = open.find<QPlainTextEdit>("whisperNote");
        QVERIFY(note);
        QTRY_VERIFY(note->isVisible());
        auto* send = open.find<QPushButton>("confirmMove");
        QTest::mouseClick(send, Qt::LeftButton);
        QVERIFY(open.port.sent<AddNote>().empty());   // nothing is written
        QTest::keyClicks(note, u"Offer the two-week rollout."_s);
        QTest::mouseClick(send, Qt::LeftButton);
        const auto sent = open.port.sent<AddNote>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().text, std::string("Offer the two-week rollout."));
        QCOMPARE(sent.front().mentions, std::vector{AgentId{"leila"}});
        Q_EMIT open.port.refused(open.port.submitted.back().ticket, u"It was closed meanwhile."_s);
        QVERIFY(note->isVisible());
        QCOMPARE(note->toPlainText(), u"Offer the two-week rollout."_s);
        QTest::mouseClick(send, Qt::LeftButton);
        Q_EMIT open.port.done(open.port.submitted.back().ticket);
        QTRY_VERIFY(!open.find<QPlainTextEdit>("whisperNote"));
    }

    void aLeadTakesOverFromAColleagueAndReadsWhyNot()
    {
        OpenFloor open;
        open.tree->select(ConversationId{"4801"});
        open.key(Qt::Key_T);
        const auto sent = open.port.sent<TakeConversation>();
        QCOMPARE(sent.size(), 1u);
        QVERIFY(sent.front().fromColleague);
        QCOMPARE(sent.front().agent, open.session.agent);
        Q_EMIT open.port.refused(open.port.submitted.back().ticket, u"It was closed meanwhile."_s);
        auto* refusal = open.find<QWidget>("floorRefusal");
        QVERIFY(refusal->isVisible());
    }

    void aTransferSaysWhomItMakesWaitLonger()
    {
        OpenFloor open;
        open.tree->select(ConversationId{"4801"});
        open.key(Qt::Key_M);
        auto* words = open.find<QLineEdit>("targetWords");
        QTRY_VERIFY(words && words->isVisible());
        QTest::keyClicks(words, u"Workshop"_s);
        auto* preview = open.find<QLabel>("movePreview");
        QVERIFY2(preview->text().contains(u"longer"), qPrintable(preview->text()));
        QTest::keyClicks(open.find<QPlainTextEdit>("moveNote"), u"Wants a yearly contract"_s);
        QTest::mouseClick(open.find<QPushButton>("confirmMove"), Qt::LeftButton);
        const auto sent = open.port.sent<TransferConversation>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().queue, QueueId{"workshop"});
        QCOMPARE(sent.front().note, std::string("Wants a yearly contract"));
        QVERIFY(sent.front().agent.empty() && sent.front().team.empty() && !sent.front().toAi);
    }

    void aChangedTierNeedsAReason()
    {
        OpenFloor open;
        open.tree->select(ConversationId{"4804"});
        open.key(Qt::Key_P);
        auto* tier = open.find<QComboBox>("newTier");
        QTRY_VERIFY(tier && tier->isVisible());
        QCOMPARE(tier->currentText(), u"P1 Act now"_s);
        auto* confirm = open.find<QPushButton>("confirmMove");
        QTest::mouseClick(confirm, Qt::LeftButton);
        QVERIFY(open.port.sent<CorrectConversation>().empty());
        QTest::keyClicks(open.find<QLineEdit>("tierReason"), u"Their contract ends today"_s);
        QTest::mouseClick(confirm, Qt::LeftButton);
        const auto sent = open.port.sent<CorrectConversation>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().subject, std::string("tier"));
        QCOMPARE(sent.front().after, std::string("P1"));
        QCOMPARE(sent.front().reason, std::string("Their contract ends today"));
    }

    void presenceIsChangedForSomebodyInTheirName()
    {
        OpenFloor open;
        ChangeSet settings;
        settings.deskSettings = DeskSettings{3, 0s, {{"lunch", "Lunch", Presence::OnBreak}}, {}};
        Q_EMIT open.port.changed(settings);
        open.tree->select(AgentId{"hugo"});
        open.key(Qt::Key_S);
        auto* menu = open.tree->findChild<QMenu*>(u"agentPresenceMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"presence-lunch"_s)->trigger();
        const auto sent = open.port.sent<SetPresence>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().agent, AgentId{"hugo"});
        QCOMPARE(sent.front().by, open.session.agent);
        QCOMPARE(sent.front().state, std::string("lunch"));
        QCOMPARE(sent.front().presence, Presence::OnBreak);
        menu->close();
    }

    void skillsAndPlacesAreChangedOnTheSpotAndTheRestStays()
    {
        OpenFloor open;
        open.changeAgent("hugo", [](AgentOnScreen& agent) { agent.agent.languages = {"fr"}; });
        open.tree->select(AgentId{"hugo"});
        open.key(Qt::Key_E);
        auto* skills = open.find<QPlainTextEdit>("placesSkills");
        QTRY_VERIFY(skills && skills->isVisible());
        skills->setPlainText(u"fleet 9"_s);
        auto* save = open.find<QPushButton>("confirmMove");
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(open.port.sent<SaveAgent>().empty());   // there is no level 9
        skills->setPlainText(u"fleet 3"_s);
        open.find<QSpinBox>("placesCapacity")->setValue(7);
        QTest::mouseClick(save, Qt::LeftButton);
        const auto sent = open.port.sent<SaveAgent>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().agent.capacity, 7);
        QCOMPARE(sent.front().agent.skills, (std::vector<Skill>{{SkillId{"fleet"}, 3}}));
        QCOMPARE(sent.front().agent.languages, std::vector<std::string>{"fr"});
    }

    void agentsLookAndDoNotAct()
    {
        OpenFloor open(Role::Agent);
        open.tree->select(ConversationId{"4801"});
        QVERIFY(open.action("lookInto")->isEnabled());
        for (const char* name : {"takeOver", "whisperAction", "moveConversation", "changeTier", "lowerHand"})
            QVERIFY2(!open.action(name)->isEnabled(), name);
        open.key(Qt::Key_T);
        QVERIFY(open.port.sent<TakeConversation>().empty());
        open.tree->select(AgentId{"hugo"});
        QVERIFY(!open.action("changePresence")->isEnabled());
    }

    void whoIsChosenStaysChosenWhileTheFloorChanges()
    {
        OpenFloor open;
        open.tree->select(ConversationId{"4801"});
        raiseHand(open, "4804", "tomas", {});
        open.change("4807", [](Conversation& each) { each.closedAt = testNow(); });
        const auto* model = static_cast<const FloorTreeModel*>(open.tree->model());
        QVERIFY(open.tree->currentIndex().isValid());
        QCOMPARE(model->conversationAt(open.tree->currentIndex())->id, ConversationId{"4801"});
    }

    void anAgentOfThePaneOpensOnTheFloor()
    {
        OpenWindow open;
        open.window.resize(1700, 900);
        auto* agents = open.find<QListView>("agentsList");
        QTRY_VERIFY(agents->isVisible());
        agents->setFocus();
        agents->setCurrentIndex(agents->model()->index(1, 0));
        QTest::keyClick(agents, Qt::Key_Return);
        auto* tree = open.find<FloorTreeView>("floorTree");
        QTRY_VERIFY(tree->isVisible());
        QCOMPARE(tree->currentIndex().data(), agents->model()->index(1, 0).data());
    }

    void picturesOfTheFloor()
    {
        OpenFloor open;
        raiseHand(open, "4804", "tomas", "They ask for a discount of 30 %");
        open.changeAgent("daniel", [](AgentOnScreen& agent) { agent.presenceReason = "3 offers missed"; });
        open.tree->select(AgentId{"tomas"});
        open.tree->select(ConversationId{"4801"});
        keepPictures(open.window, open.theme, u"floor"_s);
    }
};

SIGNALBOX_UI_TEST(FloorTest)

}

#include "tst_floor.moc"
