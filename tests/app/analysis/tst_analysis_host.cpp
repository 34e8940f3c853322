#include "app/analysis/analysis_host.h"

#include "tests/app/router/router_floor.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

namespace signalbox {
namespace {

const std::string toSales
    = R"({"id":"all","when":{"all":[]},"actions":[{"type":"transfer_to_queue","queue":"sales"}]})";
const std::string toSupport
    = R"({"id":"all","when":{"all":[]},"actions":[{"type":"transfer_to_queue","queue":"support"}]})";

class AnalysisHostOnThreads : public test::RouterFloor {
protected:
    void SetUp() override
    {
        publish(test::rulebookWith(toSales));
        for (const char* const visitor : {"a", "b", "c"})
            ASSERT_TRUE(writes(visitor, "Hello"));
    }
    template <class Condition>
    bool waitFor(Condition&& condition)
    {
        const QDeadlineTimer deadline(20'000);
        while (!condition() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        return condition();
    }
    Period everything() const { return {Instant{}, clock.now() + std::chrono::days(1), true, true, true}; }

    int m_count = 1;
    char m_name[6] = "tests";
    char* m_arguments[2] = {m_name, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
    AnalysisHost host{folder / "test.signalbox", [this] { return clock.now(); }};
};

TEST_F(AnalysisHostOnThreads, answersEveryKindOfQuestionOnTheWindowsThread)
{
    std::vector<std::string> answered;
    const auto note = [&](const char* what) {
        EXPECT_EQ(QThread::currentThread(), m_application.thread());
        answered.push_back(what);
    };
    QObject::connect(&host, &AnalysisPort::trafficCounted, &host, [&](quint64, const Traffic& traffic) {
        EXPECT_EQ(traffic.conversations, 3);
        note("traffic");
    });
    QObject::connect(&host, &AnalysisPort::samplesFound, &host, [&](quint64, const auto& samples) {
        EXPECT_EQ(samples.size(), 3u);
        note("samples");
    });
    QObject::connect(&host, &AnalysisPort::valuesSeen, &host, [&](quint64, const SeenValues&) { note("values"); });
    QObject::connect(&host, &AnalysisPort::passRatesCounted, &host, [&](quint64, const auto& shares, qint64) {
        note(shares == std::vector{1.0} ? "rates" : "wrong");
    });
    QObject::connect(&host, &AnalysisPort::backtested, &host, [&](quint64, const BacktestReport& report) {
        EXPECT_EQ(report.moved, 3);
        note("backtest");
    });
    QObject::connect(&host, &AnalysisPort::pastConversationRead, &host,
                     [&](quint64, const PastConversation&) { note("past"); });
    QObject::connect(&host, &AnalysisPort::decidedTwice, &host, [&](quint64, const auto&) { note("twice"); });
    QObject::connect(&host, &AnalysisPort::floorCounted, &host, [&](quint64, const FloorCounts& counts) {
        EXPECT_EQ(counts.whole.conversations, 3);
        EXPECT_FALSE(counts.attributes.empty());
        note("floor");
    });
    QObject::connect(&host, &AnalysisPort::versionsListed, &host, [&](quint64, const auto& versions) {
        EXPECT_EQ(versions.at(0).decisions, 3);
        note("versions");
    });
    QObject::connect(&host, &AnalysisPort::versionRead, &host, [&](quint64, const QString& document) {
        EXPECT_EQ(document.toStdString(), test::rulebookWith(toSales));
        note("version");
    });
    QObject::connect(&host, &AnalysisPort::openIntervalsResolved, &host,
                     [&](quint64, const OpenIntervals&) { note("open"); });
    QObject::connect(&host, &AnalysisPort::scheduleNotesMade, &host, [&](quint64, const auto&) { note("notes"); });
    QObject::connect(&host, &AnalysisPort::checked, &host, [&](quint64, bool complete) {
        EXPECT_TRUE(complete);
        note("checked");
    });
    QObject::connect(&host, &AnalysisPort::failed, &host,
                     [&](quint64, const QString& why) { ADD_FAILURE() << why.toStdString(); });
    const std::string draft = test::rulebookWith(toSupport);
    host.askTraffic(everything());
    host.askSamples({}, {}, 10);
    host.askSeenValues("conversation.messages", everything());
    host.askPassRates({{Comparison{"message.text", Operator::Eq, Value("Hello")}}}, everything());
    host.askBacktest(draft, everything());
    host.askPastConversation({"1"});
    host.askDecidedTwice(draft, {"1"});
    host.askFloor({.of = {.now = clock.now()}});
    host.askVersions();
    host.askVersion(1);
    host.askOpenIntervals(draft);
    host.askScheduleNotes(draft);
    host.askCheck(draft);
    host.askDifference(test::rulebookWith(toSales), draft);
    EXPECT_TRUE(waitFor([&] { return answered.size() == 14; })) << answered.size();
}

TEST_F(AnalysisHostOnThreads, whatCannotBeAnsweredIsSaidInWords)
{
    std::vector<quint64> failed;
    QObject::connect(&host, &AnalysisPort::failed, &host, [&](quint64 ticket, const QString& why) {
        EXPECT_FALSE(why.isEmpty());
        failed.push_back(ticket);
    });
    const quint64 faulty = host.askBacktest(R"({"rulebook":2})", everything());
    const quint64 nobody = host.askPastConversation({"4711"});
    const quint64 never = host.askVersion(12);
    EXPECT_TRUE(waitFor([&] { return failed.size() == 3; }));
    EXPECT_EQ(std::set(failed.begin(), failed.end()), (std::set{faulty, nobody, never}));
}

TEST_F(AnalysisHostOnThreads, aQuestionThatWasCalledOffIsNotAnswered)
{
    int answers = 0;
    quint64 answered = 0;
    QObject::connect(&host, &AnalysisPort::backtested, &host, [&](quint64 ticket, const BacktestReport&) {
        ++answers;
        answered = ticket;
    });
    const quint64 first = host.askBacktest(test::rulebookWith(toSupport), everything());
    host.cancel(first);
    host.cancel(4711);
    const quint64 second = host.askBacktest(test::rulebookWith(toSupport), everything());
    EXPECT_TRUE(waitFor([&] { return answers > 0; }));
    EXPECT_EQ(answered, second);
    EXPECT_EQ(answers, 1);
}

TEST_F(AnalysisHostOnThreads, goesAwayWithQuestionsOnTheWay)
{
    {
        AnalysisHost brief(folder / "test.signalbox", [this] { return clock.now(); });
        for (int i = 0; i < 20; ++i) {
            brief.askBacktest(test::rulebookWith(toSupport), everything());
            brief.askCheck(test::rulebookWith(toSales));
            brief.askTraffic(everything());
        }
    }
    QCoreApplication::processEvents();
    SUCCEED();
}

}
}
