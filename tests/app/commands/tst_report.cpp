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
using testing::HasSubstr;
using testing::Not;

// A week of conversations with a trigger whose name would do harm, in a real file, read by the real program.
class ReportCommand : public ::testing::Test {
protected:
    struct Ended {
        int status = -1;
        std::string out;
        std::string error;
    };

    ReportCommand()
    {
        history.publish(-60, 1);
        history.agent("mira", "Mira", Role::Lead);
        history.agent("leila", "Leila <Haddad>", Role::Agent);
        for (int i = 1; i <= 24; ++i)
            converse(std::to_string(i), i);
        history.opens("100", 30, Channel::Website, "simulated", Origin::Practice);
    }
    void converse(const std::string& id, int i)
    {
        history.opens(id, i, i % 3 == 0 ? Channel::WhatsApp : Channel::Website);
        history.decided(id, i, i % 2);
        history.goesTo(id, i, "sales");
        history.writes(id, i + 5, Author::Agent, "leila");
        history.labels(id, 90, 0, "", Verdict::True, "mira", i % 4 == 0 ? "P2" : i % 2 == 0 ? "P1" : "P2");
        const HeldBack heldBack = i == 24 ? HeldBack::Budget : HeldBack::No;
        const std::int64_t alert = history.alerts(id, i + 1, "=<script>\x1B[2J", "leila", heldBack);
        history.labels(id, 91, alert, "=<script>\x1B[2J", i % 5 == 0 ? Verdict::False : Verdict::True, "mira");
        history.closes(id, 100, i % 2 == 0 ? "converted" : "resolved");
    }
    Ended report(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SIGNALBOX_PROGRAM),
                      QStringList{u"report"_s, u"--workspace"_s, QString::fromStdString(workspace.file.string())}
                          + arguments);
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput().toStdString(),
                process.readAllStandardError().toStdString()};
    }
    static std::vector<json> linesIn(const std::string& text)
    {
        std::vector<json> lines;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);)
            lines.push_back(json::parse(line));
        return lines;
    }
    static json lineWith(const std::vector<json>& lines, const std::string& measure, const std::string& part = {})
    {
        for (const json& line : lines)
            if (line.value("measure", "") == measure && line.value("part", "") == part)
                return line;
        return {};
    }

    WorkspaceFile workspace;
    FiguresHistory history{workspace.writer};
};

TEST_F(ReportCommand, printsTheFourFiguresWithWhatTheyMean)
{
    const Ended ended = report({u"--week"_s, u"2026-W23"_s, u"--by"_s, u"channel,agent"_s});
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_THAT(ended.out, HasSubstr("Figures of week 2026-W23, 1 June 2026 to 7 June 2026"));
    EXPECT_THAT(ended.out, HasSubstr("K1  Priority classification accuracy"));
    EXPECT_THAT(ended.out, HasSubstr("= 75.0 %"));
    EXPECT_THAT(ended.out, HasSubstr("= 5 min"));
    EXPECT_THAT(ended.out, HasSubstr("= 82.6 %"));
    EXPECT_THAT(ended.out, HasSubstr("whatsapp"));
    EXPECT_THAT(ended.out, HasSubstr("Leila <Haddad>"));
    EXPECT_THAT(ended.out, Not(HasSubstr("\x1B"))) << "nothing moves the cursor";
}

TEST_F(ReportCommand, printsTheSameFiguresAsJsonWithTheRowsBehindThem)
{
    const auto lines = linesIn(report({u"--format"_s, u"json"_s, u"--by"_s, u"channel"_s}).out);
    EXPECT_EQ(lines.front()["kind"], "report");
    const json accuracy = lineWith(lines, "accuracy");
    EXPECT_EQ(accuracy["n"], 24);
    EXPECT_EQ(accuracy["value"], 0.75);
    EXPECT_EQ(accuracy["rows"].size(), 24u);
    EXPECT_EQ(lineWith(lines, "median")["value"], 300);
    const json precision = lineWith(lines, "precision");
    EXPECT_EQ(precision["n"], 23);
    EXPECT_EQ(precision["value"], 19.0 / 23);
    EXPECT_EQ(lineWith(lines, "precision", "whatsapp")["n"], 7);
    EXPECT_EQ(lineWith(lines, "kappa", "website")["unit"], "kappa");
    EXPECT_EQ(linesIn(report({u"--json"_s}).out).size(), linesIn(report({u"--format"_s, u"json"_s}).out).size());
    const json trigger = lines.back();
    EXPECT_EQ(trigger["kind"], "trigger");
    EXPECT_EQ(trigger["fired"], 24);
    EXPECT_EQ(trigger["held_back"]["budget"], 1);
}

TEST_F(ReportCommand, printsCsvThatASpreadsheetTakesForText)
{
    const Ended ended = report({u"--format"_s, u"csv"_s, u"--by"_s, u"week"_s});
    EXPECT_THAT(ended.out,
                testing::StartsWith("figure,measure,origin,by,part,unit,value,low,high,n,not_judged_share,why\r\n"));
    EXPECT_THAT(ended.out, HasSubstr("K1,accuracy,live,,,share,0.75,"));
    EXPECT_THAT(ended.out, HasSubstr("K2,median,live,week,2026-W23,seconds,300,"));
}

TEST_F(ReportCommand, printsOnePageThatStandsAlone)
{
    const Ended ended = report({u"--format"_s, u"html"_s, u"--by"_s, u"channel,agent"_s});
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_THAT(ended.out, testing::StartsWith("<!DOCTYPE html>"));
    EXPECT_THAT(ended.out, HasSubstr("--accent:#"));
    EXPECT_THAT(ended.out, HasSubstr("<svg"));
    EXPECT_THAT(ended.out, HasSubstr("Leila &lt;Haddad&gt;"));
    EXPECT_THAT(ended.out, HasSubstr("=&lt;script&gt;"));
    for (const char* harm : {"<script", "http:", "https:", "\x1B", "src=", "url("})
        EXPECT_THAT(ended.out, Not(HasSubstr(harm))) << "of its own text or a customer's";
}

TEST_F(ReportCommand, labelsWhatIsNotLiveAndNeverMixesIt)
{
    const auto practice = report({u"--origin"_s, u"practice"_s, u"--format"_s, u"html"_s});
    EXPECT_THAT(practice.out, HasSubstr("simulated visitors, not customers"));
    EXPECT_THAT(practice.out, HasSubstr("No conversation left the AI with a tier."));
    EXPECT_THAT(report({u"--origin"_s, u"imported"_s}).out, HasSubstr("Imported history"));
    EXPECT_THAT(report({}).out, Not(HasSubstr("simulated")));
}

TEST_F(ReportCommand, saysWhatIsWrongInOneLine)
{
    const std::vector<std::pair<QStringList, std::string>> wrong{
        {{u"--week"_s, u"2026-W60"_s}, "--week wants a week"},
        {{u"--week"_s, u"2026-W23"_s, u"--since"_s, u"2026-06-01"_s}, "either --week or --since"},
        {{u"--since"_s, u"yesterday"_s}, "--since wants a day"},
        {{u"--until"_s, u"soon"_s}, "--until wants a day"},
        {{u"--since"_s, u"2026-06-02"_s, u"--until"_s, u"2026-06-02"_s}, "--until wants a later time"},
        {{u"--origin"_s, u"all"_s}, "--origin wants live, practice or imported"},
        {{u"--by"_s, u"weather"_s}, "not \"weather\""},
        {{u"--by"_s, u"trigger"_s}, "not \"trigger\""},
        {{u"--format"_s, u"pdf"_s}, "--format wants text, csv, json or html"},
        {{u"--version-changed"_s, u"0"_s}, "--version-changed wants the number"},
        {{u"--top-deal"_s, u"-5"_s}, "--top-deal wants an amount"},
        {{u"what"_s}, "\"what\" is not an option"},
        {{u"--workspace"_s, u"/nowhere/w.signalbox"_s}, "folder of the workspace does not exist"}};
    for (const auto& [arguments, words] : wrong) {
        const Ended ended = report(arguments);
        EXPECT_EQ(ended.status, 2) << words;
        EXPECT_THAT(ended.error, HasSubstr(words));
        EXPECT_EQ(std::ranges::count(ended.error, '\n'), 1) << ended.error;
        EXPECT_EQ(ended.out, "");
    }
}

}
}
