#include "app/connectors/alert_post.h"
#include "app/router/router_host.h"
#include "model/storage/alert_store.h"
#include "tests/app/connectors/post_office.h"
#include "tests/app/router/router_floor.h"

#include <QJsonDocument>

#include <condition_variable>
#include <filesystem>
#include <future>
#include <mutex>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

class AlertPosting : public ::testing::Test {
protected:
    AlertPosting()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "signalbox-post-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        start();
        Agent leila;
        leila.id = {"leila"};
        leila.name = "Leila Haddad";
        leila.role = Role::Lead;
        command(SaveAgent{leila, {}});
        command(PublishRulebook{test::rulebookWith("", R"("alerts": [{"id": "hot", "name": "Hot lead", "notify": ["leila"],
            "ways": ["webhook", "email"], "when": {"attr": "conversation.messages", "op": "ge", "value": 1}}])"), "note", {}});
    }
    ~AlertPosting() override
    {
        stop();
        std::filesystem::remove_all(folder);
    }

    void stop()
    {
        post.reset();
        host.reset();
    }
    void start()
    {
        stop();
        host = RouterHost::start(folder / "w.signalbox", std::make_unique<SystemClock>(), "the test").value();
        post = std::make_unique<AlertPost>(*host, PostSecrets{});
    }
    void command(decltype(Command::what) what)
    {
        std::promise<Result<void>> done;
        ASSERT_TRUE(host->submit(Command{0, std::move(what)}, [&](const Result<void>& answer) { done.set_value(answer); }));
        const Result<void> answer = done.get_future().get();
        ASSERT_TRUE(answer) << answer.error().message;
    }
    void send(const std::string& webhook)
    {
        DeskSettings settings;
        settings.alertPost = {webhook, office.smtp(), {}, "signalbox@example.com", {{"leila", "leila@example.com"}}};
        command(SaveDeskSettings{settings, {}});
    }
    void visitorWrites(const std::string& visitor)
    {
        VisitorInput input;
        input.visitor = {visitor};
        input.what = VisitorWrote{{visitor + "-1"}, "hello"};
        std::promise<bool> done;
        ASSERT_TRUE(host->submit(input, [&](const Result<VisitorReceipt>& answer) { done.set_value(answer.has_value()); }));
        ASSERT_TRUE(done.get_future().get());
    }
    // Of every conversation, what the workspace says is still to be sent; waits until it is as many.
    void untilLeft(std::size_t count)
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::size_t left = 0;
        const auto look = [&] {
            auto database = Database::open(folder / "w.signalbox", Database::Access::ReadOnly).value();
            left = AlertStore(database).toDeliver().value().size();
            return left == count;
        };
        const auto givingUp = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        std::unique_lock guard(mutex);
        while (!look() && std::chrono::steady_clock::now() < givingUp)
            changed.wait_for(guard, std::chrono::milliseconds{20});
        ASSERT_EQ(left, count);
    }

    // The next two deliveries, which come in any order.
    std::pair<QJsonObject, QJsonObject> mailAndHook()
    {
        QJsonObject first = office.next();
        QJsonObject second = office.next();
        return first.contains(u"mail"_s) ? std::pair(first, second) : std::pair(second, first);
    }
    static QString conversationIn(const QJsonObject& hook)
    {
        return QJsonDocument::fromJson(hook[u"body"_s].toString().toUtf8())[u"conversation"_s].toString();
    }

    test::PostOffice office;
    std::filesystem::path folder;
    std::unique_ptr<RouterHost> host;
    std::unique_ptr<AlertPost> post;
};

TEST_F(AlertPosting, AnAlertGoesOutByBothWaysOnceAndThatIsKept)
{
    send(office.http("/alerts"));
    visitorWrites("v1");
    const auto [mail, hook] = mailAndHook();
    EXPECT_EQ(mail[u"to"_s][0].toString(), u"leila@example.com"_s);
    const QJsonObject body = QJsonDocument::fromJson(hook[u"body"_s].toString().toUtf8()).object();
    EXPECT_EQ(body[u"alert"_s].toString(), u"hot"_s);
    EXPECT_EQ(conversationIn(hook), u"1"_s);
    EXPECT_EQ(body[u"owner"_s][u"name"_s].toString(), u"Leila Haddad"_s);
    untilLeft(0);
    start();
    visitorWrites("v2");
    EXPECT_EQ(conversationIn(mailAndHook().second), u"2"_s) << "what was sent before the restart is not sent again";
}

TEST_F(AlertPosting, WhatCouldNotBeSentIsSentAfterARestart)
{
    send(office.http("/down"));
    visitorWrites("v1");
    office.next();
    office.next();
    untilLeft(1);
    stop();
    start();
    EXPECT_EQ(office.next()[u"path"_s].toString(), u"/down"_s) << "it tries again";
    send(office.http("/alerts"));
    start();
    EXPECT_EQ(office.next()[u"path"_s].toString(), u"/alerts"_s);
    untilLeft(0);
}

TEST_F(AlertPosting, SettingsThatCannotBeSentToAreRefused)
{
    const auto refused = [&](AlertPostSettings settings) {
        DeskSettings desk;
        desk.alertPost = std::move(settings);
        std::promise<std::string> why;
        EXPECT_TRUE(host->submit(Command{0, SaveDeskSettings{desk, {}}}, [&](const Result<void>& answer) {
            why.set_value(answer ? "done" : answer.error().message);
        }));
        return why.get_future().get();
    };
    EXPECT_EQ(refused({"file:///etc/passwd", {}, {}, {}, {}}), "A webhook is an address such as https://example.com/alerts.");
    EXPECT_EQ(refused({{}, "mail.example.com", {}, {}, {}}), "A mail server is an address such as smtps://mail.example.com:465.");
    EXPECT_EQ(refused({{}, "smtp://mail.example.com", {}, "Signalbox", {}}),
              "Name the address that alerts come from, such as signalbox@example.com.");
    EXPECT_EQ(refused({{}, {}, {}, {}, {{"leila", "a@b.c\r\nBcc: d@e.f"}}}).substr(0, 9), "\"a@b.c\r\nB");
}

}
}
