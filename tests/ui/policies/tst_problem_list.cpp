#include "tests/support/ui_test.h"

#include <QtTest>

#include "tests/ui/policies/try_data.h"
#include "ui/policies/problems/problem_model.h"
#include "ui/policies/problems/problems_popup.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

struct Checked : StudioFixture {
    Checked() { begin(rulesToTry()); }

    // The ticket of the check of the draft as it stands now.
    bool isAsked(std::size_t checks = 1)
    {
        return QTest::qWaitFor([this, checks] {
            const auto isCheck = [](const RecordingAnalysis::Asked& asked) { return asked.kind == u"check"; };
            return std::size_t(std::ranges::count_if(analysis.asked, isCheck)) >= checks && studio.engine.isCurrent();
        });
    }
    void findHidden()
    {
        Finding finding;
        finding.kind = FindingKind::Unreachable;
        finding.policy = PolicyId{"ready"};
        finding.hiddenBy = {PolicyId{"enterprise"}};
        finding.message = "It is hidden by policy 2.";
        finding.place = "/policies/4";
        finding.witness = valuesToTry();
        Q_EMIT analysis.findingFound(analysis.last(u"check"_s), finding);
    }
    void findIssue()
    {
        Q_EMIT analysis.issuesFound(
            analysis.last(u"check"_s),
            {{"/policies/1/when/value", "\"many\" (a string)", "a number, as company size is one"}});
    }
    void finish(bool complete = true) { Q_EMIT analysis.checked(analysis.last(u"check"_s), complete); }
    ProblemList& problems() { return studio.problems; }
};

}

class ProblemListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksTheCheckerAfterAChangeWithPoliciesInTheOrderOfTrial()
    {
        Checked checked;
        QVERIFY(checked.isAsked());
        checked.studio.draft.movePolicy(5, 0);
        QVERIFY(checked.isAsked(2));
        const auto asked = readRulebook(checked.analysis.asked.back().document);
        QVERIFY(asked.has_value());
        QCOMPARE(asked->policies.front().id.value, std::string("rest"));
        QVERIFY(asked->policies[0].priority < asked->policies[1].priority);
    }

    void callsOffTheCheckBefore()
    {
        Checked checked;
        QVERIFY(checked.isAsked());
        const quint64 first = checked.analysis.last(u"check"_s);
        checked.studio.draft.setEnabled(0, false);
        QCOMPARE(checked.analysis.cancelled, std::vector<quint64>{first});
        QVERIFY(checked.isAsked(2));
        Finding late;
        late.message = "late";
        Q_EMIT checked.analysis.findingFound(first, late);
        QVERIFY(checked.problems().all().empty());
    }

    void keepsFindingsByPolicyAndByPlace()
    {
        Checked checked;
        QVERIFY(checked.isAsked());
        QSignalSpy told(&checked.problems(), &ProblemList::changed);
        checked.findHidden();
        checked.findIssue();
        checked.finish();
        QTRY_VERIFY(!told.isEmpty());
        QCOMPARE(checked.problems().summary(), u"1 error, 1 warning"_s);
        QCOMPARE(checked.problems().all().front().policy.value, std::string("enterprise"));   // errors first
        QCOMPARE(checked.problems().problemsOf(PolicyId{"ready"}).size(), 1u);
        QCOMPARE(checked.problems().at(u"/policies/1/when"_s).size(), 1u);
        QVERIFY(checked.problems().at(u"/policies/1/except"_s).empty());
        QVERIFY(checked.problems().at(u"/policies/0"_s).empty());
    }

    void oldMarksStandMutedAtTheirPolicyUntilNewOnesCome()
    {
        Checked checked;
        QVERIFY(checked.isAsked());
        checked.findHidden();
        checked.finish();
        checked.studio.draft.movePolicy(4, 0);
        QCOMPARE(checked.problems().all().size(), 1u);
        QVERIFY(checked.problems().all().front().stale);
        QCOMPARE(checked.problems().placeOf(checked.problems().all().front()), u"/policies/0"_s);
        QCOMPARE(checked.problems().at(u"/policies/0"_s).size(), 1u);
        QVERIFY(checked.isAsked(2));
        checked.finish();
        QVERIFY(checked.problems().all().empty());
    }

    void aProblemFoundAgainIsNoLongerStale()
    {
        Checked checked;
        QVERIFY(checked.isAsked());
        checked.findHidden();
        checked.finish();
        checked.studio.draft.setEnabled(0, false);
        QVERIFY(checked.isAsked(2));
        checked.findHidden();
        QCOMPARE(checked.problems().all().size(), 1u);
        QVERIFY(!checked.problems().all().front().stale);
    }

    void theListGoesToThePlaceTriesTheWitnessAndNamesWhatHidesIt()
    {
        Checked checked;
        QWidget page;
        page.resize(1208, 732);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        ProblemsPopup popup(checked.room, &page);
        auto* const list = popup.findChild<QListView*>(u"problemList"_s);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(checked.isAsked());
        checked.findIssue();
        checked.findHidden();
        checked.finish();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QSignalSpy places(&checked.studio.selection, &StudioSelection::placeWanted);
        QTest::keyClick(&page, Qt::Key_F8);
        QCOMPARE(places.back().front().toString(), u"/policies/1/when/value"_s);
        QTest::keyClick(&page, Qt::Key_F8);
        QCOMPARE(places.back().front().toString(), u"/policies/4"_s);
        QCOMPARE(checked.studio.selection.policy().value, std::string("ready"));
        QTest::keyClick(&page, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(places.back().front().toString(), u"/policies/1/when/value"_s);
        popup.openBelow(page);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(popup.findChild<QLabel*>(u"problemWords"_s)->text(), u"It is hidden by policy 2."_s);
        QCOMPARE(popup.findChild<QPushButton*>(u"hiddenBy"_s)->text(), u"2 Enterprise pricing"_s);
        keepPictures(popup, checked.theme, u"problems"_s);
        QSignalSpy tried(&checked.studio.selection, &StudioSelection::tryWanted);
        QTest::mouseClick(popup.findChild<QPushButton*>(u"tryWitness"_s), Qt::LeftButton);
        QCOMPARE(tried.size(), 1);
        QVERIFY(!popup.isVisible());
    }

    void saysWhenThereIsNothingWrongAndWhenTheTimeWasShort()
    {
        Checked checked;
        QWidget page;
        ProblemsPopup popup(checked.room, &page);
        QVERIFY(checked.isAsked());
        checked.finish();
        auto* const state = popup.findChild<QLabel*>(u"problemsState"_s);
        QTRY_VERIFY(state->text().startsWith(u"Nothing is wrong"_s));
        checked.studio.draft.setEnabled(0, false);
        QTRY_COMPARE(state->text(), u"Checking…"_s);
        QVERIFY(checked.isAsked(2));
        checked.finish(false);
        QTRY_COMPARE(state->text(), u"Nothing was found in the time there was."_s);
    }
};

SIGNALBOX_UI_TEST(ProblemListTest)
#include "tst_problem_list.moc"
