#include "tests/journeys/support/desk.h"

#include "app/console/sample_workspace.h"
#include "tests/journeys/support/hand.h"
#include "tests/journeys/support/office_clock.h"

#include <QApplication>
#include <QTest>

#include <atomic>
#include <map>
#include <mutex>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

VisitorId visitorId(const QString& name) { return {"visitor-" + name.toStdString()}; }

template <class T>
T orSlip(Result<T> result)
{
    if (!result)
        throw Slip(QString::fromStdString(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

}

// What agents said, by visitor; told on the router's thread.
struct Desk::Heard {
    mutable std::mutex mutex;
    std::map<std::string, QStringList> byVisitor;
};

Desk::Desk(std::vector<Command> workspace, double textScale, std::chrono::weeks ago)
{
    if (!m_folder.isValid())
        throw Slip(u"There is no room for a temporary folder."_s);
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    m_around = std::make_unique<Surroundings>();
    m_around->settings.setString(u"window/textScale"_s, QString::number(textScale));
    m_around->theme.applyTo(*qApp);
    openWorkspace(std::move(workspace), ago);
    m_console->showWindow();
    for (QWidget* const window : QApplication::topLevelWidgets())
        if (window->objectName() == u"mainWindow"_s)
            m_window = window;
    m_window->resize(1920, 1080);
    if (!QTest::qWaitForWindowActive(m_window, 60'000))
        throw Slip(u"The window does not come."_s);
}

Desk::~Desk() = default;

void Desk::openWorkspace(std::vector<Command> commands, std::chrono::weeks ago)
{
    const OfficeClock clock(ago, m_passed);
    m_around->now = [clock] { return clock.now(); };
    auto router = orSlip(RouterHost::start(workspace(), std::make_unique<OfficeClock>(clock)));
    orSlip(performAll(*router, std::move(commands)));
    m_router = router.get();
    listen();
    m_console = std::make_unique<Composition>(*m_around, std::move(router), std::nullopt);
}

void Desk::listen()
{
    m_heard = std::make_shared<Heard>();
    m_router->listen([heard = m_heard](const VisitorUpdate& update) {
        const std::scoped_lock lock(heard->mutex);
        for (const Message& message : update.messages)
            if (message.author == Author::Agent)
                heard->byVisitor[update.visitor.value] << QString::fromStdString(message.text);
    });
}

QStringList Desk::heardBy(const QString& name) const
{
    const std::scoped_lock lock(m_heard->mutex);
    const auto known = m_heard->byVisitor.find(visitorId(name).value);
    return known == m_heard->byVisitor.end() ? QStringList() : known->second;
}

void Desk::visitorAsksForPerson(const QString& name, Channel channel)
{
    VisitorInput input;
    input.visitor = visitorId(name);
    input.visitorName = name.toStdString();
    input.channel = channel;
    input.what = VisitorAsksForPerson{};
    submit(input);
}

void Desk::submit(const VisitorInput& input)
{
    enum class Answer { None, Taken, Refused };
    const auto answer = std::make_shared<std::atomic<Answer>>(Answer::None);
    const bool taken = m_router->submit(input, [answer](const Result<VisitorReceipt>& receipt) {
        *answer = receipt ? Answer::Taken : Answer::Refused;
    });
    if (!taken || !QTest::qWaitFor([&] { return *answer != Answer::None; }, 60'000) || *answer == Answer::Refused)
        throw Slip(u"The visitor was not let in."_s);
}

void Desk::visitorWrites(const QString& name, Channel channel, const std::vector<ContextChange>& known,
                         const QString& text)
{
    VisitorInput input;
    input.visitor = visitorId(name);
    input.visitorName = name.toStdString();
    input.channel = channel;
    input.what = VisitorContext{known};
    submit(input);
    input.what = VisitorWrote{MessageId{"message-" + std::to_string(++m_messages)}, text.toStdString()};
    submit(input);
}

}
