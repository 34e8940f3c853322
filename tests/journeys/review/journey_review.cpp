// A lead's weekly review: the first alert is acknowledged and labelled, a week comes, its alerts and what raised none are
// labelled, the threshold is tuned and published, and after the next week the review says whether the forecast was right.
// Each step goes on where the one before ended.
#include "app/console/sample_workspace.h"
#include "model/figures/alert_precision.h"
#include "model/storage/alert_store.h"
#include "model/storage/figures_store.h"
#include "tests/journeys/review/visitors.h"
#include "tests/journeys/support/console_hand.h"
#include "tests/journeys/support/desk.h"
#include "ui/review/review_items_model.h"

#include <QApplication>
#include <QListView>
#include <QSlider>
#include <QtTest>

#include <algorithm>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* rules = R"({"rulebook": 1,
  "tiers": [{"id": "P1", "name": "Act now", "when": {"attr": "custom.score", "op": "ge", "value": 90}},
            {"id": "P2", "name": "Soon", "when": {"all": []}}],
  "queues": [{"id": "everyone", "name": "Everyone"}],
  "policies": [{"id": "all", "name": "All", "when": {"all": []},
                "actions": [{"type": "transfer_to_queue", "queue": "everyone"}]}],
  "alerts": [{"id": "hot", "name": "Hot lead waits", "when": {"attr": "custom.score", "op": "ge", "value": 50}}]})";

Agent person(const char* id, const char* name, Role role)
{
    Agent agent;
    agent.id.value = id;
    agent.name = name;
    agent.role = role;
    agent.team = "Sales";
    return agent;
}

std::vector<Command> workspace()
{
    auto commands = emptyCommands("Six Trades");
    if (!commands)
        throw Slip(QString::fromStdString(commands.error().message));
    commands->front() = {0, PublishRulebook{rules, "The first rulebook", {}}};
    commands->push_back({0, SaveAgent{person("mark", "Mark Ashdown", Role::Lead), {}}});
    commands->push_back({0, SaveAgent{person("ursula", "Ursula Berg", Role::Supervisor), {}}});
    return std::move(*commands);
}

}

class ReviewJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_desk.reset(); }

    void theFirstAlertIsAcknowledgedAndLabelled() { go(&ReviewJourney::firstAlert); }
    void theWeekIsLabelledByKeys() { go(&ReviewJourney::labelWeek); }
    void itIsSaidWhatWasRightAndWhatWasMissed() { go(&ReviewJourney::readFigures); }
    void theThresholdIsTunedForAnAim() { go(&ReviewJourney::tune); }
    void theDraftGoesToWhoeverPublishes() { go(&ReviewJourney::publish); }
    void alertsFollowTheNewThreshold() { go(&ReviewJourney::comeAgain); }
    void afterAWeekTheForecastIsChecked() { go(&ReviewJourney::checkForecast); }

private:
    void go(void (ReviewJourney::*step)());
    void keepPicture(const QString& name) const;
    void come(const Comer& comer);
    void labelAll();
    std::vector<Alert> alertsOf(const QString& visitor) const;
    AlertPrecision figure(Instant since, Instant until) const;

    void firstAlert();
    void labelWeek();
    void readFigures();
    void tune();
    void publish();
    void comeAgain();
    void checkForecast();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ConsoleHand> m_lead;
    std::map<QString, ConversationId> m_conversations;
    int m_comers = 0;
    bool m_stuck = false;   // a step failed: those after it have no ground
};

void ReviewJourney::initTestCase()
{
    try {
        m_desk = std::make_unique<Desk>(workspace(), 1, std::chrono::weeks{3});
        m_lead = std::make_unique<ConsoleHand>();
    } catch (const Slip& slip) {
        QFAIL(slip.what());
    }
}

void ReviewJourney::init()
{
    if (m_stuck)
        QSKIP("A step before this one failed.");
}

void ReviewJourney::keepPicture(const QString& name) const
{
    if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty())
        m_desk->window().grab().save(u"%1/review-%2.png"_s.arg(folder, name));
}

void ReviewJourney::go(void (ReviewJourney::*step)())
{
    m_stuck = true;
    try {
        (this->*step)();
    } catch (const Slip& slip) {
        keepPicture(u"stuck"_s);
        QFAIL(slip.what());
    }
    m_stuck = QTest::currentTestFailed();
}

// A visitor every few minutes; conversations are numbered in the order in which they begin.
void ReviewJourney::come(const Comer& comer)
{
    m_desk->pass(std::chrono::minutes{4});
    m_desk->visitorWrites(comer.name, Channel::Website, knownOf(comer), saidBy(comer));
    m_conversations[comer.name] = {std::to_string(++m_comers)};
}

std::vector<Alert> ReviewJourney::alertsOf(const QString& visitor) const
{
    auto database = Database::open(m_desk->workspace(), Database::Access::ReadOnly);
    return AlertStore(database.value()).of(m_conversations.at(visitor)).value();
}

AlertPrecision ReviewJourney::figure(Instant since, Instant until) const
{
    auto database = Database::open(m_desk->workspace(), Database::Access::ReadOnly);
    FiguresStore store(database.value());
    FigureQuestion question;
    question.now = m_desk->now();
    question.since = since;
    question.until = until;
    question.trigger = "hot";
    return alertPrecision(*store.rows().value(), question, {}).whole;
}

void ReviewJourney::firstAlert()
{
    m_lead->sitDownAs(u"Mark Ashdown"_s);
    const Comer first = firstWeek().front();
    come(first);
    m_lead->until([this] { return m_lead->see<QWidget>(u"bell"_s)->accessibleName() == u"Alerts, 1 for you"_s; }, u"an alert at the bell"_s);
    m_lead->pressKeyOf(u"showAlerts"_s);
    auto* const list = m_lead->see<QListView>(u"alertsList"_s);
    m_lead->until([&] { return list->model()->rowCount() == 1 && list->currentIndex().isValid() && list->hasFocus(); },
                  u"the first alert"_s);
    m_lead->press(Qt::Key_A);
    m_lead->until([&] { return alertsOf(first.name).front().acknowledgedAt.has_value(); }, u"its acknowledgement"_s);
    m_lead->press(Qt::Key_T);
    m_lead->until([&] { return list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"true"_s, Qt::CaseInsensitive); },
                  u"its label"_s);
    keepPicture(u"first-alert"_s);
    m_lead->press(Qt::Key_Escape);
    m_lead->until([this] { return !m_lead->sees(u"alertCentre"_s); }, u"the alerts closed"_s);
}

// Goes through the list as the card asks, by what the visitor wrote.
void ReviewJourney::labelAll()
{
    auto* const list = m_lead->see<QListView>(u"reviewItems"_s);
    m_lead->until([&] { return list->model()->rowCount() > 0 && list->currentIndex().isValid(); }, u"what is to be labelled"_s);
    m_lead->click(*list->viewport(), list->visualRect(list->currentIndex()).center());
    const auto isLabelled = [list](int row) {
        return list->model()->index(row, 0).data(ReviewItemsModel::VerdictRole).isValid();
    };
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        if (isLabelled(row))
            continue;
        m_lead->until(
            [&] {
                if (list->currentIndex().row() != row)
                    m_lead->press(list->currentIndex().row() < row ? Qt::Key_J : Qt::Key_K);
                return list->currentIndex().row() == row;
            },
            u"the next one to label"_s);
        m_lead->press(m_lead->words(u"reviewSaid"_s).contains(u"sign this week"_s) ? Qt::Key_T : Qt::Key_F);
        m_lead->until([&] { return isLabelled(row); }, u"the label"_s);
    }
}

void ReviewJourney::labelWeek()
{
    const std::vector<Comer> comers = firstWeek();
    for (std::size_t i = 1; i < comers.size(); ++i)
        come(comers[i]);
    m_desk->pass(std::chrono::weeks{1});
    m_lead->pressKeyOf(u"showReview"_s);
    m_lead->until([this] { return m_lead->words(u"reviewLeft"_s) == u"39 alerts still to label"_s; }, u"the week's alerts"_s);
    labelAll();
    QCOMPARE(m_lead->words(u"reviewLeft"_s), u"All alerts labelled"_s);
    keepPicture(u"labelled"_s);
}

void ReviewJourney::readFigures()
{
    const AlertPrecision known = figure(Instant::min(), m_desk->now());
    QCOMPARE(known.truths, 28);
    QCOMPARE(known.judged(), 40);
    QVERIFY(known.recall && known.recall->estimate.recall);
    QCOMPARE(known.recall->silent, 24);
    QCOMPARE(known.recall->worthAnAlert, 2);
    QCOMPARE(known.recall->estimate.recall->value, 28.0 / 30);
    const QString row = m_lead->see<QListView>(u"triggerRows"_s)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.startsWith(u"Hot lead waits, 28 of 40 right, 70"_s), qPrintable(row));
    const QString missed = m_lead->words(u"missedWords"_s);
    QVERIFY2(missed.contains(u"2 were worth one"_s) && missed.contains(u"caught 93"_s), qPrintable(missed));
}

void ReviewJourney::tune()
{
    m_lead->choose(u"thresholdAim"_s, u"90 % right"_s);
    m_lead->click(u"suggestThreshold"_s);
    m_lead->until([this] { return m_lead->words(u"falsesRemoved"_s) == u"10 of 12"_s; }, u"what the suggestion removes"_s);
    QCOMPARE(m_lead->words(u"truthsLost"_s), u"3 of 28"_s);
    QVERIFY(m_lead->words(u"thresholdAdvice"_s).startsWith(u"63 and more: 25 of 27 labelled alerts were right"_s));
    QVERIFY(m_lead->words(u"thresholdAdvice"_s).contains(u"Too few are labelled"_s));
    auto* const slider = m_lead->see<QSlider>(u"thresholdSlider"_s);
    slider->setFocus();
    m_lead->press(Qt::Key_Right);   // one more, to see what it does, and back
    m_lead->until([this] { return m_lead->words(u"falsesRemoved"_s) == u"11 of 12"_s; }, u"one more removed"_s);
    m_lead->press(Qt::Key_Left);
    m_lead->click(u"addProposal"_s);
    keepPicture(u"proposal"_s);
    m_lead->click(u"sendToDraft"_s);
    m_lead->see<QWidget>(u"policiesPage"_s);
}

void ReviewJourney::publish()
{
    QVERIFY(!m_lead->sees(u"publishDraft"_s));   // a lead's draft waits for a supervisor
    m_lead->sitDownAs(u"Ursula Berg"_s);
    m_lead->pressKeyOf(u"showPolicies"_s);
    m_lead->click(u"publishDraft"_s);
    m_lead->write(u"publishNote"_s, u"Fewer false alerts, as the review found"_s);
    keepPicture(u"publish"_s);
    m_lead->click(u"confirmPublish"_s);
    m_lead->expectLive(2);
}

void ReviewJourney::comeAgain()
{
    for (const Comer& comer : secondWeek()) {
        come(comer);
        QCOMPARE(alertsOf(comer.name).size(), std::size_t(comer.score >= 63));
    }
}

void ReviewJourney::checkForecast()
{
    m_lead->sitDownAs(u"Mark Ashdown"_s);
    for (const bool toLabel : {true, false}) {   // the week itself, and the one after it, when seven days are over
        m_desk->pass(std::chrono::weeks{1});
        m_lead->pressKeyOf(u"showReview"_s);
        if (toLabel) {
            m_lead->until([this] { return m_lead->words(u"reviewLeft"_s) == u"24 alerts still to label"_s; }, u"the next week"_s);
            labelAll();
            m_lead->pressKeyOf(u"showLive"_s);
        }
    }
    m_lead->until(
        [this] {
            return m_lead->sees(u"forecastLine"_s) && m_lead->words(u"forecastLine"_s).contains(u"In the seven days since: 24"_s);
        },
        u"what came of the forecast"_s);
    const QString line = m_lead->words(u"forecastLine"_s);
    QVERIFY2(line.contains(u"Hot lead waits on Website, from 50 to 63."_s), qPrintable(line));
    QVERIFY2(line.endsWith(u"As many as forecast, and as many of them right."_s), qPrintable(line));
    keepPicture(u"forecast"_s);
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    signalbox::test::ReviewJourney journey;
    return QTest::qExec(&journey, argc, argv);
}

#include "journey_review.moc"
