#include "tests/app/commands/imported_visits.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using test::Ended;
using testing::HasSubstr;

TEST(AgentsCommand, takesPeopleFromAFileAndListsThem)
{
    const test::CommandWorkspace at;
    const Ended saved = at.run(
        {"agents", "save", at.write("p.json", R"([{"id": "mira", "name": "Mira", "role": "lead", "team": "Sales"},
                                                       {"id": "leila", "name": "Leila",
                                                        "skills": [{"id": "french", "level": 2}]}])")});
    EXPECT_EQ(saved.status, 0) << saved.error;
    EXPECT_EQ(saved.out, "2 people saved.\n");
    ASSERT_EQ(at.run({"agents", "save", at.write("p.json", R"([{"id": "leila", "name": "Leila Haddad"}])")}).status, 0);
    const auto listed = at.run({"agents", "list", "--json"}).lines();
    ASSERT_EQ(listed.size(), 2u);
    EXPECT_THAT(at.run({"agents", "list"}).out, HasSubstr("Leila Haddad"));
    EXPECT_THAT(at.run({"agents", "list"}).out, HasSubstr("lead"));
}

TEST(AgentsCommand, saysWhatIsWrongInOneLine)
{
    const test::CommandWorkspace at;
    struct Case {
        std::vector<std::string> arguments;
        std::string words;
    };
    for (const Case& each :
         {Case{{"agents"}, "Say list, or save FILE"}, Case{{"agents", "save"}, "Say list, or save FILE"},
          Case{{"agents", "save", "/nowhere/p.json"}, "Cannot read /nowhere/p.json"},
          Case{{"agents", "save", at.write("a.json", "[{\"id\":")}, "The people cannot be read"},
          Case{{"agents", "save", at.write("b.json", R"([{"name": "Mira"}])")}, "The people cannot be read"},
          Case{{"agents", "save", at.write("c.json", R"([{"id": "mira", "name": "Mira", "role": "boss"}])")},
               "\"mira\" has the role \"boss\""},
          Case{{"agents", "list"}, "There is no workspace here."}}) {
        const Ended ended = at.run(each.arguments);
        EXPECT_EQ(ended.status, 2) << each.words;
        EXPECT_THAT(ended.error, HasSubstr(each.words));
        EXPECT_EQ(std::ranges::count(ended.error, '\n'), 1) << ended.error;
    }
}

}
}
