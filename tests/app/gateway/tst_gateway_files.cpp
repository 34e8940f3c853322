#include "app/gateway/gateway.h"
#include "app/gateway/visitor_token.h"
#include "tests/app/gateway/chat_client.h"
#include "tests/app/gateway/raw_client.h"
#include "tests/app/gateway/scripted_door.h"

#include <gmock/gmock.h>

using namespace signalbox;
using namespace std::string_literals;
using nlohmann::json;
using testing::HasSubstr;

namespace {

const std::string png = "\x89PNG\r\n\x1A\n\0\xFF some bytes"s;

struct GatewayFiles : testing::Test {
    GatewaySettings settings{.port = 0, .headerTimeout = std::chrono::seconds(5)};
    ScriptedDoor door;
    std::unique_ptr<Gateway> gateway;
    std::string token = newVisitorToken();

    std::uint16_t port()
    {
        if (!gateway)
            gateway = Gateway::start(door, settings).value();
        return gateway->port();
    }
    std::string fields(const std::string& id = "m1", const std::string& name = "photo.png") const
    {
        return "Authorization: Bearer " + token + "\r\nSignalbox-Message: " + id + "\r\nSignalbox-File: " + name + "\r\n";
    }
    RawAnswer send(const std::string& bytes, const std::string& head)
    {
        return ask(port(), "POST /widget/files HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes.size())
                       + "\r\n" + head + "\r\n" + bytes);
    }
    RawAnswer fetch(const std::string& file, const std::string& by)
    {
        return get(port(), "/widget/files?id=" + file, "Authorization: Bearer " + by + "\r\n");
    }
};

TEST_F(GatewayFiles, aFileIsAMessageOfTheVisitor)
{
    const RawAnswer answer = send(png, fields("m1", "Gr%C3%B6%C3%9Fe%201.png"));
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(json::parse(answer.body), (json{{"conversation", "1"}, {"sequence", 1}}));
    const auto messages = door.messagesOf(visitorOf(token));
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_EQ(messages[0].id.value, visitorOf(token).value + ":m1");
    EXPECT_EQ(messages[0].attachments.at(0).name, "Größe 1.png");
    EXPECT_EQ(messages[0].attachments.at(0).mediaType, "image/png");
    EXPECT_EQ(send(png, fields()).status, 201);   // again: the same message
    EXPECT_EQ(door.messagesOf(visitorOf(token)).size(), 1u);
}

TEST_F(GatewayFiles, theVisitorsChatIsToldOfItAndGetsTheBytes)
{
    ChatClient client(port());
    client.hello(token);
    ASSERT_EQ(send(png, fields()).status, 201);
    const json message = client.next("message");
    ASSERT_EQ(message["files"].size(), 1u);
    EXPECT_EQ(message["files"][0]["size"], png.size());
    EXPECT_EQ(message["id"], "m1");
    const RawAnswer answer = fetch(message["files"][0]["id"], token);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, png);
    EXPECT_EQ(answer.field("Content-Type"), "application/octet-stream");
    EXPECT_EQ(answer.field("Content-Disposition"), "attachment");
    EXPECT_EQ(answer.field("X-Content-Type-Options"), "nosniff");
    EXPECT_THAT(answer.field("Content-Security-Policy"), HasSubstr("sandbox"));
}

TEST_F(GatewayFiles, nobodyElseGetsThem)
{
    ASSERT_EQ(send(png, fields()).status, 201);
    const std::string file = door.messagesOf(visitorOf(token)).at(0).attachments.at(0).id.value;
    EXPECT_EQ(fetch(file, token).status, 200);
    EXPECT_EQ(fetch(file, newVisitorToken()).status, 404);
    EXPECT_EQ(fetch(file, "guess").status, 401);
    EXPECT_EQ(get(port(), "/widget/files?id=" + file).status, 401);
    EXPECT_EQ(fetch("file:9:9", token).status, 404);
}

TEST_F(GatewayFiles, whatIsTooLargeOrOfAForbiddenKindIsRefusedWithAReason)
{
    const RawAnswer program = send("MZ\x90\0\3"s, fields());
    EXPECT_EQ(program.status, 415);
    EXPECT_THAT(program.body, HasSubstr("Files of this kind cannot be sent"));
    EXPECT_EQ(send("<svg onload='alert(1)'/>", fields()).status, 415);
    EXPECT_EQ(send("", fields()).status, 400);
    EXPECT_EQ(ask(port(), "POST /widget/files HTTP/1.1\r\nHost: a\r\nContent-Length: 10485761\r\n" + fields() + "\r\n").status,
              413);
    EXPECT_TRUE(door.messagesOf(visitorOf(token)).empty());
}

TEST_F(GatewayFiles, tenMegabytesAreTaken)
{
    const std::string large = "%PDF-" + std::string(10 * 1024 * 1024 - 5, 'x');
    EXPECT_EQ(send(large, fields()).status, 201);
    EXPECT_EQ(door.messagesOf(visitorOf(token)).at(0).attachments.at(0).size, 10 * 1024 * 1024);
}

TEST_F(GatewayFiles, otherAddressesKeepTheirSmallBound)
{
    EXPECT_EQ(ask(port(), "POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n").status, 413);
}

TEST_F(GatewayFiles, saysWhatIsMissing)
{
    EXPECT_EQ(send(png, "Signalbox-Message: m1\r\n").status, 401);
    EXPECT_EQ(send(png, "Authorization: Bearer " + token + "\r\n").status, 400);
    EXPECT_EQ(send(png, fields("no spaces")).status, 400);
    EXPECT_EQ(send(png, fields("m1", std::string(2000, 'n'))).status, 400);
    door.channel.allowedOrigins = {"https://shop.example"};
    EXPECT_EQ(send(png, fields() + "Origin: https://evil.example\r\n").status, 403);
    EXPECT_EQ(send(png, fields() + "Origin: https://shop.example\r\n").status, 201);
}

TEST_F(GatewayFiles, aBusyRouterAndTooManyFilesAreToldToWait)
{
    door.beBusy(true);
    const RawAnswer busy = send(png, fields());
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.field("Retry-After"), "1");
    door.beBusy(false);
    int last = 0;
    for (int i = 0; i < 20 && last != 429; ++i)
        last = send(png, fields("m" + std::to_string(i))).status;
    EXPECT_EQ(last, 429);
}

TEST_F(GatewayFiles, noMoreFilesAtOnceThanThereIsRoomFor)
{
    settings.maxUploads = 1;
    RawClient slow(port());
    slow.send("POST /widget/files HTTP/1.1\r\nHost: a\r\nContent-Length: 18\r\n" + fields() + "\r\nhalf");
    RawAnswer second;
    ASSERT_TRUE(door.waitFor([&] {
        second = send(png, fields("m2"));
        return second.status == 503;
    }));
    EXPECT_EQ(second.field("Retry-After"), "5");
    slow.send(" of the file..");
    EXPECT_EQ(slow.answer().status, 201);
    EXPECT_EQ(send(png, fields("m3")).status, 201);
}

TEST_F(GatewayFiles, anAnswerThatComesAfterTheEndFindsNobody)
{
    port();
    door.hold(true);
    RawClient client(port());
    client.send("POST /widget/files HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n" + fields() + "\r\ntext");
    ChatClient chat(port());
    chat.send({{"type", "hello"}, {"token", token}});
    gateway.reset();
    door.hold(false);
    EXPECT_TRUE(client.closedByPeer());
}

TEST_F(GatewayFiles, howFarTheChatHasTheMessagesReachesTheRouter)
{
    ChatClient client(port());
    client.hello(token);
    client.send({{"type", "read"}, {"upTo", 3}, {"received", 5}});
    ASSERT_TRUE(door.waitFor([&] {
        for (const VisitorInput& input : door.inputs())
            if (const auto* read = std::get_if<VisitorRead>(&input.what))
                return read->upTo == 3 && read->delivered == 5;
        return false;
    }));
}

}
