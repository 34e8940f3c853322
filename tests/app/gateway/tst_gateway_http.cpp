#include "app/gateway/gateway.h"
#include "tests/app/gateway/raw_client.h"
#include "tests/app/gateway/scripted_door.h"

#include <gmock/gmock.h>

using namespace signalbox;
using testing::HasSubstr;
using testing::Not;

namespace {

struct GatewayHttp : testing::Test {
    GatewaySettings settings{
        .port = 0, .headerTimeout = std::chrono::seconds(1), .idleTimeout = std::chrono::seconds(2)};
    ScriptedDoor door;
    std::unique_ptr<Gateway> gateway;

    std::uint16_t port()
    {
        if (!gateway)
            gateway = Gateway::start(door, settings).value();
        return gateway->port();
    }
    RawAnswer get(const std::string& path, const std::string& fields = {})
    {
        return signalbox::get(port(), path, fields);
    }
    int statusOf(const std::string& request) { return ask(port(), request).status; }
};

TEST_F(GatewayHttp, saysThatItIsHealthy)
{
    const RawAnswer answer = get("/healthz");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, R"({"status":"ok"})");
    EXPECT_EQ(answer.field("X-Content-Type-Options"), "nosniff");
    EXPECT_THAT(answer.field("Date"), HasSubstr(" GMT"));
}

TEST_F(GatewayHttp, headIsGetWithoutTheBody)
{
    RawClient client(port());
    client.send("HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    const RawAnswer head = client.answer(true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.field("Content-Length"), "15");
    EXPECT_EQ(client.answer().body, R"({"status":"ok"})");
}

TEST_F(GatewayHttp, anotherMethodIsToldWhichAreAllowed)
{
    for (const std::string method : {"POST", "DELETE", "BREW"}) {
        const RawAnswer answer = ask(port(), method + " /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        EXPECT_EQ(answer.status, 405) << method;
        EXPECT_EQ(answer.field("Allow"), "GET, HEAD");
    }
}

TEST_F(GatewayHttp, garbageIsABadRequestAndTheEnd)
{
    RawClient client(port());
    client.send("GARBAGE\r\n\r\n");
    EXPECT_EQ(client.answer().status, 400);
    EXPECT_TRUE(client.closedByPeer());
}

TEST_F(GatewayHttp, aBodyThatWaitsForTheInvitationIsInvited)
{
    RawClient client(port());
    client.send("POST /healthz HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(client.answer().status, 100);
    client.send("abc");
    EXPECT_EQ(client.answer().status, 405);
}

TEST_F(GatewayHttp, anotherExpectationFails)
{
    EXPECT_EQ(statusOf("GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n"), 417);
}

TEST_F(GatewayHttp, aRequestNamesExactlyOneHost)
{
    EXPECT_EQ(statusOf("GET /healthz HTTP/1.1\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("GET /healthz HTTP/1.0\r\n\r\n"), 200);
}

TEST_F(GatewayHttp, aHeaderOver16KilobytesIsTooLarge)
{
    EXPECT_EQ(statusOf("GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + std::string(15 * 1024, 'x') + "\r\n\r\n"), 200);
    EXPECT_EQ(statusOf("GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + std::string(17 * 1024, 'x') + "\r\n\r\n"), 431);
    EXPECT_EQ(statusOf("GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + std::string(4 * 1024 * 1024, 'x')), 431);
}

TEST_F(GatewayHttp, twoFramingsOfOneBodyAreRefused)
{
    const std::string start = "POST /healthz HTTP/1.1\r\nHost: a\r\n";
    for (const std::string fields :
         {"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
          "Content-Length: 3\r\nContent-Length: 3\r\n", "Content-Length: 3\r\nContent-Length: 4\r\n",
          "Content-Length: 3, 3\r\n", "Content-Length: -3\r\n", "Content-Length: x\r\n"}) {
        RawClient client(port());
        client.send(start + fields + "\r\nabcGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(client.answer().status, 400) << fields;
        EXPECT_TRUE(client.closedByPeer()) << fields;
    }
}

TEST_F(GatewayHttp, anUnknownTransferCodingIsRefused)
{
    EXPECT_EQ(statusOf("POST /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), 501);
}

TEST_F(GatewayHttp, pipelinedRequestsAreAnsweredInOrder)
{
    RawClient client(port());
    std::string requests;
    for (int i = 0; i < 50; ++i)
        requests += std::string("GET ") + (i % 2 == 0 ? "/healthz" : "/nothing") + " HTTP/1.1\r\nHost: a\r\n\r\n";
    client.send(requests);
    for (int i = 0; i < 50; ++i)
        ASSERT_EQ(client.answer().status, i % 2 == 0 ? 200 : 404) << i;
}

TEST_F(GatewayHttp, aChunkedBodyIsReadAndTheConnectionKept)
{
    RawClient client(port());
    client.send("POST /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    EXPECT_EQ(client.answer().status, 405);
    client.send("\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.answer().status, 200);
    client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.answer().field("Connection"), "close");
    EXPECT_TRUE(client.closedByPeer());
}

TEST_F(GatewayHttp, aBodyOverTheBoundIsTooLarge)
{
    EXPECT_EQ(statusOf("POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n"), 413);
    EXPECT_EQ(statusOf("POST /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n11000\r\n"
                       + std::string(0x11000, 'x')),
              413);
}

TEST_F(GatewayHttp, aSlowHeaderAndAnIdleConnectionEnd)
{
    RawClient slow(port()), idle(port());
    slow.send("GET /healthz HTTP/1.1\r\nHos");
    EXPECT_TRUE(slow.closedByPeer());
    EXPECT_TRUE(idle.closedByPeer());
}

TEST_F(GatewayHttp, whatIsNotThereIsAProblemDocument)
{
    for (const std::string path :
         {"/", "/widget/", "/widget/../main.cpp", "/widget/%2e%2e/secret", "/widget.js/", "/../../etc/passwd"}) {
        const RawAnswer answer = get(path);
        EXPECT_EQ(answer.status, 404) << path;
        EXPECT_EQ(answer.field("Content-Type"), "application/problem+json");
        EXPECT_THAT(answer.body, HasSubstr(R"("title":"Not Found","status":404)"));
    }
}

TEST_F(GatewayHttp, anAbsoluteTargetIsUnderstood)
{
    EXPECT_EQ(statusOf("GET http://a/healthz?x=1 HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
    EXPECT_EQ(statusOf("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
}

TEST_F(GatewayHttp, anAssetThatIsKnownIsNotSentAgain)
{
    const RawAnswer first = get("/widget.js");
    EXPECT_EQ(first.status, 200);
    EXPECT_THAT(first.field("Content-Type"), HasSubstr("text/javascript"));
    ASSERT_FALSE(first.field("ETag").empty());
    RawClient client(port());
    client.send("GET /widget.js HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"other\", W/" + first.field("ETag")
                + "\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.answer(true).status, 304);
    EXPECT_EQ(client.answer().status, 200);
}

TEST_F(GatewayHttp, theFrameMayStandOnlyOnAllowedPages)
{
    door.channel.allowedOrigins = {"https://shop.example", "https://evil.example; script-src *"};
    const std::string policy = get("/widget/frame").field("Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("frame-ancestors 'self' https://shop.example"));
    EXPECT_THAT(policy, Not(HasSubstr("evil")));
}

TEST_F(GatewayHttp, settingsAreEscapedInThePages)
{
    door.channel.title = "Tea & <script>\"Co\"";
    EXPECT_THAT(get("/widget/frame").body, HasSubstr("Tea &amp; &lt;script&gt;&quot;Co&quot;"));
    for (const std::string path : {"/demo", "/demo/pricing", "/demo/contact"})
        EXPECT_THAT(get(path).body,
                    testing::AllOf(HasSubstr("Tea &amp; &lt;script&gt;"), HasSubstr("http://localhost/widget.js")))
            << path;
}

TEST_F(GatewayHttp, thePageOfAChatAsksForAnUpgrade) { EXPECT_EQ(get("/widget/ws").status, 426); }

TEST_F(GatewayHttp, connectionsFromOneAddressAreBounded)
{
    settings.maxConnectionsPerAddress = 2;
    RawClient one(port()), two(port());
    one.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    two.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(one.answer().status, 200);
    EXPECT_EQ(two.answer().status, 200);
    RawClient three(port());
    const RawAnswer refused = three.answer();
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.field("Retry-After"), "30");
}

TEST_F(GatewayHttp, overTheBoundOfTheMachineAConnectionEnds)
{
    settings.maxConnections = 1;
    RawClient one(port());
    one.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(one.answer().status, 200);
    EXPECT_EQ(RawClient(port()).answer().status, 0);
}

TEST_F(GatewayHttp, saysThatAPortIsInUse)
{
    settings.port = port();
    const auto second = Gateway::start(door, settings);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().message, HasSubstr("is in use by another program"));
}

TEST_F(GatewayHttp, saysThatAnAddressIsNone)
{
    settings.address = "everywhere";
    const auto gatewayOfNowhere = Gateway::start(door, settings);
    ASSERT_FALSE(gatewayOfNowhere);
    EXPECT_THAT(gatewayOfNowhere.error().message, HasSubstr("not an IP address"));
}

TEST_F(GatewayHttp, listensOnIpv6)
{
    settings.address = "::1";
    auto started = Gateway::start(door, settings);
    if (!started)
        GTEST_SKIP() << "no IPv6 here: " << started.error().message;
    RawClient client((*started)->port(), "::1");
    client.send("GET /healthz HTTP/1.1\r\nHost: [::1]\r\n\r\n");
    EXPECT_EQ(client.answer().status, 200);
}

TEST_F(GatewayHttp, stopsWhileClientsAreConnected)
{
    RawClient resting(port()), halfway(port());
    resting.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(resting.answer().status, 200);
    halfway.send("GET /healthz HT");
    gateway.reset();
    EXPECT_TRUE(resting.closedByPeer());
}

}
