#include "app/analysis/truth_labels.h"
#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

class TruthOfLiveAlerts : public test::DeskFloor {
protected:
    void SetUp() override
    {
        publish(test::rulebookWith(
            R"({"id": "all", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})",
            R"("alerts": [{"id": "hot", "when": {"attr": "custom.score", "op": "ge", "value": 70}, "notify": ["mira"],
                          "budget_per_hour": 1}])"));
    }
};

TEST_F(TruthOfLiveAlerts, leaveOutWhatNobodyWasToldOf)
{
    for (const char* number : {"1", "2"}) {
        const std::string visitor = std::string("v") + number;
        has("leila", visitor, number);
        ASSERT_TRUE(seesPage(visitor, "custom.sold", Value(true)));
        ASSERT_TRUE(seesPage(visitor, "custom.score", Value(80.0)));
    }
    History history(folder / "test.signalbox");
    TruthQuestion question;
    question.trigger = {"hot"};
    question.by = {"mira"};
    question.isTrue = {Comparison{"custom.sold", Operator::Eq, Value(true)}};
    const auto made = labelsFromTruth(history, question, {});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->alerts.truths, 1);
    EXPECT_EQ(made->notTold, 1) << "over the hour's budget";
    ASSERT_EQ(made->labels.size(), 1u);
    EXPECT_EQ(made->labels.front().conversation.value, "1");
    question.origin = Origin::Imported;
    EXPECT_TRUE(labelsFromTruth(history, question, {})->labels.empty()) << "origins are never mixed";
}

}
}
