#include "app/console/router_port.h"
#include "tests/support/event_loop.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using test::waitFor;

class RouterPortTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto started = RouterHost::start(std::filesystem::path(m_folder.path().toStdString()) / "shop.signalbox",
                                         std::make_unique<SystemClock>());
        ASSERT_TRUE(started) << started.error().message;
        host = std::move(*started);
    }

    int m_count = 1;
    char m_name[8] = "tests";
    char* m_arguments[2] = {m_name, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
    QTemporaryDir m_folder;
    std::unique_ptr<RouterHost> host;
};

TEST_F(RouterPortTest, tellsEverythingFirstAndOnTheWindowsThread)
{
    RouterPort port(*host);
    int told = 0;
    bool onThisThread = true;
    QObject::connect(&port, &ConsolePort::changed, &port, [&](const ChangeSet& changes) {
        ++told;
        onThisThread = onThisThread && QThread::currentThread() == m_application.thread();
        EXPECT_TRUE(told > 1 || changes.rulebook);
    });
    EXPECT_TRUE(waitFor([&] { return told > 0; }));
    EXPECT_TRUE(onThisThread);
}

TEST_F(RouterPortTest, answersWithTheTicketAndThenTellsTheChange)
{
    RouterPort port(*host);
    quint64 done = 0;
    std::vector<FaqEntry> faq;
    QObject::connect(&port, &ConsolePort::done, &port, [&](quint64 ticket) { done = ticket; });
    QObject::connect(&port, &ConsolePort::changed, &port, [&](const ChangeSet& changes) {
        if (changes.faq)
            faq = *changes.faq;
    });
    port.submit({17, SaveFaq{{FaqId{"q"}, "Why?", "Because.", {}}, {}}});
    EXPECT_TRUE(waitFor([&] { return done == 17 && faq.size() == 1; }));
}

TEST_F(RouterPortTest, saysWhyACommandWasRefused)
{
    RouterPort port(*host);
    QString why;
    QObject::connect(&port, &ConsolePort::refused, &port, [&](quint64, const QString& reason) { why = reason; });
    port.submit({18, SetPresence{AgentId{"nobody"}, Presence::Online}});
    EXPECT_TRUE(waitFor([&] { return !why.isEmpty(); }));
    EXPECT_TRUE(why.contains(QStringLiteral("nobody"))) << why.toStdString();
}

TEST_F(RouterPortTest, mergesABurstIntoFewFrames)
{
    RouterPort port(*host);
    int frames = 0;
    std::size_t entries = 0;
    QObject::connect(&port, &ConsolePort::changed, &port, [&](const ChangeSet& changes) {
        ++frames;
        if (changes.faq)
            entries = changes.faq->size();
    });
    for (int i = 0; i < 500; ++i)
        port.submit({0, SaveFaq{{FaqId{"q" + std::to_string(i)}, "Why?", "Because.", {}}, {}}});
    EXPECT_TRUE(waitFor([&] { return entries == 500; }));
    EXPECT_LT(frames, 250);
}

TEST_F(RouterPortTest, mayGoWhileAnswersAreOnTheirWay)
{
    auto port = std::make_unique<RouterPort>(*host);
    for (int i = 0; i < 100; ++i)
        port->submit({0, SaveFaq{{FaqId{"q" + std::to_string(i)}, "Why?", "Because.", {}}, {}}});
    port.reset();
    host.reset();   // finishes what was taken in, and tells nobody
    QCoreApplication::processEvents();
}

}
}
