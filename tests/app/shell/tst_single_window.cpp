#include "app/console/single_window.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace signalbox {
namespace {

// Sockets need an application's event loop; the test program has none of its own.
struct WithApplication {
    int count = 1;
    char name[8] = "tests";
    char* arguments[2] = {name, nullptr};
    QCoreApplication application{count, arguments};
};

TEST(SingleWindow, isRaisedByASecondStart)
{
    const WithApplication with;
    const QTemporaryDir folder;
    const auto workspace = std::filesystem::path(folder.path().toStdString()) / "shop.signalbox";
    SingleWindow window(workspace);
    int raised = 0;
    QObject::connect(&window, &SingleWindow::raiseAsked, &window, [&raised] { ++raised; });
    std::atomic<bool> answered = false;
    std::atomic<bool> ended = false;
    std::jthread second([&] {
        answered = SingleWindow::raiseOther(workspace);
        ended = true;
    });
    while (!ended)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    EXPECT_TRUE(answered);
    EXPECT_EQ(raised, 1);
}

TEST(SingleWindow, saysWhenNobodyAnswers)
{
    const WithApplication with;
    const QTemporaryDir folder;
    EXPECT_FALSE(SingleWindow::raiseOther(std::filesystem::path(folder.path().toStdString()) / "other.signalbox"));
}

}
}
