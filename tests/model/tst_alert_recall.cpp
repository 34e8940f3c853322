#include "model/figures/alert_precision.h"
#include "model/storage/figures_store.h"
#include "tests/support/figures_history.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using test::FiguresHistory;

// A week of which samples were labelled: three alerts were true and one false. Of the conversations without one 10 came near
// on the website and 4 on WhatsApp, 40 were far.
class AlertRecallOfAWeek : public ::testing::Test {
protected:
    AlertRecallOfAWeek()
    {
        history.publish(0, 1);
        history.agent("mira", "Mira Lindqvist", Role::Lead);
        history.agent("leila", "Leila Haddad", Role::Agent);
        for (int i = 1; i <= 4; ++i) {
            opens(i, Channel::Website);
            const auto alert = history.alerts(std::to_string(i), i + 1, "hot", "leila");
            history.labels(std::to_string(i), 100 + i, alert, "hot", i < 4 ? Verdict::True : Verdict::False, "mira");
        }
        for (int i = 5; i <= 32; ++i) {
            opens(i, i == 5 ? Channel::WhatsApp : Channel::Website);
            const bool near = i <= 10;
            history.labelsDrawn(std::to_string(i), 200 + i, "hot", i == 6 ? Verdict::True : Verdict::False, "mira",
                                near ? SilentKind::Near : SilentKind::Far, from);
        }
    }
    void opens(int number, Channel channel) { history.opens(std::to_string(number), number, channel); }
    AlertRecall recall(FigureQuestion question = {}) const
    {
        FiguresStore store(workspace.database);
        question.trigger = "hot";
        return *alertPrecision(**store.rows(), question, {}).whole.recall;
    }

    const std::vector<SilentCount> from{{SilentKind::Near, Channel::Website, 10},
                                        {SilentKind::Near, Channel::WhatsApp, 4},
                                        {SilentKind::Far, Channel::Website, 40}};
    mutable WorkspaceFile workspace;
    FiguresHistory history{workspace.writer};
};

// Of 6 near ones judged one was worth an alert, so 14 / 6 of the 14; of the far ones none.
TEST_F(AlertRecallOfAWeek, isEstimatedFromWhatWasDrawn)
{
    const AlertRecall found = recall();
    EXPECT_EQ(found.weeks, 1);
    EXPECT_EQ(found.silent, 54);
    EXPECT_EQ(found.judged, 28);
    EXPECT_EQ(found.worthAnAlert, 1);
    ASSERT_TRUE(found.estimate.recall) << found.why;
    EXPECT_NEAR(found.estimate.recall->value, 3 / (3 + 14.0 / 6), 1e-12);
    EXPECT_LT(found.estimate.recall->low, found.estimate.recall->value);
}

TEST_F(AlertRecallOfAWeek, onAChannelOnlyWhatWasDrawnThereStandsForIt)
{
    FigureQuestion question;
    question.channel = Channel::Website;
    const AlertRecall website = recall(question);
    EXPECT_EQ(website.silent, 50);
    EXPECT_NEAR(website.estimate.recall.value().value, 3 / (3 + 10.0 / 5), 1e-12);
    question.channel = Channel::WhatsApp;
    const AlertRecall whatsapp = recall(question);
    EXPECT_FALSE(whatsapp.estimate.recall);
    EXPECT_EQ(whatsapp.why, "Of the conversations without an alert only 1 are labelled; it takes 4.");
}

TEST_F(AlertRecallOfAWeek, aDashSaysWhyThereIsNone)
{
    FigureQuestion other;
    other.since = FiguresHistory::at(7 * FiguresHistory::day);
    EXPECT_EQ(recall(other).why, "No conversation without an alert was labelled in the review.");
    FigureQuestion ofTier;
    ofTier.tier = "P1";
    EXPECT_EQ(recall(ofTier).why, "What was missed is known for a channel, not for a tier, queue, person or version.");
    opens(33, Channel::Website);
    std::vector<SilentCount> more = from;
    more.push_back({SilentKind::Valuable, Channel::Website, 3});
    history.labelsDrawn("33", 300, "hot", Verdict::False, "mira", SilentKind::Far, more);
    EXPECT_EQ(recall().why, "Of one kind of conversations without an alert none was labelled.");
}

TEST_F(AlertRecallOfAWeek, aLeadsLabelGoesBeforeAnAgents)
{
    history.labelsDrawn("6", 400, "hot", Verdict::False, "leila", SilentKind::Near, from);
    EXPECT_EQ(recall().worthAnAlert, 1);
    history.labelsDrawn("6", 401, "hot", Verdict::False, "mira", SilentKind::Near, from);
    EXPECT_EQ(recall().worthAnAlert, 0);
}

}
}
