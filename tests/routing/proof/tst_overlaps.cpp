#include "tests/routing/proof/checking.h"
#include "tests/routing/support/rulebooks.h"

namespace signalbox {
namespace {

TEST(Overlaps, areShownUpToABoundAndCountedBeyondIt)
{
    std::string policies;
    for (const char name : {'a', 'b', 'c', 'd'})
        policies += std::string(R"({"id":")") + name + R"(","when":{"attr":"custom.)" + name
            + R"(","op":"eq","value":true},"actions":[{"type":"add_tag","tag":")" + name + R"("}]},)";
    const Rulebook rulebook
        = rulebookOf("[" + policies + R"({"id":"rest","when":{"all":[]},"actions":[{"type":"answer_with_ai"}]}])");
    ProofLimits limits;
    limits.overlapsShown = 2;
    const auto found = checkRulebook(rulebook, {}, testHorizon, limits);
    ASSERT_EQ(found.size(), 3u);
    const Engine engine(rulebook, 1, {});
    for (const Finding& finding : found)
        EXPECT_EQ(engine.firstMatch(*finding.witness, {})->id, finding.hiddenBy.front());
    EXPECT_NE(found[2].message.find("At least 4 pairs overlap besides the 2 shown"), std::string::npos);
}

}
}
