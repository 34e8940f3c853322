#include "app/gateway/gateway.h"
#include "app/gateway/visitor_token.h"
#include "tests/app/gateway/chat_client.h"
#include "tests/app/gateway/scripted_door.h"

#include <gmock/gmock.h>

#include <thread>

using namespace signalbox;
using nlohmann::json;
using testing::HasSubstr;

namespace {

json message(const std::string& id, const std::string& text)
{
    return {{"type", "message"}, {"id", id}, {"text", text}};
}

struct GatewayChat : testing::Test {
    GatewaySettings settings{.port = 0, .headerTimeout = std::chrono::seconds(1)};
    ScriptedDoor door;
    std::unique_ptr<Gateway> gateway;

    std::uint16_t port()
    {
        if (!gateway)
            gateway = Gateway::start(door, settings).value();
        return gateway->port();
    }
};

TEST_F(GatewayChat, aNewVisitorGetsATokenAndTheGreeting)
{
    ChatClient client(port());
    const json welcome = client.hello();
    EXPECT_TRUE(isVisitorToken(welcome["token"].get<std::string>()));
    EXPECT_EQ(welcome["title"], "Harbour Tea");
    EXPECT_EQ(welcome["conversation"], "");
    EXPECT_EQ(welcome["owner"], (json{{"kind", "ai"}, {"name", ""}}));
    ChatClient other(port());
    EXPECT_NE(other.hello()["token"], welcome["token"]);
}

TEST_F(GatewayChat, aMessageIsAcknowledgedOnlyAfterTheRoutersAnswer)
{
    ChatClient client(port());
    client.hello();
    door.hold(true);
    client.send(message("m1", "Hello"));
    client.send({{"type", "ping"}});
    EXPECT_EQ(client.next().value()["type"], "pong");
    door.hold(false);
    const json ack = client.next("ack");
    EXPECT_EQ(ack["id"], "m1");
    EXPECT_EQ(ack["sequence"], 1);
}

TEST_F(GatewayChat, theRouterLearnsTheVisitorAndNeverTheToken)
{
    ChatClient client(port());
    const std::string token = client.hello()["token"];
    client.send(message("m1", "Hello"));
    client.next("ack");
    const auto messages = door.messagesOf(visitorOf(token));
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_EQ(messages[0].id.value, visitorOf(token).value + ":m1");
    EXPECT_EQ(visitorOf(token).value.size(), 32u);
}

TEST_F(GatewayChat, aMessageSentAgainIsAddedOnce)
{
    ChatClient client(port());
    const std::string token = client.hello()["token"];
    for (int i = 0; i < 3; ++i) {
        client.send(message("m1", "Hello"));
        EXPECT_EQ(client.next("ack")["sequence"], 1);
    }
    EXPECT_EQ(door.messagesOf(visitorOf(token)).size(), 1u);
}

TEST_F(GatewayChat, whoComesBackGetsWhatWasMissed)
{
    std::string token;
    {
        ChatClient client(port());
        token = client.hello()["token"];
        client.send(message("m1", "Hello"));
        client.next("ack");
    }
    door.say(visitorOf(token), Author::Ai, "AI", "We are open.", {{"faq-1", "Opening hours"}});
    ChatClient again(port());
    const json welcome = again.hello(token, 1);
    ASSERT_EQ(welcome["messages"].size(), 1u);
    EXPECT_EQ(welcome["messages"][0]["text"], "We are open.");
    EXPECT_EQ(welcome["messages"][0]["citations"], (json::array({{{"title", "Opening hours"}}})));
    ChatClient fromTheStart(port());
    EXPECT_EQ(fromTheStart.hello(token)["messages"].size(), 2u);
}

TEST_F(GatewayChat, aNumberOfAnEarlierConversationDoesNotHideTheNewOne)
{
    ChatClient client(port());
    const std::string token = client.hello()["token"];
    client.send(message("m1", "Hello"));
    client.next("ack");
    ChatClient again(port());
    again.send({{"type", "hello"}, {"token", token}, {"conversation", "999"}, {"resumeAfter", 40}});
    EXPECT_EQ(again.next("welcome")["messages"].size(), 1u);
}

TEST_F(GatewayChat, updatesReachEveryTabOfTheVisitorAndNobodyElse)
{
    ChatClient one(port()), other(port()), stranger(port());
    const std::string token = one.hello()["token"];
    other.hello(token);
    stranger.hello();
    one.send(message("m1", "Hello"));
    const json seen = other.next("message");
    EXPECT_EQ(seen["text"], "Hello");
    EXPECT_EQ(seen["id"], "m1");
    door.giveTo(visitorOf(token), OwnerKind::Agent, "Leila Haddad");
    EXPECT_EQ(other.next("owner")["name"], "Leila Haddad");
    door.type(visitorOf(token));
    EXPECT_FALSE(other.next("typing").empty());
    door.closeFor(visitorOf(token));
    EXPECT_FALSE(other.next("closed").empty());
    stranger.send({{"type", "ping"}});
    EXPECT_EQ(stranger.next().value()["type"], "pong");
}

TEST_F(GatewayChat, malformedFramesAreToldAndTheChatGoesOn)
{
    ChatClient client(port());
    client.send(message("m0", "too early"));
    EXPECT_EQ(client.next("error")["what"], "Say hello first.");
    client.hello();
    for (const std::string frame :
         {"", "{", "[]", "null", "{}", R"({"type":7})", R"({"type":"dance"})", R"({"type":"message"})",
          R"({"type":"message","id":"a b","text":"x"})", R"({"type":"message","id":"m","text":"\ud800"})",
          R"({"type":"message","id":"m","text":"  \n "})", R"({"type":"hello"})"}) {
        client.sendText(frame);
        const json error = client.next().value();
        EXPECT_EQ(error["type"], "error") << frame;
        EXPECT_FALSE(error.contains("retryAfter")) << frame;
    }
    client.sendText(std::string(20'000, '['));
    EXPECT_EQ(client.next().value()["type"], "error");
    client.send(message("m1", "still here"));
    EXPECT_EQ(client.next("ack")["id"], "m1");
}

TEST_F(GatewayChat, aMessageOverTheBoundIsNamed)
{
    ChatClient client(port());
    client.hello();
    client.send(message("long", std::string(settings.maxMessageBytes + 1, 'x')));
    const json error = client.next("error");
    EXPECT_EQ(error["id"], "long");
    EXPECT_THAT(error["what"].get<std::string>(), HasSubstr("too long"));
    client.send(message("fits", std::string(settings.maxMessageBytes, 'x')));
    EXPECT_EQ(client.next("ack")["id"], "fits");
}

TEST_F(GatewayChat, whatIsNoTextFrameEndsTheConnection)
{
    struct Case {
        std::string bytes;
        bool binary;
        int code;
    };
    for (const Case& wrong : {Case{"x", true, 1003}, Case{"\xC3\x28", false, 1007}}) {
        ChatClient client(port());
        client.hello();
        wrong.binary ? client.sendBinary(wrong.bytes) : client.sendText(wrong.bytes);
        EXPECT_FALSE(client.next());
        EXPECT_EQ(client.closeCode(), wrong.code);
    }
}

TEST_F(GatewayChat, aFrameOverTheBoundEndsTheConnection)
{
    ChatClient client(port());
    client.hello();
    client.sendText(std::string(100'000, 'x'));
    EXPECT_FALSE(client.next());
    // The goodbye may be lost: the rest of the frame is never read, and a reset can overtake it.
    EXPECT_THAT(client.closeCode(), testing::AnyOf(1009, 0));
}

TEST_F(GatewayChat, whoNeverSaysHelloIsShownOut)
{
    ChatClient client(port());
    EXPECT_FALSE(client.next());
    EXPECT_EQ(client.closeCode(), 1008);
}

TEST_F(GatewayChat, onlyAllowedOriginsConnect)
{
    door.channel.allowedOrigins = {"https://shop.example"};
    const std::string own = "http://127.0.0.1:" + std::to_string(port());
    EXPECT_TRUE(ChatClient(port(), "https://shop.example").connected());
    EXPECT_TRUE(ChatClient(port(), own).connected());
    EXPECT_TRUE(ChatClient(port()).connected());
    for (const std::string origin :
         {"https://evil.example", "https://shop.example.evil.example", "null", "http://shop.example"})
        EXPECT_EQ(ChatClient(port(), origin).refusedWith(), 403) << origin;
}

TEST_F(GatewayChat, aChatThatIsSwitchedOffSaysSo)
{
    door.channel.enabled = false;
    ChatClient client(port());
    client.send({{"type", "hello"}});
    EXPECT_EQ(client.next("error")["what"], "The chat is switched off.");
}

TEST_F(GatewayChat, whoWritesTooFastIsToldForEachMessage)
{
    settings.visitorMessagesPerMinute = 3;
    ChatClient client(port());
    client.hello();
    int acknowledged = 0, told = 0;
    for (int i = 0; i < 8; ++i) {
        client.send(message("m" + std::to_string(i), "Hello"));
        json frame;
        do
            frame = client.next().value();
        while (frame["type"] == "message");
        frame["type"] == "ack" ? ++acknowledged : ++told;
        EXPECT_EQ(frame["id"], "m" + std::to_string(i));
        EXPECT_EQ(frame.contains("retryAfter"), frame["type"] == "error");
    }
    EXPECT_EQ(acknowledged, 3);
    EXPECT_EQ(told, 5);
}

TEST_F(GatewayChat, aBusyRouterMeansTryAgain)
{
    ChatClient client(port());
    client.hello();
    door.beBusy(true);
    client.send(message("m1", "Hello"));
    EXPECT_EQ(client.next("error")["retryAfter"], 1);
    ChatClient late(port());
    late.send({{"type", "hello"}});
    EXPECT_FALSE(late.next("error").empty());
    EXPECT_FALSE(late.next());
    EXPECT_EQ(late.closeCode(), 1013);
    door.beBusy(false);
    client.send(message("m1", "Hello"));
    EXPECT_EQ(client.next("ack")["id"], "m1");
}

TEST_F(GatewayChat, aRouterThatFailsSaysNothingOfItsInsides)
{
    ChatClient client(port());
    client.hello();
    door.failWith("The disk of /secret/place is full.");
    client.send(message("m1", "Hello"));
    const json error = client.next("error");
    EXPECT_EQ(error["what"], "This could not be saved. Trying again in a moment.");
    EXPECT_TRUE(error.contains("retryAfter"));
}

TEST_F(GatewayChat, aSlowReaderIsCutOffAndResumes)
{
    ChatClient client(port(), {}, 4096);
    const std::string token = client.hello()["token"];
    client.send(message("m1", "Hello"));
    client.next("ack");
    constexpr int many = 3000;
    for (int i = 0; i < many; ++i)
        door.say(visitorOf(token), Author::Agent, "Leila", std::string(8000, 'x'));
    int received = 0;
    while (client.next())
        ++received;
    EXPECT_LT(received, many);
    ChatClient again(port());
    EXPECT_EQ(again.hello(token, many - 4)["messages"].size(), 5u);
}

TEST_F(GatewayChat, twoHundredVisitorsAtOnceLoseNothing)
{
    settings.threads = 2;
    port();
    std::vector<std::unique_ptr<ChatClient>> clients;
    std::vector<std::string> tokens;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<ChatClient>(port()));
        tokens.push_back(clients.back()->hello()["token"]);
    }
    for (int round = 0; round < 3; ++round)
        for (auto& client : clients)
            client->send(message("m" + std::to_string(round), "Hello"));
    for (std::size_t i = 0; i < clients.size(); ++i) {
        for (int round = 0; round < 3; ++round)
            EXPECT_EQ(clients[i]->next("ack")["id"], "m" + std::to_string(round));
        EXPECT_EQ(door.messagesOf(visitorOf(tokens[i])).size(), 3u);
    }
}

TEST_F(GatewayChat, theButtonForAPersonIsPassedOnAndAcknowledged)
{
    ChatClient client(port());
    client.hello();
    client.send({{"type", "askPerson"}, {"id", "p1"}});
    EXPECT_EQ(client.next("ack")["id"], "p1");
    EXPECT_TRUE(door.waitFor([&] {
        const auto inputs = door.inputs();
        return std::any_of(inputs.begin(), inputs.end(),
                           [](const auto& input) { return std::holds_alternative<VisitorAsksForPerson>(input.what); });
    }));
}

TEST_F(GatewayChat, stopsWhileVisitorsWaitForAnAnswer)
{
    auto client = std::make_unique<ChatClient>(port());
    client->hello();
    door.hold(true);
    client->send(message("m1", "Hello"));
    client->send({{"type", "ping"}});
    EXPECT_EQ(client->next().value()["type"], "pong");
    std::thread stopping([this] { gateway.reset(); });
    EXPECT_FALSE(client->next());
    EXPECT_EQ(client->closeCode(), 1001);
    stopping.join();
    door.hold(false);   // the answer finds nobody and does no harm
    EXPECT_TRUE(door.waitFor([this] { return door.inputs().size() >= 2; }));
}

}
