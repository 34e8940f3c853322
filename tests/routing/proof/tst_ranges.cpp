#include "routing/proof/ranges.h"
#include "tests/routing/proof/checking.h"
#include "tests/routing/support/rulebooks.h"

namespace signalbox {
namespace {

// Whether interval reasoning alone tells that no context is in both conditions.
bool areApart(const std::string& one, const std::string& other)
{
    const Rulebook rulebook = rulebookOf(
        R"({"rulebook":1,"attributes":{"n":{"type":"number"},"t":{"type":"string"},"s":{"type":"set"},"b":{"type":"boolean"}},)"
        R"("policies":[{"id":"one","when":)"
        + one + R"(,"actions":[]},{"id":"other","when":)" + other + R"(,"actions":[]}]})");
    const World world({&rulebook}, {}, testHorizon);
    return Ranges(rulebook.policies[0].when, world).isDisjointFrom(Ranges(rulebook.policies[1].when, world));
}

std::string is(const std::string& attribute, const std::string& op, const std::string& value)
{
    return R"({"attr":")" + attribute + R"(","op":")" + op + R"(","value":)" + value + "}";
}

TEST(Ranges, tellNumbersApart)
{
    EXPECT_TRUE(areApart(is("n", "lt", "5"), is("n", "ge", "5")));
    EXPECT_FALSE(areApart(is("n", "le", "5"), is("n", "ge", "5")));
    EXPECT_TRUE(areApart(is("n", "between", "[1, 2]"), is("n", "in", "[3, 9]")));
    EXPECT_FALSE(areApart(is("n", "lt", "5"), is("n", "ne", "3")));
}

TEST(Ranges, tellTextsAndTruthsApart)
{
    EXPECT_TRUE(areApart(is("t", "eq", R"("de")"), is("t", "in", R"(["fr", "it"])")));
    EXPECT_FALSE(areApart(is("t", "eq", R"("de")"), is("t", "starts", R"("d")")));
    EXPECT_TRUE(areApart(is("b", "eq", "true"), is("b", "eq", "false")));
    EXPECT_TRUE(areApart(R"({"attr":"t","op":"empty"})", is("t", "eq", R"("de")")));
    EXPECT_FALSE(areApart(R"({"attr":"t","op":"empty"})", is("t", "eq", R"("")")));
}

TEST(Ranges, tellMembersApart)
{
    EXPECT_TRUE(areApart(is("s", "has_all", R"(["a", "b"])"), R"({"not":)" + is("s", "contains", R"("b")") + "}"));
    EXPECT_TRUE(
        areApart(is("s", "has_any", R"(["a", "b"])"), R"({"not":)" + is("s", "has_any", R"(["b", "a", "c"])") + "}"));
    EXPECT_FALSE(areApart(is("s", "has_any", R"(["a", "b"])"), R"({"not":)" + is("s", "has_any", R"(["b"])") + "}"));
}

TEST(Ranges, leaveOpenWhatTheyDoNotKnow)
{
    const std::string either = R"({"any":[)" + is("n", "lt", "1") + "," + is("n", "gt", "9") + "]}";
    EXPECT_FALSE(areApart(either, is("n", "eq", "5")));
    EXPECT_FALSE(areApart(R"({"not":)" + is("n", "lt", "5") + "}", is("n", "lt", "5")));
    EXPECT_TRUE(areApart(R"({"any":[]})", R"({"all":[]})"));
}

}
}
