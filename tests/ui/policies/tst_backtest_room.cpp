#include "ui/policies/backtest/backtest_room.h"

#include "routing/rulebook/rulebook_json.h"
#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/policies/studio.h"
#include "ui/shared/format_text.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const char* const live = R"({"rulebook":1,
  "tiers":[{"id":"P1","name":"Act now","when":{"attr":"intent_score","op":"ge","value":70}},
           {"id":"P2","name":"Soon","when":{"attr":"intent_score","op":"ge","value":40}},
           {"id":"P3","name":"Normal","when":{"all":[]}}],
  "policies":[{"id":"enterprise","name":"Enterprise pricing","when":{"attr":"crm.company_size","op":"ge","value":500},
               "actions":[{"type":"transfer_to_queue","queue":"east"}]},
              {"id":"rest","name":"Everything else","when":{"all":[]},"actions":[{"type":"keep_with_ai"}]}],
  "alerts":[{"id":"hot","name":"Hot lead waits","when":{"attr":"intent_score","op":"ge","value":70}}],
  "queues":[{"id":"east","name":"Enterprise East"},{"id":"billing","name":"Billing"},{"id":"sales","name":"Sales EMEA"}]})";

MovedConversation aMove(const char* id, const char* name, const char* from, const char* to, const char* tierBefore,
                        const char* tierAfter, std::size_t decision = 0)
{
    MovedConversation moved;
    moved.id = {id};
    moved.visitorName = name;
    moved.at = test::testNow() - std::chrono::hours(std::atoi(id) % 40);
    moved.decision = decision;
    moved.before = {Outcome::Kind::Queue, from, {tierBefore}, PolicyId{"rest"}};
    moved.after = {Outcome::Kind::Queue, to, {tierAfter}, PolicyId{"enterprise"}};
    moved.from = from;
    moved.to = to;
    return moved;
}

BacktestReport aReport()
{
    BacktestReport report;
    report.conversations = 8940;
    report.decisions = 21312;
    report.moved = 61;
    report.tierChangedOnly = 3;
    report.fromTo = {{{"Billing", "Sales EMEA"}, 48}, {{"the AI", "Enterprise East"}, 10}};
    report.byDestination = {{"Billing", {1011, 963, 963}},
                            {"Sales EMEA", {1640, 1688, 1640}},
                            {"Enterprise East", {377, 387, 377}},
                            {"the AI", {5912, 5902, 5902}}};
    report.byTier = {{"P1", {420, 431, 420}}, {"P2", {1900, 1892, 1889}}, {"P3", {6620, 6617, 6617}}};
    report.byAgent = {{"agent Leila Haddad", {58, 71, 58}}};
    report.alerts = {{{"hot"}, {94, 121, 0}}};
    report.handedOff = {3028, 3038, 3028};
    report.from = test::testNow() - std::chrono::days(7);
    report.to = test::testNow();
    report.days = 7;
    report.notKept = {{"queue.sales.waiting", 21312}};
    report.examples = {
        aMove("4809", "Jörg Müller", "Billing", "Sales EMEA", "P2", "P1", 1),
        aMove("4811", "Amelia Okafor", "Billing", "Sales EMEA", "P2", "P2"),
        aMove("4817", "<b>Łukasz</b> مرحبا", "the AI", "Enterprise East", "P3", "P2"),
        aMove("4822", "Chiara Benedetti of a company with a very long name", "Sales EMEA", "Sales EMEA", "P3", "P2")};
    return report;
}

DecidedSide aSide(int version, const char* place, const char* fired, int rank)
{
    DecidedSide side;
    side.decision.at = test::testNow() - std::chrono::hours(9);
    side.decision.rulebookVersion = version;
    side.decision.tier = {"P" + std::to_string(rank + 1)};
    side.decision.tierRank = rank;
    side.place = place;
    side.trace = {{{"enterprise"},
                   "Enterprise pricing",
                   TraceStep::Outcome::DidNotMatch,
                   "crm.company_size",
                   "480",
                   "at least 500"},
                  {{"refund"}, "Refund above €500", TraceStep::Outcome::Disabled, {}, {}, {}},
                  {{fired}, fired, TraceStep::Outcome::Fired, {}, {}, {}}};
    side.parts = {{"Tier P1, as its condition holds", {"Act now: held"}},
                  {"Scores", {"intent 72", "40 Looked at prices, 12 minutes ago"}},
                  {"Does", {"Sends it to the queue Sales EMEA."}}};
    return side;
}

std::vector<DecidedTwice> threeDecisions()
{
    return {{aSide(41, "Billing", "Billing questions", 1), aSide(42, "Billing", "Billing questions", 1)},
            {aSide(41, "Billing", "Billing questions", 1), aSide(42, "Sales EMEA", "Ready to buy", 0)},
            {aSide(41, "Billing", "Everything else", 1), aSide(42, "Sales EMEA", "Everything else", 0)}};
}

}

class BacktestRoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<test::PageFixture>();
        m_studio = std::make_unique<Studio>(m_page->context);
        m_studio->draft.setLive(41, live);
        m_room = std::make_unique<BacktestRoom>(m_studio->context);
        m_room->resize(1208, 700);
        m_room->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_room.get()));
    }
    void cleanup()
    {
        m_room.reset();
        m_studio.reset();
        m_page.reset();
    }

    void asksForTheDraftAndThePeriodThatWasChosen()
    {
        auto* period = find<QComboBox>("backtestPeriod");
        period->setCurrentIndex(period->findData(7));
        QTest::mouseClick(find<QCheckBox>("backtestImported"), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(find<QPushButton>("runBacktest"), Qt::LeftButton);
        const auto& asked = m_page->analysis.asked.back();
        QCOMPARE(asked.kind, u"backtest"_s);
        QCOMPARE(asked.document, std::string(live));
        QVERIFY(asked.period.until == test::testNow());
        QVERIFY(asked.period.since == test::testNow() - std::chrono::days(7));
        QVERIFY(asked.period.live && asked.period.imported && !asked.period.practice);
    }

    void showsHowFarItIsAndCanBeStopped()
    {
        run();
        QVERIFY(!find<QPushButton>("runBacktest")->isVisible());
        Q_EMIT m_page->analysis.progressed(ticket(), 500, 2000);
        QCOMPARE(find<QProgressBar>("backtestProgress")->value(), 250);
        QCOMPARE(find<QLabel>("backtestProgressText")->text(), u"500 of 2,000"_s);
        QTest::keyClick(m_room->focusWidget(), Qt::Key_Space);   // Stop has the focus
        QCOMPARE(m_page->analysis.cancelled, std::vector<quint64>{ticket()});
        QVERIFY(find<QPushButton>("runBacktest")->isVisible());
        Q_EMIT m_page->analysis.backtested(ticket(), aReport());
        QVERIFY2(!find<QTableWidget>("fromToTable"), "an answer that nobody waits for");
    }

    void tellsWhatMoves()
    {
        runAndAnswer();
        QCOMPARE(find<QLabel>("backtestVerdict")->text(), u"58 of 8,940 conversations would go elsewhere"_s);
        auto* ways = find<QTableWidget>("fromToTable");
        QCOMPARE(ways->rowCount(), 2);
        QCOMPARE(ways->item(0, 0)->text(), u"Billing"_s);
        QCOMPARE(ways->item(0, 2)->text(), u"48"_s);
        auto* loads = find<QTableWidget>("destinationLoads");
        QCOMPARE(loads->item(0, 0)->text(), u"the AI"_s);
        QCOMPARE(loads->item(0, 3)->text(), u"−10"_s);
        QCOMPARE(find<QTableWidget>("tierLoads")->item(2, 0)->text(), u"P1 Act now"_s);
        QCOMPARE(find<QTableWidget>("alertLoads")->item(0, 0)->text(), u"Hot lead waits"_s);
        QCOMPARE(find<QTableWidget>("alertLoads")->item(0, 1)->text(), u"13.4"_s);
        QVERIFY(says(u"all of these decisions"_s) || says(u"queue.sales.waiting"_s));
        QVERIFY(says(u"33.9 %, somewhere from 32.9 to 34.9 %"_s));
    }

    void saysNothingOfTiersWhenNoneChanges()
    {
        runAndAnswer();
        QVERIFY(says(u"3 more only to another tier"_s));
        BacktestReport report = aReport();
        report.tierChangedOnly = 0;
        report.from = report.to;
        run();
        Q_EMIT m_page->analysis.backtested(ticket(), report);
        QVERIFY(!says(u"only to another tier"_s));
        QVERIFY(says(u"21,312 decisions · "_s));
        QVERIFY(!says(u" to "_s + formatExact(report.to).section(u',', 0, 0)));
    }

    void listsThoseOfOneWayWhenItIsChosen()
    {
        runAndAnswer();
        auto* list = find<QListView>("movedList");
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list->model()->rowCount(), 4);
        find<QTableWidget>("fromToTable")->selectRow(1);
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"#4817 <b>Łukasz</b> مرحبا"_s);
        find<QTableWidget>("fromToTable")->clearSelection();
        QCOMPARE(list->model()->rowCount(), 4);
    }

    void opensAConversationWhereItParts()
    {
        runAndAnswer();
        const auto& asked = m_page->analysis.asked.back();
        QCOMPARE(asked.kind, u"decided twice"_s);
        QCOMPARE(asked.other, std::string("4809"));
        Q_EMIT m_page->analysis.decidedTwice(asked.ticket, threeDecisions());
        QVERIFY(accessibleRows("decidedNowPath").contains(u"3 Ready to buy. Fired"_s));
        QVERIFY(accessibleRows("decidedThenPath")
                    .contains(u"1 Enterprise pricing. Company size 480, wanted at least 500"_s));
        QTest::mouseClick(find<QToolButton>("laterDecision"), Qt::LeftButton);
        QVERIFY(accessibleRows("decidedNowPath").contains(u"3 Everything else. Fired"_s));
        QVERIFY(!find<QToolButton>("laterDecision")->isEnabled());
        QTest::keyClick(find<QListView>("movedList"), Qt::Key_Down);
        QCOMPARE(m_page->analysis.asked.back().other, std::string("4811"));
    }

    void saysWhyItCouldNotRun()
    {
        run();
        Q_EMIT m_page->analysis.failed(ticket(), u"The rulebook has errors."_s);
        QVERIFY(says(u"The rulebook has errors."_s));
        QVERIFY(find<QPushButton>("runBacktest")->isVisible());
    }

    void saysWhenNothingWasDecidedInThePeriod()
    {
        run();
        Q_EMIT m_page->analysis.backtested(ticket(), BacktestReport{});
        QVERIFY(says(u"No conversation was decided in this period"_s));
    }

    void saysThatTheDraftHasChangedSince()
    {
        runAndAnswer();
        m_studio->draft.setEnabled(0, false);
        QVERIFY(says(u"The draft has changed since."_s));
    }

    void runsTheDraftBesideTheLiveRulebook()
    {
        find<QTabBar>("backtestTabs")->setCurrentIndex(1);
        QTest::mouseClick(find<QPushButton>("startShadow"), Qt::LeftButton);
        QCOMPARE(m_page->port.sent<RunShadow>().size(), std::size_t(1));
        QCOMPARE(m_page->port.sent<RunShadow>()[0].document, std::string(live));
        m_page->answerDone();
        tellShadow(0);
        QVERIFY(says(u"It runs. Nothing has been decided since."_s));
        tellShadow(3);
        QCOMPARE(find<QListView>("shadowList")->model()->rowCount(), 3);
        QCOMPARE(find<QListView>("shadowList")->model()->index(0, 0).data().toString(), u"#4802 Visitor 4802"_s);
        QTest::mouseClick(find<QPushButton>("stopShadow"), Qt::LeftButton);
        QVERIFY(m_page->port.sent<RunShadow>().back().document.empty());
        m_page->answerRefused(u"Only supervisors may."_s);
        QVERIFY(says(u"Only supervisors may."_s));
    }

    void pictures()
    {
        test::keepPictures(*m_room, m_page->theme, u"backtest-empty"_s);
        runAndAnswer();
        Q_EMIT m_page->analysis.decidedTwice(m_page->analysis.asked.back().ticket, threeDecisions());
        test::keepPictures(*m_room, m_page->theme, u"backtest"_s);
        find<QTabBar>("backtestTabs")->setCurrentIndex(1);
        tellShadow(3);
        test::keepPictures(*m_room, m_page->theme, u"backtest-shadow"_s);
    }

private:
    template <class Widget>
    Widget* find(const char* name) const
    {
        return m_room->findChild<Widget*>(QString::fromLatin1(name));
    }
    quint64 ticket() const { return m_page->analysis.last(u"backtest"_s); }
    void run() { QTest::mouseClick(find<QPushButton>("runBacktest"), Qt::LeftButton); }
    void runAndAnswer()
    {
        run();
        Q_EMIT m_page->analysis.backtested(ticket(), aReport());
    }
    bool says(const QString& words) const
    {
        for (const QLabel* label : m_room->findChildren<QLabel*>())
            if (label->isVisibleTo(m_room.get()) && plain(label->text()).contains(words))
                return true;
        return false;
    }
    static QString plain(QString text) { return text.remove(QRegularExpression(u"<[^>]*>"_s)); }
    QStringList accessibleRows(const char* list) const
    {
        QStringList rows;
        const QAbstractItemModel* model = find<QListView>(list)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            rows += model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return rows;
    }
    void tellShadow(int differences)
    {
        ShadowOnScreen shadow;
        shadow.running = true;
        shadow.document = live;
        shadow.by = {"ines"};
        shadow.since = test::testNow() - std::chrono::hours(1);
        shadow.decisions = differences * 40;
        shadow.differing = differences;
        for (int i = 0; i < differences; ++i) {
            const std::string id = std::to_string(4800 + i);
            shadow.latest.push_back({{id},
                                     "Visitor " + id,
                                     test::testNow() - std::chrono::minutes(9 - i),
                                     "Policy 2 Everything else: the AI, P3",
                                     "Policy 1 Enterprise pricing: Enterprise East, P2"});
        }
        ChangeSet changes;
        changes.shadow = shadow;
        Q_EMIT m_page->port.changed(changes);
    }

    std::unique_ptr<test::PageFixture> m_page;
    std::unique_ptr<Studio> m_studio;
    std::unique_ptr<BacktestRoom> m_room;
};

SIGNALBOX_UI_TEST(BacktestRoomTest)

}

#include "tst_backtest_room.moc"
