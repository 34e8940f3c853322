#include "app/channels/table_cells.h"
#include "app/channels/table_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace signalbox {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Instant at(const char* text) { return *fromIso8601(text); }

class TableParserTest : public testing::Test {
protected:
    ~TableParserTest() override { std::filesystem::remove(m_file); }

    // Everything the table tells; errors stand in `faults`.
    std::vector<TranscriptRecord> read(const std::string& mappingText, const std::string& table)
    {
        const auto mapping = readTableMapping(mappingText);
        if (!mapping)
            throw std::runtime_error(mapping.error().place + ": " + mapping.error().message);
        std::ofstream(m_file, std::ios::binary) << table;
        auto survey = surveyTable(m_file, *mapping);
        if (!survey) {
            faults.push_back(survey.error());
            return {};
        }
        TableParser parser("t.csv", *mapping, std::move(*survey));
        std::istringstream lines(table);
        std::int64_t number = 0;
        for (std::string line; std::getline(lines, line);)
            take(parser.parse(line, ++number));
        take(parser.finish());
        return std::exchange(m_records, {});
    }

    std::vector<Error> faults;

private:
    void take(Result<std::vector<TranscriptRecord>> parsed)
    {
        if (!parsed)
            return faults.push_back(parsed.error());
        for (TranscriptRecord& record : *parsed)
            m_records.push_back(std::move(record));
    }

    std::filesystem::path m_file = std::filesystem::path(testing::TempDir())
        / ("signalbox-table-" + std::to_string(::getpid()) + "-"
           + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::vector<TranscriptRecord> m_records;
};

std::optional<Value> valueOf(const std::vector<ContextChange>& changes, const std::string& attribute)
{
    for (const ContextChange& change : changes)
        if (change.attribute == attribute)
            return change.value;
    return std::nullopt;
}

const std::string parcels = R"({"mapping": 1, "name": "parcels", "separator": ";", "id": "no",
    "opened": {"column": "asked", "format": "%d.%m.%Y %H:%M"},
    "closed": {"column": "over", "format": "iso"},
    "visitor": "{{who}}", "text": "Where is parcel {{no}}, {{kg}} kg?",
    "attributes": {"parcel.kg": {"column": "kg", "type": "number"},
                   "parcel.gift": {"column": "gift", "type": "boolean"},
                   "parcel.tags": {"column": "tags", "type": "set", "between": "+"},
                   "parcel.sent": {"column": "sent", "type": "time", "format": "%d %b %Y"},
                   "parcel.way": {"column": "way", "values": {"A": "air", "S": "sea"}}},
    "outcome": {"column": "end", "values": {"sold": "converted", "lost": "no_answer"}, "value": "euro"},
    "truth": {"truth.tier": {"column": "rank", "values": {"1": "P1", "2": "P2"}}}})";
const std::string parcelsHead = "no;asked;over;who;kg;gift;tags;sent;way;end;euro;rank\n";

TEST_F(TableParserTest, readsEveryTypeAndTheEnding)
{
    const auto records = read(parcels,
                              parcelsHead
                                  + "7;03.02.2025 09:05;2025-02-03T10:00:00Z;\"Ada; Quist\";2.5;yes;red+blue+red;"
                                    "28 Feb 2024;A;sold;42;1\n");
    ASSERT_EQ(records.size(), 1u) << faults.front().message;
    const TranscriptRecord& record = records.front();
    EXPECT_EQ(record.conversation, "7");
    EXPECT_EQ(record.visitorName, "Ada; Quist");
    EXPECT_EQ(record.text, "Where is parcel 7, 2.5 kg?");
    EXPECT_EQ(record.at, at("2025-02-03T09:05:00Z"));
    EXPECT_EQ(valueOf(record.context, "import.file"), Value{std::string("t.csv")});
    EXPECT_EQ(valueOf(record.context, "parcel.kg"), Value{2.5});
    EXPECT_EQ(valueOf(record.context, "parcel.gift"), Value{true});
    EXPECT_EQ(valueOf(record.context, "parcel.tags"), Value(StringSet{"blue", "red"}));
    EXPECT_EQ(valueOf(record.context, "parcel.sent"), Value{at("2024-02-28T00:00:00Z")});
    EXPECT_EQ(valueOf(record.context, "parcel.way"), Value{std::string("air")});
    ASSERT_TRUE(record.ending);
    EXPECT_EQ(record.ending->at, at("2025-02-03T10:00:00Z"));
    EXPECT_EQ(record.ending->outcome, "converted");
    EXPECT_EQ(record.ending->value, 42);
    EXPECT_EQ(valueOf(record.ending->truth, "truth.tier"), Value{std::string("P1")});
    EXPECT_FALSE(valueOf(record.context, "truth.tier")) << "decisions would see it";
}

TEST_F(TableParserTest, leavesOutEmptyCellsAndLeavesOpenWhatHasNoClosingTime)
{
    const auto records = read(parcels, parcelsHead + "7;03.02.2025 09:05;;;;;;;;lost;;\n");
    ASSERT_EQ(records.size(), 1u);
    EXPECT_EQ(records.front().context.size(), 1u) << "import.file alone";
    EXPECT_FALSE(records.front().ending);
}

struct BadRow {
    const char* row;
    const char* place;
    const char* says;
};

TEST_F(TableParserTest, saysWhereARowIsWrongAndGoesOn)
{
    for (const BadRow& bad : {
             BadRow{"7;03.02.2025 09:05", "", "2 fields, the head has 12"},
             BadRow{"7;\"03.02", "", "quote"},
             BadRow{";03.02.2025 09:05;;;;;;;;;;", "", "id in \"no\""},
             BadRow{"7;30.02.2025 09:05;;;;;;;;;;", "t.csv:2 (\"30.02.2025 09:05\")", "\"asked\" holds no time"},
             BadRow{"7;03.02.2025 09:05 h;;;;;;;;;;", "t.csv:2 (\"03.02.2025 09:05 h\")", "%d.%m.%Y %H:%M"},
             BadRow{"7;03.02.2025 09:05;;;heavy;;;;;;;", "t.csv:2 (\"heavy\")", "\"kg\" holds no number"},
             BadRow{"7;03.02.2025 09:05;;;;maybe;;;;;;", "t.csv:2 (\"maybe\")", "none of true"},
             BadRow{"7;03.02.2025 09:05;;;;;;;X;;;", "t.csv:2 (\"X\")", "Add it to \"values\""},
             BadRow{"7;03.02.2025 09:05;2025-02-01T00:00:00Z;;;;;;;;;", "t.csv:2 (\"2025-02-01T00:00:00Z\")",
                    "closed before"},
             BadRow{"7;03.02.2025 09:05;2025-02-04T00:00:00Z;;;;;;;sold;much;", "t.csv:2 (\"much\")", "\"euro\""},
             BadRow{"7;03.02.2025 09:05;2025-02-04T00:00:00Z;;;;;;;sold;1;9", "t.csv:2 (\"9\")", "\"rank\""},
         }) {
        faults.clear();
        const auto records = read(parcels, parcelsHead + bad.row + "\n8;03.02.2025 09:06;;;;;;;;;;\n");
        ASSERT_EQ(faults.size(), 1u) << bad.row;
        EXPECT_EQ(faults.front().place, bad.place) << bad.row;
        EXPECT_THAT(faults.front().message, HasSubstr(bad.says));
        EXPECT_EQ(records.size(), 1u) << bad.row;
    }
}

TEST_F(TableParserTest, saysWhichColumnIsMissingAndWhoNamesIt)
{
    read(parcels, "no;asked;over\n");
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_THAT(faults.front().message, HasSubstr("no column \"end\", which /outcome/column of the mapping names"));
    EXPECT_THAT(faults.front().message, HasSubstr("no, asked, over"));
}

TEST_F(TableParserTest, refusesAnIdThatComesTwice)
{
    const auto records = read(parcels, parcelsHead + "7;03.02.2025 09:05;;;;;;;;;;\n7;03.02.2025 09:06;;;;;;;;;;\n");
    EXPECT_EQ(records.size(), 1u);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_THAT(faults.front().message, HasSubstr("\"rows\": \"many\""));
}

const std::string log = R"({"mapping": 1, "name": "log", "separator": "tab", "rows": "many", "id": "no",
    "opened": {"column": "at", "format": "%Y-%m-%d %H:%M"},
    "closed": {"column": "at", "format": "%Y-%m-%d %H:%M", "when": {"column": "state", "is": ["done", "dropped"]}},
    "text": "Task {{no}}", "attributes": {"task.hands": {"column": "hands", "type": "number"}},
    "outcome": {"column": "state", "values": {"done": "resolved", "dropped": "no_answer"}},
    "truth": {"truth.hands": {"column": "hands", "type": "number"}}})";

TEST_F(TableParserTest, takesTheFirstRowOfAnIdForTheOpeningAndTheLastForTheEnding)
{
    const auto records
        = read(log,
               "no\tat\tstate\thands\n"
               "1\t2025-01-01 08:00\tnew\t1\n1\t2025-01-01 09:00\tmoved\t2\n1\t2025-01-02 08:30\tdone\t3\n"
               "2\t2025-01-01 08:10\tnew\t1\n2\t2025-01-01 08:20\tmoved\t2\n"
               "3\t2025-01-03 08:00\tdropped\t5\n");
    ASSERT_EQ(records.size(), 3u);
    EXPECT_EQ(records[0].at, at("2025-01-01T08:00:00Z"));
    EXPECT_EQ(records[0].place, "t.csv:2");
    EXPECT_EQ(valueOf(records[0].context, "task.hands"), Value{1.0});
    ASSERT_TRUE(records[0].ending);
    EXPECT_EQ(records[0].ending->at, at("2025-01-02T08:30:00Z"));
    EXPECT_EQ(records[0].ending->outcome, "resolved");
    EXPECT_EQ(valueOf(records[0].ending->truth, "truth.hands"), Value{3.0});
    EXPECT_FALSE(records[1].ending) << "its last state is none that closes";
    EXPECT_EQ(records[2].ending->outcome, "no_answer");
}

TEST_F(TableParserTest, refusesRowsOfAnIdThatStandApart)
{
    const auto records = read(log,
                              "no\tat\tstate\thands\n1\t2025-01-01 08:00\tnew\t1\n2\t2025-01-01 08:10\tnew\t1\n"
                              "1\t2025-01-02 08:30\tdone\t3\n");
    EXPECT_EQ(records.size(), 2u);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults.front().place, "t.csv:4 (\"1\")");
    EXPECT_THAT(faults.front().message, HasSubstr("Sort the table by \"no\""));
}

const std::string visits = R"({"mapping": 1, "name": "visits", "separator": ",",
    "opened": {"month": "Month", "year": 2025}, "closed": {"seconds_after_opening": ["a", "b"]}, "text": "Looked"})";

TEST_F(TableParserTest, spreadsTheRowsOfAMonthEvenlyOverIt)
{
    const auto records = read(visits, "Month,a,b\nFeb,1,0.5\nMar,0,0\nFeb,0,0\nsoon,0,0\n2,0,0\nfebruary,0,0\n");
    std::vector<std::string> opened;
    for (const TranscriptRecord& record : records)
        opened.push_back(toIso8601(*record.at));
    EXPECT_THAT(opened,
                ElementsAre("2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z", "2025-02-08T00:00:00Z",
                            "2025-02-15T00:00:00Z", "2025-02-22T00:00:00Z"));
    EXPECT_EQ(records[0].ending->at, at("2025-02-01T00:00:01.5Z"));
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults.front().place, "t.csv:5 (\"soon\")");
}

TEST_F(TableParserTest, namesRowsWithoutAnIdByTheContentOfTheirFile)
{
    const std::string table = "Month,a,b\nFeb,0,0\nFeb,0,0\n";
    const auto first = read(visits, table);
    const auto again = read(visits, table);
    const auto other = read(visits, table + "Feb,0,0\n");
    EXPECT_NE(first[0].conversation, first[1].conversation) << "equal rows are two visits";
    EXPECT_EQ(first[0].conversation, again[0].conversation);
    EXPECT_NE(first[0].conversation, other[0].conversation);
}

TEST(TableCells, splitLinesAtSeparatorsOutsideQuotes)
{
    EXPECT_THAT(*splitTableLine("a,\"b,\"\"c\"\"\",,", ','), ElementsAre("a", "b,\"c\"", "", ""));
    EXPECT_THAT(*splitTableLine("", ','), ElementsAre(""));
    EXPECT_THAT(*splitTableLine("5\" pipe,x", ','), ElementsAre("5\" pipe", "x"));
    EXPECT_FALSE(splitTableLine("a,\"b", ','));
    EXPECT_FALSE(splitTableLine("\"a\"b,c", ','));
}

}
}
