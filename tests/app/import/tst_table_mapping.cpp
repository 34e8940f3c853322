#include "app/channels/table_mapping.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using nlohmann::json;

json aMapping()
{
    return json::parse(R"({"mapping": 1, "name": "parcels", "separator": ";", "id": "no",
        "opened": {"column": "asked", "format": "%d.%m.%Y %H:%M"}, "text": "Where is parcel {{no}}?"})");
}

struct BadMapping {
    const char* patch;   // a JSON merge patch of a mapping that is fine
    const char* place;
    const char* says;
};

class BadMappings : public testing::TestWithParam<BadMapping> { };

TEST_P(BadMappings, areRefusedWithTheirPlace)
{
    json document = aMapping();
    document.merge_patch(json::parse(GetParam().patch));
    const auto read = readTableMapping(document.dump());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().place, GetParam().place) << read.error().message;
    EXPECT_NE(read.error().message.find(GetParam().says), std::string::npos) << read.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    TableMapping, BadMappings,
    testing::Values(
        BadMapping{R"({"mapping": 2})", "/mapping", "\"mapping\": 1"},
        BadMapping{R"({"colour": "red"})", "/colour", "Keys are mapping, name, separator"},
        BadMapping{R"({"name": "multidogo"})", "/name", "taken"}, BadMapping{R"({"name": "A b"})", "/name", "small"},
        BadMapping{R"({"separator": "::"})", "/separator", "tab"},
        BadMapping{R"({"rows": "some"})", "/rows", "\"many\""},
        BadMapping{R"({"rows": "many", "id": null})", "/id", "belong together"},
        BadMapping{R"({"opened": null})", "/opened", "object"},
        BadMapping{R"({"opened": {"format": "%H:%M"}})", "/opened/format", "year"},
        BadMapping{R"({"opened": {"month": "m", "column": null, "format": null}})", "/opened/year", "2025"},
        BadMapping{R"({"rows": "many", "opened": {"month": "m", "year": 2025, "column": null, "format": null}})",
                   "/opened/month", "one row"},
        BadMapping{R"({"closed": {"column": "x"}})", "/closed/format", "%Y"},
        BadMapping{R"({"closed": {"seconds_after_opening": "x"}})", "/closed/seconds_after_opening", "array"},
        BadMapping{R"({"text": null})", "/text", "begins with one"},
        BadMapping{R"({"text": "Parcel {{no"})", "/text", "}}"},
        BadMapping{R"({"attributes": {"Weight": "kg"}})", "/attributes/Weight", "custom.impact"},
        BadMapping{R"({"attributes": {"truth.tier": "kg"}})", "/attributes/truth.tier", "truth"},
        BadMapping{R"({"attributes": {"parcel.kg": {"column": "kg", "type": "weight"}}})", "/attributes/parcel.kg/type",
                   "number"},
        BadMapping{R"({"attributes": {"parcel.kg": {"type": "number"}}})", "/attributes/parcel.kg/column", "Name"},
        BadMapping{R"({"attributes": {"parcel.kg": {"column": "kg", "type": "number", "values": {"a": "b"}}}})",
                   "/attributes/parcel.kg/values/a", "type number"},
        BadMapping{R"({"outcome": {"column": "end"}})", "/closed", "over"},
        BadMapping{R"({"truth": {"truth.lost": "end"}})", "/closed", "over"},
        BadMapping{R"({"truth": {"parcel.lost": "end"}})", "/truth/parcel.lost", "truth."}));

TEST(TableMapping, readsWhatIsRight)
{
    const auto mapping = readTableMapping(aMapping().dump());
    ASSERT_TRUE(mapping) << mapping.error().message;
    EXPECT_EQ(mapping->separator, ';');
    ASSERT_EQ(mapping->text.parts.size(), 2u);
    EXPECT_EQ(mapping->text.parts[0].column, "no");
    EXPECT_EQ(mapping->text.parts[1].text, "?");
}

TEST(TableMapping, saysSoWhenItIsNoJson) { EXPECT_FALSE(readTableMapping("{mapping")); }

TEST(TableMapping, namesTheFileThatCannotBeRead)
{
    EXPECT_EQ(readTableMappingFile("/nowhere/there.json").error().place, "/nowhere/there.json");
}

}
}
