#include "tests/support/studio_fixture.h"
#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/draft/draft_presence.h"

#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

using State = DraftKeeper::State;

struct Desk : StudioFixture {
    Desk()
    {
        ChangeSet day = aDay();
        day.agents.front().agent.role = Role::Supervisor;
        day.draft = DraftOnScreen{};
        Q_EMIT port.changed(day);
    }
    void rename(const PolicyId& policy, const std::string& name)
    {
        Policy after = *studio.draft.find(policy);
        after.name = name;
        studio.draft.replacePolicy(studio.draft.rowOf(policy), after, u"rename"_s);
    }
    std::string nameOf(const PolicyId& policy) const { return studio.draft.find(policy)->name; }
    // Saves without the pause and waits until that has left the window.
    void save()
    {
        const std::size_t before = port.submitted.size();
        keeper.saveNow();
        QVERIFY(QTest::qWaitFor([&] { return port.submitted.size() > before; }));
    }
    SaveDraft lastSave() const { return port.sent<SaveDraft>().back(); }
    // The router has written the newest save and tells everybody.
    void confirm(std::int64_t revision)
    {
        hear({revision, 41, lastSave().document, session.agent, now});
        answerDone();
    }
    void hear(const DraftOnScreen& draft)
    {
        ChangeSet news;
        news.draft = draft;
        Q_EMIT port.changed(news);
    }
    // What Ines made of this document: another name for a policy.
    void inesSaves(std::int64_t revision, std::string document, const std::string& before, const std::string& after)
    {
        document.replace(document.find(before), before.size(), after);
        hear({revision, 41, document, AgentId{"ines"}, now});
    }
    DraftKeeper keeper{room};
};

const PolicyId person{"person"};
const PolicyId prices{"prices"};

}

class DraftKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesByItselfAMomentAfterTheLastChange()
    {
        Desk desk;
        QCOMPARE(desk.keeper.state(), State::Nothing);
        desk.rename(person, "Wants a person");
        QCOMPARE(desk.keeper.state(), State::Unsaved);
        QVERIFY(desk.port.sent<SaveDraft>().empty());
        QTRY_COMPARE(desk.port.sent<SaveDraft>().size(), 1u);
        QCOMPARE(desk.lastSave().seen, 0);
        QCOMPARE(desk.lastSave().baseVersion, 41);
        QCOMPARE(desk.keeper.state(), State::Saving);
        desk.confirm(1);
        QCOMPARE(desk.keeper.state(), State::Saved);
        desk.rename(person, "A person");
        desk.save();
        QCOMPARE(desk.lastSave().seen, 1);
    }

    void theAnswerMayComeBeforeTheNews()
    {
        Desk desk;
        desk.rename(person, "Wants a person");
        desk.save();
        const std::string document = desk.lastSave().document;
        desk.answerDone();
        desk.rename(person, "Typed on");
        desk.hear({1, 41, document, desk.session.agent, desk.now});
        QVERIFY(!desk.keeper.theirs());
        QCOMPARE(desk.nameOf(person), std::string("Typed on"));
        desk.save();
        QCOMPARE(desk.lastSave().seen, 1);
    }

    void undoneToTheBeginningThereIsNoDraftAnyMore()
    {
        Desk desk;
        desk.rename(person, "Wants a person");
        desk.save();
        desk.confirm(1);
        desk.studio.draft.undoStack().undo();
        desk.save();
        QCOMPARE(desk.port.sent<DiscardDraft>().back().seen, 1);
        desk.hear({0, 0, {}, desk.session.agent, desk.now});
        desk.answerDone();
        QCOMPARE(desk.keeper.state(), State::Nothing);
        QVERIFY(desk.studio.draft.undoStack().canRedo());
    }

    void takesUpADraftThatIsThereAtTheStartWithItsErrors()
    {
        Desk desk;
        std::string broken = aRulebook().document;
        broken.replace(broken.find("25000"), 5, "\"many\"");
        desk.hear({7, 41, broken, AgentId{"ines"}, desk.now});
        QCOMPARE(desk.keeper.state(), State::Saved);
        QCOMPARE(desk.keeper.savedBy(), AgentId{"ines"});
        QVERIFY(desk.studio.draft.isChanged());
        desk.rename(person, "x");
        desk.save();
        QCOMPARE(desk.lastSave().seen, 7);
    }

    void aDraftOfAnOlderVersionIsComparedWithThatVersion()
    {
        Desk desk;
        std::string base = aRulebook().document;
        base.replace(base.find("Everything else"), 15, "All the others!");
        std::string document = base;
        document.replace(document.find("Looks at prices"), 15, "Prices");
        desk.hear({3, 40, document, AgentId{"ines"}, desk.now});
        const quint64 ticket = desk.analysis.last(u"version"_s);
        QVERIFY(ticket != 0);
        Q_EMIT desk.analysis.versionRead(ticket, QString::fromStdString(base));
        QCOMPARE(desk.studio.draft.baseVersion(), 40);
        QCOMPARE(desk.studio.draft.changes(), 1);
        QVERIFY(desk.studio.draft.isBehind());
    }

    void takesInWhatOthersSaveWhileNothingIsUnsavedHere()
    {
        Desk desk;
        desk.rename(person, "Wants a person");
        desk.save();
        desk.confirm(1);
        desk.inesSaves(2, desk.lastSave().document, "Looks at prices", "Prices");
        QVERIFY(!desk.keeper.theirs());
        QCOMPARE(desk.nameOf(person), std::string("Wants a person"));
        QCOMPARE(desk.nameOf(prices), std::string("Prices"));
    }

    void holdsStillWhenBothChangedAndKeepsBothWhenAsked()
    {
        Desk desk;
        desk.rename(person, "Wants a person");
        desk.save();
        desk.confirm(1);
        const std::string before = desk.lastSave().document;
        desk.rename(person, "Mine");
        desk.inesSaves(2, before, "Looks at prices", "Prices");
        QCOMPARE(desk.keeper.state(), State::Conflict);
        desk.keeper.saveNow();
        QCOMPARE(desk.keeper.state(), State::Conflict);
        QCOMPARE(desk.port.sent<SaveDraft>().size(), 1u);
        QCOMPARE(desk.nameOf(person), std::string("Mine"));
        QCOMPARE(desk.keeper.keepMine(), QStringList());
        QCOMPARE(desk.nameOf(person), std::string("Mine"));
        QCOMPARE(desk.nameOf(prices), std::string("Prices"));
        desk.save();
        QCOMPARE(desk.lastSave().seen, 2);
        desk.studio.draft.undoStack().undo();
        QCOMPARE(desk.nameOf(prices), std::string("Looks at prices"));
    }

    void takesTheirsWhenAsked()
    {
        Desk desk;
        desk.rename(person, "Mine");
        desk.inesSaves(2, aRulebook().document, "Looks at prices", "Prices");
        desk.keeper.takeTheirs();
        QCOMPARE(desk.keeper.state(), State::Saved);
        QCOMPARE(desk.nameOf(person), std::string("Asks for a person"));
        QCOMPARE(desk.nameOf(prices), std::string("Prices"));
    }

    void namesWhatBothChanged()
    {
        Desk desk;
        desk.rename(person, "Mine");
        desk.inesSaves(2, aRulebook().document, "Asks for a person", "Theirs");
        QCOMPARE(desk.keeper.keepMine(), QStringList{u"person"_s});
        QCOMPARE(desk.nameOf(person), std::string("Mine"));
    }

    void aRefusedSaveIsSaidAndTriedAgain()
    {
        Desk desk;
        desk.rename(person, "Mine");
        desk.save();
        desk.answerRefused(u"The disk is full."_s);
        QCOMPARE(desk.keeper.state(), State::Trouble);
        QCOMPARE(desk.keeper.trouble(), u"The disk is full."_s);
        desk.save();
        QCOMPARE(desk.port.sent<SaveDraft>().size(), 2u);
        desk.confirm(1);
        QCOMPARE(desk.keeper.state(), State::Saved);
    }

    void aDraftThatSomebodyClosedComesBackOnlyWhenAsked()
    {
        Desk desk;
        desk.rename(person, "Wants a person");
        desk.save();
        desk.confirm(1);
        desk.hear({0, 0, {}, AgentId{"ines"}, desk.now});
        QVERIFY(!desk.studio.draft.isChanged());
        desk.rename(person, "Mine");
        desk.save();
        desk.confirm(3);
        desk.rename(person, "Mine again");
        desk.hear({0, 0, {}, AgentId{"ines"}, desk.now});
        QCOMPARE(desk.keeper.state(), State::Conflict);
        desk.keeper.keepMine();
        desk.save();
        QCOMPARE(desk.lastSave().seen, 0);
        QCOMPARE(desk.nameOf(person), std::string("Mine again"));
    }

    void publishingWaitsForTheSaveAndEndsTheDraft()
    {
        Desk desk;
        desk.rename(person, "Wants a person");
        desk.save();
        bool done = false;
        desk.keeper.publish(u"Why"_s, [&] { done = true; }, {});
        QVERIFY(desk.port.sent<PublishRulebook>().empty());
        desk.confirm(1);
        const PublishRulebook sent = desk.port.sent<PublishRulebook>().back();
        QCOMPARE(sent.basedOn, 41);
        QCOMPARE(*sent.draftRevision, 1);
        ChangeSet news;
        news.rulebook = RulebookOnScreen{42, sent.document, "Why", "Leila Haddad", desk.now};
        news.draft = DraftOnScreen{0, 0, {}, desk.session.agent, desk.now};
        Q_EMIT desk.port.changed(news);
        desk.answerDone();
        QVERIFY(done);
        QCOMPARE(desk.studio.draft.baseVersion(), 42);
        QVERIFY(!desk.studio.draft.isChanged());
        QCOMPARE(desk.keeper.state(), State::Nothing);
    }

    void whatIsNotSavedYetLeavesWhenTheWindowCloses()
    {
        Desk desk;
        {
            DraftKeeper closing(desk.room);
            desk.rename(person, "Just typed");
            QVERIFY(desk.port.submitted.empty());
        }
        QVERIFY(desk.lastSave().document.find("Just typed") != std::string::npos);
    }

    void anAgentKeepsADraftOnlyHere()
    {
        Desk desk;
        desk.session.role = Role::Agent;
        desk.rename(person, "Mine");
        desk.keeper.saveNow();
        QCOMPARE(desk.keeper.state(), State::OnlyHere);
        QVERIFY(desk.port.submitted.empty());
    }

    void tellsOthersWhereSomebodyIsAndKnowsWhereTheyAre()
    {
        Desk desk;
        DraftPresence presence(desk.room);
        presence.setPlace(u"policy:person"_s);
        QTRY_COMPARE(desk.port.sent<EditingDraft>().size(), 1u);
        QCOMPARE(desk.port.sent<EditingDraft>().back().place, std::string("policy:person"));
        presence.setPlace({});
        QCOMPARE(desk.port.sent<EditingDraft>().back().place, std::string());
        ChangeSet news;
        news.draftEditors = {{AgentId{"ines"}, "policy:prices", desk.now}, {AgentId{"leila"}, "Tiers", desk.now}};
        Q_EMIT desk.port.changed(news);
        const auto others = presence.others();
        QCOMPARE(others.size(), 1u);
        QCOMPARE(others.front().name, u"Ines Carvalho"_s);
        QCOMPARE(others.front().place, u"Looks at prices"_s);
    }
};

SIGNALBOX_UI_TEST(DraftKeeperTest)
#include "tst_draft_keeper.moc"
