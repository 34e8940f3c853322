// The journey of the policy studio: how it begins, and the steps up to the undone and redone draft.
#include "tests/journeys/policy_studio/policy_studio_journey.h"

#include <QtTest>
#include <QApplication>
#include <QDateTime>
#include <QLineEdit>
#include <QListView>
#include <QTableWidget>

#include <algorithm>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        throw Slip(name + u": "_s + file.errorString());
    return file.readAll();
}

}

void PolicyStudioJourney::initTestCase()
{
    try {
        m_desk = std::make_unique<Desk>(sixTrades::workspace(), std::max(1.0, qEnvironmentVariable("SIGNALBOX_TEXT_SCALE").toDouble()));
        m_hand = std::make_unique<Supervisor>();
        m_past = gatherPast(m_desk->file({}));
    } catch (const Slip& slip) {
        QFAIL(slip.what());
    }
}

void PolicyStudioJourney::init()
{
    if (m_stuck)
        QSKIP("A step before this one failed.");
}

void PolicyStudioJourney::go(void (PolicyStudioJourney::*step)())
{
    m_stuck = true;
    try {
        (this->*step)();
    } catch (const Slip& slip) {
        if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty())
            m_desk->window().grab().save(folder + u"/stuck.png"_s);
        QFAIL(slip.what());
    }
    m_stuck = QTest::currentTestFailed();
}

void PolicyStudioJourney::importPast()
{
    if (!m_past.isReal)
        qWarning("The conversations of the shared data are missing: a stand-in of two is imported, and less is "
                 "expected of the backtest.");
    for (const QString& file : m_past.files)
        m_hand->importConversations(file);
    m_hand->openPolicies();
    m_hand->keepRulebook(m_desk->file(u"before.json"_s));
    QCOMPARE(bytesOf(m_desk->file(u"before.json"_s)), bytesOf(u":/samples/empty_rulebook.json"_s));
}

void PolicyStudioJourney::buildPolicies()
{
    sixTrades::buildPolicies(*m_hand);
    QCOMPARE(m_hand->policies(), sixTrades::policies());
    m_hand->choosePolicy(u"Large deals"_s);
    QCOMPARE(m_hand->words(u"policySentence"_s),
             u"If deal size is at least €50,000, send to Enterprise desk and set tier P1 (Act now)."_s);
    m_hand->choosePolicy(u"Territory"_s);
    QCOMPARE(
        m_hand->words(u"policySentence"_s),
        u"If territory is DACH or Nordics, send to Enterprise desk; if also company size is less than 50, send to Everyone instead."_s);
}

void PolicyStudioJourney::tryPolicies()
{
    m_hand->choosePolicy(u"Large deals"_s);
    m_hand->typeValues();
    m_hand->setTried(u"Deal size"_s, u"80000"_s);
    m_hand->expectOutcome(u"Enterprise desk, by 2 Large deals"_s);
    QCOMPARE(m_hand->words(u"conditionMark"_s, m_hand->see<QWidget>(u"policyWhen"_s)), u"€80,000"_s);
    m_hand->click(u"saveAsCase"_s);
    m_hand->until(
        [this] { return m_hand->sees(u"showCases"_s) && m_hand->words(u"showCases"_s) == u"1 case passes"_s; },
        u"a case that passes"_s);
    m_hand->setTried(u"Deal size"_s, u"12000"_s);
    m_hand->expectOutcome(u"Everyone, by 3 Deals"_s);
    m_hand->setTried(u"Tags"_s, u"vip"_s);
    m_hand->expectOutcome(u"Enterprise desk, by 1 Very important people"_s);
    m_hand->setTried(u"Tags"_s, {});
    m_hand->setTried(u"Deal size"_s, {});
    m_hand->setTried(u"Territory"_s, u"DACH"_s);
    m_hand->expectOutcome(u"Enterprise desk, by 4 Territory"_s);
    m_hand->setTried(u"Company size"_s, u"20"_s);
    m_hand->expectOutcome(u"Everyone, by 4 Territory, as an exception"_s);
    m_hand->setTried(u"Territory"_s, {});
    m_hand->setTried(u"Department"_s, u"media"_s);
    m_hand->setTried(u"Channel"_s, u"import"_s);
    m_hand->expectOutcome(u"Media desk, by 11 Media"_s);
    m_hand->setTried(u"Department"_s, {});
    m_hand->setTried(u"Channel"_s, u"website"_s);
    m_hand->click(u"showAllValues"_s);
    const QDate sunday = QDate::currentDate().addDays(7 - QDate::currentDate().dayOfWeek());
    m_hand->setTried(u"Time"_s, sunday.toString(u"yyyy-MM-dd 23:00:00"_s));
    m_hand->expectOutcome(u"Off-hours desk, by 6 Out of hours"_s);
}

void PolicyStudioJourney::plantShadow()
{
    m_hand->dragPolicy(u"Deals"_s, u"Large deals"_s);
    m_hand->until(
        [this] { return m_hand->sees(u"showProblems"_s) && m_hand->words(u"showProblems"_s) == u"1 warning"_s; },
        u"a warning"_s);
    m_hand->goTo(u"Queues"_s);
    m_hand->press(Qt::Key_F8);
    m_hand->until(
        [this] {
            return m_hand->sees(u"policyName"_s) && m_hand->see<QLineEdit>(u"policyName"_s)->text() == u"Large deals"_s;
        },
        u"the policy that can never fire"_s);
    QVERIFY2(m_hand->words(u"policyProblem"_s).startsWith(u"Can never fire"_s),
             qPrintable(m_hand->words(u"policyProblem"_s)));
    m_hand->until([this] { return m_hand->words(u"showCases"_s) == u"1 case fails"_s; }, u"the case that fails"_s);
    m_hand->dragPolicy(u"Large deals"_s, u"Deals"_s);
    m_hand->until([this] { return !m_hand->sees(u"showProblems"_s) && !m_hand->sees(u"policyProblem"_s); },
                  u"no warning"_s);
    m_hand->until([this] { return m_hand->words(u"showCases"_s) == u"1 case passes"_s; }, u"a case that passes"_s);
}

void PolicyStudioJourney::backtest()
{
    m_hand->goTo(u"Backtest"_s);
    m_hand->click(*m_hand->see<QWidget>(u"backtestImported"_s), QPoint(8, 8));
    m_hand->click(u"runBacktest"_s);
    const auto all = m_past.departments.size() * m_past.conversations;
    const auto moved = m_past.isReal ? all : 0;
    QCOMPARE(m_hand->words(u"backtestVerdict"_s), u"%1 of %2 conversations would go elsewhere"_s.arg(moved).arg(all));
    if (!m_past.isReal)
        return;
    QCOMPARE(m_hand->see<QListView>(u"movedList"_s)->model()->rowCount(), int(all));
    const auto* const loads = m_hand->see<QTableWidget>(u"destinationLoads"_s);
    QMap<QString, QString> shifts;
    for (int row = 0; row < loads->rowCount(); ++row)
        shifts[loads->item(row, 0)->text()] = loads->item(row, 1)->text() + u" to "_s + loads->item(row, 2)->text();
    for (const QString& desk : sixTrades::desks())
        QCOMPARE(shifts[desk], u"0 to %1"_s.arg(m_past.conversations));
}

void PolicyStudioJourney::undoEverything()
{
    m_hand->goTo(u"Policies"_s);
    m_hand->keepRulebook(m_desk->file(u"built.json"_s));
    m_hand->choosePolicy(u"Everybody else"_s);   // in a field Ctrl+Z would be the field's
    constexpr int mostSteps = 2000;
    int steps = 0;
    for (; m_hand->sees(u"undoPolicyChange"_s) && steps < mostSteps; ++steps)
        m_hand->press(QKeySequence::Undo);
    QVERIFY(steps > 60 && steps < mostSteps);
    QVERIFY(!m_hand->sees(u"compareDraft"_s));   // nothing differs
    m_hand->keepRulebook(m_desk->file(u"undone.json"_s));
    QCOMPARE(bytesOf(m_desk->file(u"undone.json"_s)), bytesOf(m_desk->file(u"before.json"_s)));
    for (; steps > 0; --steps)
        m_hand->press(QKeySequence::Redo);
    m_hand->keepRulebook(m_desk->file(u"again.json"_s));
    QCOMPARE(bytesOf(m_desk->file(u"again.json"_s)), bytesOf(m_desk->file(u"built.json"_s)));
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    signalbox::test::PolicyStudioJourney journey;
    return QTest::qExec(&journey, argc, argv);
}
