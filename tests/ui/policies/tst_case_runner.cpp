#include "tests/support/ui_test.h"

#include <QtTest>

#include "tests/ui/policies/try_data.h"
#include "ui/policies/try/case_edits.h"
#include "ui/policies/try/cases_pane.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

PolicyCase aCase(const char* id, const char* policy, const char* queue = "", const char* tier = "")
{
    PolicyCase made;
    made.id = CaseId{id};
    made.name = id;
    made.context = valuesToTry();
    made.policy = PolicyId{policy};
    made.queue = QueueId{queue};
    made.tier = TierId{tier};
    return made;
}

struct Cases : StudioFixture {
    explicit Cases(std::vector<PolicyCase> cases)
    {
        Rulebook rulebook = rulesToTry();
        rulebook.cases = std::move(cases);
        begin(rulebook);
    }
    bool haveRun()
    {
        return QTest::qWaitFor([this] { return studio.cases.total() > 0 && studio.cases.isCurrent(); });
    }
};

}

class CaseRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasExpectedAndWhatCame_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("queue");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("came");
        QTest::addRow("as asked") << u"ready"_s << u"sales"_s << u"P2"_s << u"Ready to buy fires, to Sales EMEA, Soon"_s
                                  << u""_s;
        QTest::addRow("another policy") << u"enterprise"_s << u""_s << u""_s << u"Enterprise pricing fires"_s
                                        << u"Ready to buy fires"_s;
        QTest::addRow("another queue") << u""_s << u"enterprise"_s << u""_s << u"to Enterprise EMEA"_s
                                       << u"to Sales EMEA"_s;
        QTest::addRow("another tier") << u"ready"_s << u""_s << u"P1"_s << u"Ready to buy fires, Act now"_s
                                      << u"Soon"_s;
        QTest::addRow("nothing asked") << u""_s << u""_s << u""_s << u""_s << u""_s;
    }
    void saysWhatWasExpectedAndWhatCame()
    {
        QFETCH(QString, policy);
        QFETCH(QString, queue);
        QFETCH(QString, tier);
        QFETCH(QString, expected);
        QFETCH(QString, came);
        const Engine engine(rulesToTry(), 1, {});
        const PolicyCase kept = aCase("c", policy.toUtf8(), queue.toUtf8(), tier.toUtf8());
        const CaseResult result = runCase(kept, engine, testNow());
        QCOMPARE(result.expected, expected);
        QCOMPARE(result.came, came);
        QCOMPARE(result.passed, came.isEmpty());
    }

    void runsEveryCaseAfterEachChange()
    {
        Cases cases({aCase("ready", "ready"), aCase("size", "ready", "sales")});
        QVERIFY(cases.haveRun());
        QCOMPARE(cases.studio.cases.summary(), u"2 of 2 cases pass"_s);
        cases.studio.draft.setEnabled(4, false);
        QTRY_COMPARE(cases.studio.cases.summary(), u"0 of 2 cases pass"_s);
        QCOMPARE(cases.studio.cases.failing().front().came, u"Everything else fires"_s);
        cases.studio.draft.undoStack().undo();
        QTRY_COMPARE(cases.studio.cases.summary(), u"2 of 2 cases pass"_s);
    }

    void aMovedPolicyTakesItsNewPlaceAtOnce()
    {
        Cases cases({aCase("ready", "ready")});
        QVERIFY(cases.haveRun());
        cases.studio.draft.movePolicy(5, 0);   // "Everything else" first
        QTRY_COMPARE(cases.studio.cases.summary(), u"1 case fails"_s);
    }

    void theMomentOfACaseCounts()
    {
        Rulebook rulebook = rulesToTry();
        rulebook.policies.front().when
            = Condition{Comparison{"now", Operator::Lt, Value{testNow() - std::chrono::hours{1}}}};
        const Engine engine(rulebook, 1, {});
        PolicyCase kept = aCase("c", "legal");
        QVERIFY(!runCase(kept, engine, testNow()).passed);
        kept.context["now"] = testNow() - std::chrono::hours{2};
        QVERIFY(runCase(kept, engine, testNow()).passed);
    }

    void theListShowsWhatFailsAndEditsWhatMustComeOut()
    {
        Cases cases({aCase("size", "enterprise")});
        QVERIFY(cases.haveRun());
        CasesPane pane(cases.room);
        pane.resize(760, 440);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QVERIFY(pane.findChild<QLabel*>(u"caseOutcome"_s)->text().contains(u"Ready to buy fires"_s));
        auto* const policy = pane.findChild<QComboBox*>(u"casePolicy"_s);
        policy->setFocus();
        while (policy->currentText() != u"Ready to buy"_s)
            QTest::keyClick(policy, Qt::Key_Down);
        QTRY_COMPARE(cases.studio.cases.summary(), u"1 case passes"_s);
        QCOMPARE(cases.studio.draft.undoStack().undoText(), u"edit the case size"_s);
        auto* const name = pane.findChild<QLineEdit*>(u"caseName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Demo of 480 people"_s);
        QCOMPARE(cases.studio.draft.rulebook().cases.front().name, std::string("Demo of 480 people"));
        keepPictures(pane, cases.theme, u"cases"_s);
        QTest::mouseClick(pane.findChild<QPushButton*>(u"deleteCase"_s), Qt::LeftButton);
        QVERIFY(cases.studio.draft.rulebook().cases.empty());
        cases.studio.draft.undoStack().setIndex(0);
        QVERIFY(!cases.studio.draft.isChanged());
        QCOMPARE(pane.findChild<QListWidget*>(u"caseList"_s)->item(0)->text(), u"size"_s);
    }

    void aCaseIsTriedFromTheList()
    {
        Cases cases({aCase("size", "enterprise")});
        QVERIFY(cases.haveRun());
        CasesPane pane(cases.room);
        QSignalSpy wanted(&cases.studio.selection, &StudioSelection::tryWanted);
        pane.show();
        QTest::mouseClick(pane.findChild<QPushButton*>(u"tryCase"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), u"size"_s);
    }
};

SIGNALBOX_UI_TEST(CaseRunnerTest)
#include "tst_case_runner.moc"
