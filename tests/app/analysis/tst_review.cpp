#include "app/analysis/analysis_host.h"
#include "app/analysis/review.h"
#include "app/analysis/silent_sample.h"

#include "tests/app/router/router_floor.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <array>
#include <set>

namespace signalbox {
namespace {

// One trigger on one fact, so that a page view raises and ends it.
const std::string reviewedRules = R"("alerts": [{"id": "hot", "name": "Hot lead",
    "when": {"attr": "custom.score", "op": "ge", "value": 70}, "thresholds": {"whatsapp": {"custom.score": 90}},
    "cooldown_seconds": 60}])";

class Review : public test::DeskFloor {
protected:
    void SetUp() override
    {
        publish(test::rulebookWith(
            R"({"id": "all", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})",
            reviewedRules));
    }

    void score(const std::string& visitor, double value)
    {
        ASSERT_TRUE(seesPage(visitor, "custom.score", Value(value)));
    }
    void label(const std::string& conversation, std::int64_t alert, Verdict verdict, const std::string& by = "mira",
               bool second = false)
    {
        Label given;
        given.conversation = {conversation};
        given.alert = alert;
        given.trigger = {"hot"};
        given.verdict = verdict;
        given.by = {by};
        given.second = second;
        const auto done = command(GiveLabel{given});
        ASSERT_TRUE(done) << done.error().message;
    }
    // The week of the test's clock, Monday 8 June 2026.
    ReviewQuestion week(int sampled = 40) const
    {
        const Instant monday = *fromIso8601("2026-06-08T00:00:00Z");
        return {monday, monday + std::chrono::days(7), Origin::Live, sampled};
    }
    ReviewData review(const ReviewQuestion& question)
    {
        History history{folder / "test.signalbox"};
        auto read = readReview(history, question, {});
        EXPECT_TRUE(read) << (read ? "" : read.error().message);
        return read ? *read : ReviewData{};
    }
    ReviewData review() { return review(week()); }
};

TEST_F(Review, tellsWhatTheVisitorWroteAndWhatFollowed)
{
    has("leila", "v1", "1");
    clock.advance(seconds{10});
    ASSERT_TRUE(writes("v1", "Can you send me a quote for 60 reefers?"));
    score("v1", 81);
    clock.advance(seconds{130});
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));   // who is offline does not keep it for so long
    ASSERT_EQ(why(reply("1", "leila", "Of course.")), "done");
    ASSERT_TRUE(writes("v1", "Thank you"));
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "converted", 4000}));
    const ReviewData data = review();
    ASSERT_EQ(data.alerts.size(), 1u);
    const auto& [alert, conversation] = data.alerts.front();
    EXPECT_EQ(alert.score, 81);
    EXPECT_EQ(conversation.said, "Can you send me a quote for 60 reefers?") << "not what came after the alert";
    EXPECT_EQ(conversation.owedAt, alert.at);
    ASSERT_TRUE(conversation.answeredAt);
    EXPECT_EQ(*conversation.answeredAt - alert.at, seconds{130});
    EXPECT_EQ(conversation.outcome, "converted");
    EXPECT_EQ(conversation.outcomeValue, 4000);
    ASSERT_EQ(data.past.size(), 1u);
    EXPECT_EQ(data.past.front().number, alert.number);
    EXPECT_EQ(data.past.front().score, 81);
    EXPECT_EQ(data.past.front().visitorName, conversation.visitorName);
}

TEST_F(Review, holdsFirstAndSecondLabels)
{
    has("leila", "v1", "1");
    score("v1", 81);
    const std::int64_t number = review().alerts.front().alert.number;
    label("1", number, Verdict::True, "leila");
    label("1", number, Verdict::False, "mira", true);
    const ReviewData data = review();
    ASSERT_EQ(data.labels.size(), 2u);
    EXPECT_EQ(std::ranges::count(data.labels, true, &Label::second), 1);
}

TEST_F(Review, onlyTheWeekIsReviewedAndAllTheHistoryIsInTheCurve)
{
    has("leila", "v1", "1");
    score("v1", 75);
    clock.advance(std::chrono::days(7));
    score("v1", 0);
    clock.advance(seconds{61});
    score("v1", 85);
    ReviewQuestion next = week();
    next.since = next.until;
    next.until += std::chrono::days(7);
    const ReviewData data = review(next);
    ASSERT_EQ(data.alerts.size(), 1u);
    EXPECT_EQ(data.alerts.front().alert.score, 85);
    EXPECT_EQ(data.past.size(), 2u);
    EXPECT_EQ(review().past.size(), 1u) << "a week knows nothing of the ones after it";
}

TEST_F(Review, silentConversationsAreCountedByHowNearTheyCame)
{
    const struct {
        const char* visitor;
        std::optional<double> score;
    } visitors[] = {{"v1", 69}, {"v2", 56}, {"v3", 55}, {"v4", std::nullopt}, {"v5", 71}, {"v6", 10}};
    int number = 0;
    for (const auto& [visitor, value] : visitors) {
        has("leila", visitor, std::to_string(++number));
        if (value)
            score(visitor, *value);
        ASSERT_TRUE(command(CloseConversation{{std::to_string(number)}, {"leila"}, number == 6 ? "qualified" : ""}));
    }
    const ReviewData data = review();
    ASSERT_EQ(data.triggers.size(), 1u);
    const ReviewedTrigger& hot = data.triggers.front();
    EXPECT_EQ(hot.measure, "custom.score");
    EXPECT_EQ(
        hot.silent,
        (std::vector<SilentCount>{{SilentKind::Valuable, Channel::Website, 1},
                                  {SilentKind::Near, Channel::Website, 2},
                                  {SilentKind::Far, Channel::Website, 1},
                                  {SilentKind::Unmeasured, Channel::Website, 1}}));
    ASSERT_EQ(hot.sample.size(), 5u);
    EXPECT_EQ(hot.sample.front().kind, SilentKind::Valuable);
    EXPECT_EQ(hot.sample.front().conversation.id.value, "6");
    EXPECT_EQ(hot.sample.front().measure, 10);
    for (const SilentSample& each : hot.sample)
        EXPECT_NE(each.conversation.id.value, "5") << "it alerted";
}

TEST_F(Review, aLargerSampleHoldsTheSmallerOneAndIsDrawnTheSameAgain)
{
    for (int number = 1; number <= 12; ++number) {
        const std::string visitor = "v" + std::to_string(number);
        has("leila", visitor, std::to_string(number));
        score(visitor, number % 2 == 0 ? 65 : 20);
        ASSERT_TRUE(command(CloseConversation{{std::to_string(number)}, {"leila"}, ""}));
    }
    const auto ids = [&](int sampled) {
        std::vector<std::string> drawn;
        const ReviewData data = review(week(sampled));
        for (const SilentSample& each : data.triggers.front().sample)
            drawn.push_back(each.conversation.id.value);
        return drawn;
    };
    const auto few = ids(6), more = ids(10);
    EXPECT_EQ(few.size(), 6u);
    EXPECT_EQ(more.size(), 10u);
    EXPECT_EQ(few, ids(6));
    EXPECT_TRUE(std::equal(few.begin(), few.end(), more.begin()));
    EXPECT_EQ(std::set(more.begin(), more.end()).size(), 10u);
    EXPECT_EQ(ids(100).size(), 12u);
    EXPECT_TRUE(ids(0).empty());
}

// Of 4,000 conversations in a row the first 400 drawn lie as evenly over 20 spans as chance has it: a sample that kept
// neighbours together would say of one day what is to be said of the week.
TEST(DrawingOrder, keepsNoNeighboursTogether)
{
    const Instant monday = *fromIso8601("2026-06-08T00:00:00Z");
    constexpr int all = 4000, drawn = 400, spans = 20;
    double sum = 0;
    for (int week = 0; week < 20; ++week) {
        std::vector<std::pair<std::uint64_t, int>> order;
        for (int i = 0; i < all; ++i)
            order.emplace_back(
                drawingOrder({std::to_string(7000 + i)}, {"hot"}, monday + week * std::chrono::days{7}), i * spans / all);
        std::ranges::sort(order);
        std::array<int, spans> inSpan{};
        for (int i = 0; i < drawn; ++i)
            ++inSpan[std::size_t(order[std::size_t(i)].second)];
        double chiSquared = 0;
        for (const int count : inSpan)
            chiSquared += (count - drawn / spans) * (count - drawn / spans) / double(drawn / spans);
        EXPECT_LT(chiSquared, 50) << week;   // of 19 degrees of freedom: one in ten thousand
        sum += chiSquared / 20;
    }
    EXPECT_LT(sum, 25);
}

TEST_F(Review, correctedTiersAreListedAndRaisedOnesProvedValuable)
{
    has("leila", "v1", "1");
    has("leila", "v2", "2");
    score("v1", 10);
    ASSERT_TRUE(command(CorrectConversation{{"1"}, {"leila"}, "tier", "P1", "The board of a customer"}));
    const ReviewData data = review();
    ASSERT_EQ(data.corrected.size(), 1u);
    EXPECT_EQ(data.corrected.front().conversation.id.value, "1");
    EXPECT_EQ(data.corrected.front().correction.before, "P2");
    EXPECT_EQ(data.corrected.front().correction.after, "P1");
    EXPECT_EQ(data.triggers.front().silent.front(), (SilentCount{SilentKind::Valuable, Channel::Website, 1}));
}

TEST_F(Review, aThresholdThatAVersionMovedIsTold)
{
    has("leila", "v1", "1");
    score("v1", 81);
    std::string raised = reviewedRules;
    raised.replace(raised.find("\"value\": 70"), 11, "\"value\": 80");
    clock.advance(std::chrono::hours{1});
    publish(test::rulebookWith(
        R"({"id": "all", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})", raised));
    const std::vector<MovedThreshold> moved = review().moved;
    ASSERT_EQ(moved.size(), 1u) << "on WhatsApp it has a threshold of its own, and nothing has come there";
    EXPECT_EQ(moved.front(),
              (MovedThreshold{3, clock.now(), {"hot"}, Channel::Website, "custom.score", 70, 80}));
    ReviewQuestion before = week();
    before.until = before.since;
    before.since -= std::chrono::days(7);
    EXPECT_TRUE(review(before).moved.empty()) << "it was published after that week";
}

TEST_F(Review, practiceIsNeverMixedWithLive)
{
    has("leila", "v1", "1");
    score("v1", 81);
    VisitorInput wrote;
    wrote.visitor = {"actor"};
    wrote.origin = Origin::Practice;
    wrote.what = VisitorWrote{{"actor-1"}, "Hello"};
    ASSERT_TRUE(give(wrote));
    wrote.what = VisitorContext{{{"custom.score", Value(95.0), "widget", std::nullopt}}};
    ASSERT_TRUE(give(wrote));
    const ReviewData live = review();
    ASSERT_EQ(live.alerts.size(), 1u);
    EXPECT_EQ(live.alerts.front().conversation.origin, Origin::Live);
    EXPECT_EQ(live.past.size(), 1u);
    ReviewQuestion practice = week();
    practice.origin = Origin::Practice;
    const ReviewData played = review(practice);
    ASSERT_EQ(played.alerts.size(), 1u);
    EXPECT_EQ(played.alerts.front().alert.score, 95);
    EXPECT_EQ(played.past.size(), 1u);
    EXPECT_TRUE(played.triggers.front().silent.empty());
}

TEST_F(Review, isAskedThroughTheWindowsDoor)
{
    has("leila", "v1", "1");
    score("v1", 81);
    int count = 1;
    char name[] = "tests";
    char* arguments[] = {name, nullptr};
    QCoreApplication application{count, arguments};
    AnalysisHost host{folder / "test.signalbox", [this] { return clock.now(); }};
    std::size_t alerts = 0;
    QObject::connect(&host, &AnalysisPort::reviewRead, &host,
                     [&](quint64, const ReviewData& data) { alerts = data.alerts.size(); });
    host.askReview(week());
    const QDeadlineTimer deadline(20'000);
    while (alerts == 0 && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    EXPECT_EQ(alerts, 1u);
}

}
}
