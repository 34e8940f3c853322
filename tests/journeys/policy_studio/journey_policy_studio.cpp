// The policy studio from an empty rulebook to traffic that follows it and back: the rules of a company with six departments
// are built, tried, proved, backtested, taken back and done again, published and rolled back, only with mouse and keyboard;
// and a policy only with the keyboard. Each step goes on where the one before ended.
#include "tests/journeys/policy_studio/by_keyboard.h"
#include "tests/journeys/policy_studio/desk.h"
#include "tests/journeys/policy_studio/past.h"
#include "tests/journeys/policy_studio/pictures.h"
#include "tests/journeys/policy_studio/six_trades.h"
#include "tests/journeys/policy_studio/supervisor.h"

#include <QtTest>
#include <QApplication>
#include <QDateTime>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

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

class PolicyStudioJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_desk.reset(); }

    void importsThePast() { go(&PolicyStudioJourney::importPast); }
    void buildsTheRoomsOfTheRulebook() { go(&PolicyStudioJourney::buildRooms); }
    void buildsThePolicies() { go(&PolicyStudioJourney::buildPolicies); }
    void triesThemAndKeepsACase() { go(&PolicyStudioJourney::tryPolicies); }
    void findsAPlantedShadowAndMendsIt() { go(&PolicyStudioJourney::plantShadow); }
    void countsWhatWouldMoveInThePast() { go(&PolicyStudioJourney::backtest); }
    void takesPicturesOfEveryRoom() { go(&PolicyStudioJourney::takePictures); }
    void undoesEverythingByteForByteAndDoesItAgain() { go(&PolicyStudioJourney::undoEverything); }
    void publishesAndLiveTrafficFollows() { go(&PolicyStudioJourney::publish); }
    void rollsBackAndLiveTrafficFollows() { go(&PolicyStudioJourney::rollBack); }
    void buildsAndPublishesAPolicyWithoutAMouse() { go(&PolicyStudioJourney::withoutMouse); }

private:
    void go(void (PolicyStudioJourney::*step)());

    void importPast();
    void buildRooms() { sixTrades::buildRooms(*m_hand); }
    void buildPolicies();
    void tryPolicies();
    void plantShadow();
    void backtest();
    void takePictures();
    void undoEverything();
    void publish();
    void rollBack();
    void withoutMouse();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Supervisor> m_hand;
    Past m_past;
    bool m_stuck = false;   // a step failed: those after it have no ground
};

void PolicyStudioJourney::initTestCase()
{
    try {
        m_desk = std::make_unique<Desk>();
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
    for (const QString& file : m_past.files) {
        m_hand->chooseFile(file, [this] { m_hand->command(u"file"_s, u"importHistory"_s); });
        m_hand->until(
            [this] {
                return m_hand->mayCommand(u"file"_s, u"importHistory"_s)
                    && !m_hand->mayCommand(u"file"_s, u"stopImport"_s);
            },
            u"the import of "_s + file);
        QVERIFY2(m_hand->words(u"noticeBanner"_s).startsWith(u"Import finished"_s),
                 qPrintable(m_hand->words(u"noticeBanner"_s)));
    }
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

void PolicyStudioJourney::takePictures()
{
    const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    keepPicturesOfRooms(*m_hand, m_desk->window(), folder);
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

void PolicyStudioJourney::publish()
{
    m_desk->visitorWrites(u"Ola Nordmann"_s, Channel::Website,
                          {{"page.path", Value(std::string("/insurance/quote")), "website", {}}},
                          u"What does it cost?"_s);
    m_hand->openLive();
    QCOMPARE(m_hand->ownerOf(u"Ola Nordmann"_s), u"Everyone"_s);
    m_hand->openPolicies();
    m_hand->click(u"publishDraft"_s);
    m_hand->write(u"publishNote"_s, u"Six departments, each with its own desk"_s);
    m_hand->click(u"confirmPublish"_s);
    m_hand->until(
        [this] {
            return m_hand->sees(u"draftMessage"_s)
                && m_hand->words(u"draftMessage"_s).startsWith(u"Version 2 is live."_s);
        },
        u"the word that version 2 is live"_s);
    m_hand->expectLive(2);
    m_desk->visitorWrites(u"Kari Nordmann"_s, Channel::Website,
                          {{"page.path", Value(std::string("/insurance/quote")), "website", {}}}, u"Hello?"_s);
    m_desk->visitorWrites(u"Berta Buyer"_s, Channel::Api, {{"crm.deal_size", Value(80'000.0), "crm", {}}},
                          u"We are ready to sign."_s);
    m_hand->openLive();
    QCOMPARE(m_hand->ownerOf(u"Kari Nordmann"_s), u"Insurance desk"_s);
    QCOMPARE(m_hand->ownerOf(u"Berta Buyer"_s), u"Enterprise desk"_s);
    QCOMPARE(m_hand->ownerOf(u"Ola Nordmann"_s), u"Insurance desk"_s);   // whoever waits is decided anew
}

void PolicyStudioJourney::rollBack()
{
    m_hand->openPolicies();
    m_hand->goTo(u"Versions"_s);
    m_hand->chooseRow(*m_hand->see<QTableView>(u"versionsTable"_s), u"v1"_s);
    const auto sayWhy = [this](QWidget& dialog) {
        m_hand->write(*dialog.findChild<QLineEdit*>(), u"The desks are not staffed yet"_s);
        m_hand->press(Qt::Key_Return);
    };
    m_hand->whenAsked(u"askText"_s, sayWhy, [this] { m_hand->click(u"publishAgain"_s); });
    m_hand->expectLive(3);
    m_hand->until(
        [this] {
            return m_hand->see<QTableView>(u"versionsTable"_s)->model()->index(0, 0).data().toString() == u"v3 live"_s;
        },
        u"version 3 on top"_s);
    m_desk->visitorWrites(u"Per Hansen"_s, Channel::Website,
                          {{"page.path", Value(std::string("/insurance/quote")), "website", {}}},
                          u"Is anybody there?"_s);
    m_hand->openLive();
    QCOMPARE(m_hand->ownerOf(u"Per Hansen"_s), u"Everyone"_s);
}

void PolicyStudioJourney::withoutMouse()
{
    m_hand->press(Qt::CTRL | Qt::Key_3);   // Policies
    m_hand->press(Qt::ALT | Qt::Key_1);    // their room
    writePolicyByKeys(*m_hand);
    QCOMPARE(m_hand->policies().front(), u"Leaving us"_s);
    QCOMPARE(m_hand->words(u"policySentence"_s),
             u"If message contains “cancel my contract” and language is not fr, send to Everyone."_s);
    m_hand->press(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_hand->until([this] { return m_hand->see<QLineEdit>(u"publishNote"_s)->hasFocus(); },
                  u"the keyboard in the note"_s);
    m_hand->type(u"Who leaves talks to a person"_s);
    m_hand->see<QPushButton>(u"confirmPublish"_s);   // as soon as it may be
    m_hand->press(Qt::Key_Return);
    m_hand->expectLive(4);
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    signalbox::test::PolicyStudioJourney journey;
    return QTest::qExec(&journey, argc, argv);
}

#include "journey_policy_studio.moc"
