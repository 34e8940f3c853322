// A rulebook that runs beside the live one.
#include "tests/app/router/router_floor.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using testing::HasSubstr;

std::string sendingTo(const std::string& queue, const std::string& more = {})
{
    return test::rulebookWith(
        R"({"id":"all","name":"Everyone","when":{"all":[]},"actions":[{"type":"transfer_to_queue","queue":")" + queue
            + R"("}]})",
        more);
}

class ShadowTest : public test::RouterFloor {
protected:
    void SetUp() override { publish(sendingTo("sales")); }

    void run(const std::string& document) { ASSERT_TRUE(command(RunShadow{document, {}})); }
    // As a console has it after the next tick.
    ShadowOnScreen shown()
    {
        tick();
        for (auto change = changes.rbegin(); change != changes.rend(); ++change)
            if (change->shadow)
                return *change->shadow;
        return {};
    }
};

TEST_F(ShadowTest, hasNoEffectAndTellsWhereItParts)
{
    run(sendingTo("support"));
    ASSERT_TRUE(writes("a", "Hello"));
    EXPECT_EQ(row("1").owner.queue.value, "sales");
    const ShadowOnScreen shadow = shown();
    EXPECT_TRUE(shadow.running);
    EXPECT_EQ(shadow.since, *fromIso8601("2026-06-09T08:00:00Z"));
    EXPECT_GE(shadow.decisions, 1);
    EXPECT_EQ(shadow.differing, shadow.decisions);
    ASSERT_EQ(shadow.latest.size(), 1u) << "one entry a conversation";
    EXPECT_EQ(shadow.latest[0].conversation.value, "1");
    EXPECT_EQ(shadow.latest[0].live, "Policy 1 Everyone: Sales, P2");
    EXPECT_EQ(shadow.latest[0].shadow, "Policy 1 Everyone: Support, P2");
    EXPECT_EQ(journaled<OwnerChanged>().size(), 1u);
}

TEST_F(ShadowTest, theLiveRulebookItselfNeverParts)
{
    run(sendingTo("sales"));
    for (const char* const visitor : {"a", "b", "c"}) {
        ASSERT_TRUE(writes(visitor, "Hello"));
        ASSERT_TRUE(writes(visitor, "Are you there?"));
    }
    const ShadowOnScreen shadow = shown();
    EXPECT_GE(shadow.decisions, 6);
    EXPECT_EQ(shadow.differing, 0);
    EXPECT_TRUE(shadow.latest.empty());
}

TEST_F(ShadowTest, seesItsOwnSignalsFromWhenItBegan)
{
    run(test::rulebookWith(
        R"({"id":"hot","name":"Hot","when":{"attr":"intent_score","op":"ge","value":30},"actions":[{"type":"transfer_to_queue","queue":"support"}]},
           {"id":"all","name":"Everyone","when":{"all":[]},"actions":[{"type":"transfer_to_queue","queue":"sales"}]})",
        R"("signals":[{"id":"price","when":{"attr":"message.text","op":"contains","value":"cost"},"weight":40}])"));
    ASSERT_TRUE(writes("a", "Hello"));
    EXPECT_EQ(shown().differing, 0);
    ASSERT_TRUE(writes("a", "What does it cost?"));
    EXPECT_EQ(shown().differing, 1);
}

TEST_F(ShadowTest, looksAtQueuesThoughTheLiveRulebookDoesNot)
{
    run(test::rulebookWith(
        R"({"id":"full","name":"Full","when":{"attr":"queue.sales.waiting","op":"ge","value":1},"actions":[{"type":"transfer_to_queue","queue":"support"}]},
           {"id":"all","name":"Everyone","when":{"all":[]},"actions":[{"type":"transfer_to_queue","queue":"sales"}]})"));
    ASSERT_TRUE(writes("a", "Hello"));
    ASSERT_TRUE(writes("b", "Hello"));
    const ShadowOnScreen shadow = shown();
    EXPECT_GE(shadow.differing, 1);
    EXPECT_EQ(shadow.latest.back().conversation.value, "2");
}

TEST_F(ShadowTest, goesOnAfterARestartAndCountsAnew)
{
    run(sendingTo("support"));
    ASSERT_TRUE(writes("a", "Hello"));
    clock.advance(seconds{60});
    start();
    EXPECT_EQ(router->everything().shadow->decisions, 0);
    EXPECT_TRUE(router->everything().shadow->running);
    EXPECT_EQ(router->everything().shadow->since, clock.now());
    EXPECT_EQ(router->everything().shadow->document, sendingTo("support"));
    ASSERT_TRUE(writes("a", "Still there?"));
    EXPECT_EQ(shown().differing, 1);
}

TEST_F(ShadowTest, isEndedForGood)
{
    run(sendingTo("support"));
    run({});
    ASSERT_TRUE(writes("a", "Hello"));
    EXPECT_FALSE(shown().running);
    start();
    EXPECT_FALSE(router->everything().shadow->running);
}

TEST_F(ShadowTest, isRefusedWithErrorsAndToAgents)
{
    const auto faulty = command(RunShadow{R"({"rulebook":1,"policies":[{"id":1}]})", {}});
    ASSERT_FALSE(faulty);
    EXPECT_THAT(faulty.error().message, HasSubstr("/policies/0/id"));
    addAgent("leila", "Leila Haddad");
    EXPECT_FALSE(command(RunShadow{sendingTo("support"), {"leila"}}));
    EXPECT_FALSE(shown().running);
}

TEST_F(ShadowTest, practiceAndImportedConversationsAreLeftOut)
{
    run(sendingTo("support"));
    VisitorInput input;
    input.visitor = {"p"};
    input.origin = Origin::Practice;
    input.what = VisitorWrote{{"p-1"}, "Hello"};
    ASSERT_TRUE(give(input));
    EXPECT_EQ(shown().decisions, 0);
}

TEST_F(ShadowTest, isComparedWithTheNewVersionOnceOneIsPublished)
{
    run(sendingTo("support"));
    publish(sendingTo("support"));
    ASSERT_TRUE(writes("a", "Hello"));
    EXPECT_EQ(shown().differing, 0);
    EXPECT_GE(shown().decisions, 1);
}

}
}
