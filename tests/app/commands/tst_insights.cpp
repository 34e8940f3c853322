#include "tests/support/figures_history.h"

#include <QProcess>

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

#include <sstream>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;
using nlohmann::json;
using test::FiguresHistory;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A week of conversations in a real file, read by the real program.
class InsightsCommand : public ::testing::Test {
protected:
    struct Ended {
        int status = -1;
        std::string out;
        std::string error;
    };

    InsightsCommand()
    {
        history.publish(-60, 1);
        history.agent("leila", "Leila <Haddad>", Role::Agent);
        history.agent("mira", "Mira", Role::Lead);
        for (int i = 1; i <= 24; ++i)
            converse(std::to_string(i), i);
        history.opens("100", 30, Channel::Website, "simulated", Origin::Practice);
    }
    // Each fourth stays with the AI; of the others each third is abandoned.
    void converse(const std::string& id, int i)
    {
        history.opens(id, i, i % 3 == 0 ? Channel::WhatsApp : Channel::Website);
        Decision decision;
        decision.conversation = {id};
        decision.at = FiguresHistory::at(i);
        decision.rulebookVersion = 1;
        decision.tier = {"P1"};
        decision.snapshot["page.path"] = Value(i % 2 == 0 ? "=/pricing\x1B[2J" : "/docs");
        history.happens(i, DecisionMade{decision});
        if (i % 4 != 0) {
            history.goesTo(id, i + 1, "sales");
            if (i % 3 != 0)
                history.writes(id, i + 6, Author::Agent, i % 2 == 0 ? "leila" : "mira");
        }
        history.closes(id, 100, "resolved");
    }
    Ended insights(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SIGNALBOX_PROGRAM),
                      QStringList{u"insights"_s, u"--workspace"_s, QString::fromStdString(workspace.file.string())}
                          + arguments);
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput().toStdString(),
                process.readAllStandardError().toStdString()};
    }
    std::vector<json> linesOf(const QStringList& arguments)
    {
        std::vector<json> lines;
        std::istringstream stream(insights(arguments).out);
        for (std::string line; std::getline(stream, line);)
            lines.push_back(json::parse(line));
        return lines;
    }
    static json valueIn(const std::vector<json>& lines, const std::string& name, const std::string& column = {})
    {
        for (const json& line : lines)
            if (line["kind"] == "value" && line.value("name", "") == name && line.value("column_name", "") == column)
                return line;
        return {};
    }

    WorkspaceFile workspace;
    FiguresHistory history{workspace.writer};
};

TEST_F(InsightsCommand, printsAllMeasuresWithWhatTheyMean)
{
    const Ended ended = insights({u"--week"_s, u"2026-W23"_s, u"--by"_s, u"agent"_s});
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_THAT(ended.out, HasSubstr("The floor, week 2026-W23, 1 June 2026 to 7 June 2026, by agent"));
    EXPECT_THAT(ended.out, HasSubstr("Leila <Haddad>"));
    EXPECT_THAT(ended.out, HasSubstr("5 min")) << "everybody who was answered waited so long";
    EXPECT_THAT(ended.out, HasSubstr("Fairness over 2 who answered (Jain's index; 1 is even)"));
    EXPECT_THAT(ended.out, HasSubstr("Abandoned: Of the conversations owed to a person, the share"));
}

TEST_F(InsightsCommand, printsOneMeasureWithItsIntervalAndTheRowsBehindIt)
{
    const auto lines = linesOf({u"--by"_s, u"channel"_s, u"--measure"_s, u"abandoned"_s, u"--format"_s, u"json"_s});
    EXPECT_EQ(lines.front()["kind"], "insights");
    const json all = valueIn(lines, "");
    EXPECT_EQ(all["n"], 18);
    EXPECT_EQ(all["value"], 6.0 / 18);
    EXPECT_LT(all["low"], all["value"]);
    EXPECT_THAT(all["rows"].get<std::vector<int>>(), ElementsAre(3, 6, 9, 15, 18, 21));
    EXPECT_EQ(valueIn(lines, "whatsapp")["value"], 1.0);
    EXPECT_EQ(valueIn(lines, "website")["value"], 0.0);
    EXPECT_EQ(lines.back()["agents"], 2);
}

TEST_F(InsightsCommand, crossesTwoDimensionsAndReadsAttributes)
{
    const auto lines = linesOf({u"--by"_s, u"page.path"_s, u"--and"_s, u"channel"_s, u"--json"_s});
    EXPECT_EQ(valueIn(lines, "/docs")["value"], 12);
    EXPECT_EQ(valueIn(lines, "/docs", "whatsapp")["value"], 4);
    EXPECT_EQ(valueIn(lines, "", "whatsapp")["value"], 8);
    const Ended text = insights({u"--by"_s, u"page.path"_s, u"--and"_s, u"channel"_s});
    EXPECT_THAT(text.out, HasSubstr("page.path \\ channel"));
    EXPECT_THAT(text.out, Not(HasSubstr("\x1B"))) << "nothing moves the cursor";
}

TEST_F(InsightsCommand, printsCsvThatASpreadsheetTakesForText)
{
    const Ended ended = insights({u"--by"_s, u"page.path"_s, u"--measure"_s, u"waiting"_s, u"--format"_s, u"csv"_s});
    EXPECT_THAT(ended.out, testing::StartsWith("measure,origin,by,part,across,column,unit,value,low,high,n,why\r\n"));
    EXPECT_THAT(ended.out, HasSubstr("waiting,live,page.path,/docs,,,seconds,300,"));
    EXPECT_THAT(ended.out, HasSubstr(",'=/pricing"));
}

TEST_F(InsightsCommand, keepsPracticeApartAndSaysWhenThereIsNothing)
{
    const Ended practice = insights({u"--origin"_s, u"practice"_s, u"--by"_s, u"hour"_s});
    EXPECT_THAT(practice.out, HasSubstr("Practice: simulated visitors"));
    EXPECT_THAT(practice.out, HasSubstr("08:00"));
    EXPECT_THAT(insights({u"--since"_s, u"2030-01-01"_s}).out, HasSubstr("No conversation was opened in this period."));
}

TEST_F(InsightsCommand, saysWhatIsWrongWithTheQuestion)
{
    const auto error = [&](const QStringList& arguments) {
        const Ended ended = insights(arguments);
        EXPECT_EQ(ended.status, 2);
        return ended.error;
    };
    EXPECT_THAT(error({u"--measure"_s, u"luck"_s}), HasSubstr("--measure knows conversations, share"));
    EXPECT_THAT(error({u"--by"_s, u"nobody.knows"_s}), HasSubstr("No decision saw an attribute \"nobody.knows\""));
    EXPECT_THAT(error({u"--zone"_s, u"Europe/Atlantis"_s}), HasSubstr("There is no time zone"));
    EXPECT_THAT(error({u"--week"_s, u"2026-W99"_s}), HasSubstr("--week wants a week"));
    EXPECT_THAT(error({u"--format"_s, u"html"_s}), HasSubstr("--format wants text, csv or json."));
    EXPECT_THAT(error({u"channel"_s}), HasSubstr("is not an option"));
}

}
}
