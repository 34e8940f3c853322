#include "model/journal/events_json.h"

#include "tests/support/arbitrary_events.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <limits>

namespace signalbox {
namespace {

EventPayload readBack(const EventPayload& payload)
{
    const auto read = payloadFromJson(kindOf(payload), payloadToJson(payload));
    EXPECT_TRUE(read) << (read ? ""
                               : read.error().message + " at " + read.error().place + ": " + payloadToJson(payload));
    return read.value_or(EventPayload{});
}

Error errorOf(std::string_view kind, std::string_view json)
{
    const auto read = payloadFromJson(kind, json);
    EXPECT_FALSE(read);
    return read ? Error{} : read.error();
}

TEST(EventsJson, everyEventComesBackAsItWent)
{
    EXPECT_TRUE(rc::check("payloadFromJson(payloadToJson(x)) == x", [] {
        const EventPayload payload = *arbitrary::payload();
        const auto read = payloadFromJson(kindOf(payload), payloadToJson(payload));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == payload);
    }));
}

TEST(EventsJson, numbersThatJsonHasNoWordForComeBack)
{
    for (const double number :
         {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
          std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max(), 0.1 + 0.2, 1e22}) {
        const EventPayload payload = ContextChanged{{"1"}, {{"custom.n", Value(number), "api", {}}}};
        EXPECT_EQ(readBack(payload), payload) << number;
    }
    const auto read = readBack(ContextChanged{{"1"}, {{"custom.n", Value(std::nan("")), "api", {}}}});
    EXPECT_TRUE(std::isnan(std::get<double>(*std::get<ContextChanged>(read).changes[0].value)));
}

TEST(EventsJson, momentsOutsideTheCalendarComeBack)
{
    for (const Instant at : {Instant::max(), Instant::min(), Instant{}}) {
        const EventPayload payload = FollowUpSet{{"1"}, at, "leila", ""};
        EXPECT_EQ(readBack(payload), payload);
    }
}

TEST(EventsJson, aTextThatLooksLikeATimeStaysText)
{
    const EventPayload payload = ContextChanged{
        {"1"}, {{"a", Value(std::string("2026-06-09T08:43:16Z")), "api", {}}, {"b", Value(Instant{}), "api", {}}}};
    EXPECT_EQ(readBack(payload), payload);
}

TEST(EventsJson, actionsHaveTheRulebooksForm)
{
    Decision decision;
    decision.actions = {TransferToQueue{{"sales", ""}}, TransferToAgent{{"", "crm.owner"}, {"sales"}},
                        SetResponseTarget{seconds{90}}};
    const std::string json = payloadToJson(DecisionMade{decision});
    EXPECT_NE(json.find(R"({"type":"transfer_to_queue","queue":"sales"})"), std::string::npos) << json;
    EXPECT_NE(json.find(R"({"type":"transfer_to_agent","agent":{"attr":"crm.owner"},"fallback_queue":"sales"})"),
              std::string::npos);
    EXPECT_NE(json.find(R"({"type":"set_response_target","seconds":90})"), std::string::npos);
}

TEST(EventsJson, bytesThatAreNoTextAreShownAsSuchOrRefused)
{
    const EventPayload payload = AlertRaised{{"1"}, {"a"}, "broken \xFF"};
    EXPECT_NE(payloadToJson(payload).find("broken \xEF\xBF\xBD"), std::string::npos);
    const auto strict = payloadToStrictJson(payload);
    ASSERT_FALSE(strict);
    EXPECT_NE(strict.error().message.find("\"alert_raised\""), std::string::npos);
}

TEST(EventsJson, namesTheKindItDoesNotKnow)
{
    EXPECT_NE(errorOf("visitor_teleported", "{}").message.find("\"visitor_teleported\" is not known"),
              std::string::npos);
}

TEST(EventsJson, namesThePlaceOfWhatDoesNotFit)
{
    EXPECT_EQ(errorOf("practice_switched", "{").message, "This is not valid JSON.");
    EXPECT_EQ(errorOf("practice_switched", "[]").message, "An object is expected here.");
    EXPECT_EQ(errorOf("practice_switched", "{}"), (Error{"The field \"on\" is missing.", ""}));
    EXPECT_EQ(errorOf("practice_switched", R"({"on":1})"), (Error{"true or false is expected here.", "/on"}));
    EXPECT_EQ(errorOf("practice_switched", R"({"on":true,"off":1})"),
              (Error{"The field \"off\" is not known here.", ""}));
    EXPECT_EQ(errorOf("rulebook_published", R"({"version":99999999999})"),
              (Error{"The number is too large.", "/version"}));
    EXPECT_EQ(
        errorOf("context_changed", R"({"conversation":"1","changes":[{"attribute":"a/b","value":{"time":"soon"}}]})")
            .place,
        "/changes/0/value");
    EXPECT_EQ(errorOf("presence_changed", R"({"agent":"a","presence":"asleep"})"),
              (Error{"\"asleep\" is not a word known here.", "/presence"}));
}

TEST(EventsJson, knowsTheConversationOfAnEvent)
{
    EXPECT_EQ(conversationOf(SignalObserved{{"7"}, {"s"}}), ConversationId{"7"});
    Decision decision;
    decision.conversation = {"8"};
    EXPECT_EQ(conversationOf(DecisionMade{decision}), ConversationId{"8"});
    EXPECT_EQ(conversationOf(OfferMade{{{"o"}, {"9"}, {}, {}, {}, {}, {}}}), ConversationId{"9"});
    EXPECT_EQ(conversationOf(PracticeSwitched{true}), ConversationId{});
}

}
}
