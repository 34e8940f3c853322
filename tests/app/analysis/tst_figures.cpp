#include "app/analysis/analysis_host.h"
#include "model/storage/figures_store.h"
#include "tests/support/event_loop.h"
#include "tests/support/figures_history.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using test::FiguresHistory;

// The window's questions about a small real workspace, answered by the host on its own thread.
class AskedFigures : public ::testing::Test {
protected:
    AskedFigures()
    {
        history.publish(-60, 1);
        history.agent("mira", "Mira", Role::Lead);
        for (int i = 1; i <= 8; ++i)
            converse(i);
        history.opens("100", 30, Channel::Website, "simulated", Origin::Practice);
        QObject::connect(&host, &AnalysisPort::figuresMade, &host, [this](quint64 ticket, const FigureReport& report) {
            answered = ticket;
            made = report;
        });
        QObject::connect(&host, &AnalysisPort::conversationsListed, &host, [this](quint64 ticket, const auto& rows) {
            answered = ticket;
            listed = rows;
        });
        QObject::connect(&host, &AnalysisPort::failed, &host, [this](quint64 ticket, const QString& why) {
            answered = ticket;
            trouble = why.toStdString();
        });
    }

    void converse(int i)
    {
        const std::string id = std::to_string(i);
        history.opens(id, i, i % 2 == 0 ? Channel::WhatsApp : Channel::Website);
        history.decided(id, i, i % 2);
        history.goesTo(id, i, "sales");
        history.writes(id, i + 5, Author::Agent, "leila");
        history.labels(id, 90, 0, "", Verdict::True, "mira", i % 3 == 0 ? "P2" : i % 2 == 0 ? "P1" : "P2");
        alerts.push_back(history.alerts(id, i + 1, "hot", "leila"));
        history.labels(id, 91, alerts.back(), "hot", i % 4 == 0 ? Verdict::False : Verdict::True, "mira");
    }
    void await(quint64 ticket)
    {
        ASSERT_TRUE(test::waitFor([&] { return answered == ticket; })) << trouble;
    }
    // Computed beside the host, with a connection of its own.
    FigureReport expected(const FigureQuestion& question, const std::vector<Dimension>& by)
    {
        auto database = Database::open(workspace.file, Database::Access::ReadOnly);
        EXPECT_OK(database);
        FiguresStore store(*database);
        const auto rows = store.rows();
        EXPECT_OK(rows);
        FigureReport report = reportOf(**rows, question, by);
        report.upTo = store.upTo();
        return report;
    }
    void expectsTheSame(const FigureQuestion& question, const std::vector<Dimension>& by)
    {
        await(host.askFigures(question, by));
        const FigureReport own = expected(question, by);
        EXPECT_EQ(reportAsJsonLines(made), reportAsJsonLines(own));
        EXPECT_EQ(made.choices, own.choices);
    }

    int count = 0;
    QCoreApplication application{count, nullptr};
    WorkspaceFile workspace;
    FiguresHistory history{workspace.writer};
    std::vector<std::int64_t> alerts;
    AnalysisHost host{workspace.file, [] { return FiguresHistory::at(FiguresHistory::day); }};
    quint64 answered = 0;
    FigureReport made;
    std::vector<ReviewedConversation> listed;
    std::string trouble;
};

TEST_F(AskedFigures, areThoseOfTheReportAndAgainAfterMoreHasHappened)
{
    FigureQuestion question;
    question.now = FiguresHistory::at(FiguresHistory::day);
    expectsTheSame(question, {Dimension::Channel, Dimension::Week});
    EXPECT_EQ(made.accuracy.whole.judged, 8);
    const std::int64_t before = made.upTo;
    for (int i = 9; i <= 12; ++i)
        converse(i);
    history.corrected("1", 95, 0, "mira");
    expectsTheSame(question, {Dimension::Channel, Dimension::Week});
    EXPECT_EQ(made.accuracy.whole.judged, 12);
    EXPECT_GT(made.upTo, before);
    question.channel = Channel::WhatsApp;
    question.changedBy = 1;
    expectsTheSame(question, {Dimension::Agent});
    EXPECT_EQ(made.accuracy.whole.judged, 6);
}

TEST_F(AskedFigures, sayWhatTheyCanBeFilteredBy)
{
    FigureQuestion question;
    question.now = FiguresHistory::at(FiguresHistory::day);
    await(host.askFigures(question, {}));
    const auto ids = [&](Dimension dimension) {
        std::vector<std::string> all;
        for (const FigureChoice& choice : made.choices.at(dimension))
            all.push_back(choice.id);
        return all;
    };
    EXPECT_EQ(ids(Dimension::Channel), (std::vector<std::string>{"website", "whatsapp"}));
    EXPECT_EQ(ids(Dimension::Tier), (std::vector<std::string>{"P1", "P2"}));
    EXPECT_EQ(ids(Dimension::Queue), (std::vector<std::string>{"sales"}));
    EXPECT_EQ(ids(Dimension::Agent), (std::vector<std::string>{"leila"}));
    EXPECT_EQ(ids(Dimension::Version), (std::vector<std::string>{"1"}));
}

TEST_F(AskedFigures, openTheConversationsBehindThem)
{
    await(host.askConversations({3, 999, 1}, RowsOf::Conversations));
    ASSERT_EQ(listed.size(), 2u) << "what is not there is left out";
    EXPECT_EQ(listed[0].id.value, "3");
    EXPECT_EQ(listed[1].id.value, "1");
    EXPECT_EQ(listed[0].said, "Hello");
    await(host.askConversations({alerts[4], alerts[1]}, RowsOf::Alerts));
    ASSERT_EQ(listed.size(), 2u);
    EXPECT_EQ(listed[0].id.value, "5");
    EXPECT_EQ(listed[1].id.value, "2");
    await(host.askConversations(std::vector<std::int64_t>(mostListed + 100, 1), RowsOf::Conversations));
    EXPECT_EQ(listed.size(), mostListed);
}

TEST_F(AskedFigures, cellsOfTheConfusionMatrixKnowTheirConversations)
{
    FigureQuestion question;
    question.now = FiguresHistory::at(FiguresHistory::day);
    await(host.askFigures(question, {}));
    const PriorityAccuracy& accuracy = made.accuracy.whole;
    EXPECT_EQ(accuracy.cells[0][0], (std::vector<std::int64_t>{2, 4, 8}));
    EXPECT_EQ(accuracy.cells[0][1], (std::vector<std::int64_t>{6}));
    EXPECT_EQ(accuracy.cells[1][1], (std::vector<std::int64_t>{1, 3, 5, 7}));
}

TEST(AskedFiguresOfNothing, sayWhyTheyCannotBeRead)
{
    int count = 0;
    QCoreApplication application{count, nullptr};
    AnalysisHost host("/nowhere/w.signalbox", [] { return Instant{}; });
    std::string trouble;
    QObject::connect(&host, &AnalysisPort::failed, &host,
                     [&](quint64, const QString& why) { trouble = why.toStdString(); });
    (void)host.askFigures({}, {});
    ASSERT_TRUE(test::waitFor([&] { return !trouble.empty(); }));
    EXPECT_THAT(trouble, testing::HasSubstr("workspace"));
}

}
}
