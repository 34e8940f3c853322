#include "tests/support/studio_fixture.h"
#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/draft/publish_dialog.h"
#include "ui/shared/inline_message.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

struct Publishing : StudioFixture {
    Publishing()
    {
        ChangeSet day = aDay();
        day.agents.front().agent.role = Role::Supervisor;
        day.draft = DraftOnScreen{};
        Q_EMIT port.changed(day);
        Policy fleet = *studio.draft.find(PolicyId{"fleet-price"});
        fleet.when = Condition{Comparison{"crm.deal_size", Operator::Ge, Value{10000.0}}};
        studio.draft.replacePolicy(1, fleet, u"set deal size"_s);
    }
    PublishDialog& open()
    {
        dialog = std::make_unique<PublishDialog>(room, keeper);
        dialog->show();
        return *dialog;
    }
    template <class Widget = QPushButton>
    Widget* find(const QString& name) const
    {
        return dialog->findChild<Widget*>(name);
    }
    QString allText() const
    {
        QStringList words;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            words << label->text();
        return words.join(u'\n');
    }
    void pinACase(const PolicyId& mustFire)
    {
        PolicyCase pinned;
        pinned.id = CaseId{"big"};
        pinned.name = "A big deal";
        pinned.context["crm.deal_size"] = Value{50000.0};
        pinned.policy = mustFire;
        studio.draft.editRooms(u"pin a case"_s, [&](Rulebook& rooms) { rooms.cases.push_back(pinned); });
    }
    DraftKeeper keeper{room};
    std::unique_ptr<PublishDialog> dialog;
};

}

class PublishDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatDiffersInWordsAndWhoseOutcomeChanges()
    {
        Publishing publishing;
        publishing.open();
        QVERIFY(publishing.allText().contains(u"+ deal size is at least €10,000"_s));
        const quint64 ticket = publishing.analysis.last(u"difference"_s);
        QCOMPARE(publishing.analysis.asked.back().document, aRulebook().document);
        Finding finding;
        finding.kind = FindingKind::Difference;
        finding.message = "Deals from €10,000 to €24,999 go to Fleet sales instead of the AI.";
        finding.witness = Values{{"crm.deal_size", Value{12000.0}}};
        Q_EMIT publishing.analysis.findingFound(ticket, finding);
        Q_EMIT publishing.analysis.findingFound(
            ticket + 1, Finding{FindingKind::Difference, {}, {}, {}, "of another question", {}});
        Q_EMIT publishing.analysis.checked(ticket, true);
        QVERIFY(publishing.allText().contains(u"Deals from €10,000"_s));
        QVERIFY(!publishing.allText().contains(u"of another question"_s));
        QVERIFY(publishing.allText().contains(u"These are all."_s));
        keepPictures(*publishing.dialog, publishing.theme, u"publish"_s);
        QSignalSpy tried(&publishing.studio.selection, &StudioSelection::tryWanted);
        publishing.find(u"tryWitness"_s)->click();
        QCOMPARE(tried.size(), 1);
        QVERIFY(!publishing.dialog->isVisible());
    }

    void saysWhenNothingComesOutDifferentlyAndWhenThatIsNoProof()
    {
        Publishing publishing;
        publishing.open();
        Q_EMIT publishing.analysis.checked(publishing.analysis.last(u"difference"_s), true);
        QVERIFY(publishing.allText().contains(u"proved"_s));
        publishing.open();
        QVERIFY(publishing.analysis.cancelled.empty());
        Q_EMIT publishing.analysis.checked(publishing.analysis.last(u"difference"_s), false);
        QVERIFY(publishing.allText().contains(u"no proof"_s));
    }

    void wantsANote()
    {
        Publishing publishing;
        publishing.open();
        QTRY_VERIFY(publishing.studio.cases.isCurrent());
        QVERIFY(!publishing.find(u"confirmPublish"_s)->isEnabled());
        QTest::keyClicks(publishing.find<QLineEdit>(u"publishNote"_s), u"  "_s);
        QVERIFY(!publishing.find(u"confirmPublish"_s)->isEnabled());
        QTest::keyClicks(publishing.find<QLineEdit>(u"publishNote"_s), u"Smaller deals too"_s);
        QVERIFY(publishing.find(u"confirmPublish"_s)->isEnabled());
        QTest::keyClick(publishing.find<QLineEdit>(u"publishNote"_s), Qt::Key_Return);
        QCOMPARE(publishing.port.sent<PublishRulebook>().size(), 1u);
        QVERIFY(!publishing.find(u"cancelPublish"_s)->isEnabled());
        publishing.dialog->reject();
        QVERIFY(publishing.dialog->isVisible());
    }

    void aFailingCaseNeedsAReasonThatStandsInTheNote()
    {
        Publishing publishing;
        publishing.pinACase(PolicyId{"rest"});
        publishing.open();
        QTRY_COMPARE(publishing.studio.cases.failing().size(), 1u);
        QTest::keyClicks(publishing.find<QLineEdit>(u"publishNote"_s), u"Smaller deals"_s);
        QVERIFY(!publishing.find(u"confirmPublish"_s)->isEnabled());
        QTest::keyClicks(publishing.find<QLineEdit>(u"publishReason"_s), u"The case is outdated"_s);
        publishing.find(u"confirmPublish"_s)->click();
        const std::string note = publishing.port.sent<PublishRulebook>().back().note;
        QVERIFY2(note.find("Smaller deals") == 0 && note.find("A big deal") != std::string::npos
                     && note.find("The case is outdated") != std::string::npos,
                 note.c_str());
    }

    void errorsForbidAndLeadToTheirPlaces()
    {
        Publishing publishing;
        Policy lost = *publishing.studio.draft.find(PolicyId{"prices"});
        lost.actions = {TransferToQueue{{"nowhere", {}}}};
        publishing.studio.draft.replacePolicy(2, lost, u"send elsewhere"_s);
        publishing.open();
        QTest::keyClicks(publishing.find<QLineEdit>(u"publishNote"_s), u"x"_s);
        QVERIFY(!publishing.find(u"confirmPublish"_s)->isEnabled());
        QSignalSpy shown(&publishing.studio.selection, &StudioSelection::placeWanted);
        publishing.find(u"errorPlace"_s)->click();
        QVERIFY(shown.back().front().toString().startsWith(u"/policies/2/actions/0"_s));
        QVERIFY(!publishing.dialog->isVisible());
    }

    void aRefusalIsSaidAndCanBeTriedAgain()
    {
        Publishing publishing;
        publishing.open();
        QTest::keyClicks(publishing.find<QLineEdit>(u"publishNote"_s), u"x"_s);
        QTRY_VERIFY(publishing.find(u"confirmPublish"_s)->isEnabled());
        publishing.find(u"confirmPublish"_s)->click();
        publishing.answerRefused(u"Ines Carvalho published version 42 at 10:42 UTC."_s);
        QVERIFY(publishing.allText().contains(u"published version 42"_s));
        QVERIFY(publishing.find(u"confirmPublish"_s)->isEnabled());
    }
};

SIGNALBOX_UI_TEST(PublishDialogTest)
#include "tst_publish_dialog.moc"
