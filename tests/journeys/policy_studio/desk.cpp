#include "tests/journeys/policy_studio/desk.h"

#include "app/console/sample_workspace.h"
#include "tests/journeys/policy_studio/hand.h"
#include "tests/journeys/policy_studio/office_clock.h"

#include <QApplication>
#include <QTest>

#include <atomic>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

Agent supervisor()
{
    Agent agent;
    agent.id.value = "ines";
    agent.name = "Ines Carvalho";
    agent.role = Role::Supervisor;
    agent.capacity = 3;
    return agent;
}

template <class T>
T orSlip(Result<T> result)
{
    if (!result)
        throw Slip(QString::fromStdString(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

}

Desk::Desk()
{
    if (!m_folder.isValid())
        throw Slip(u"There is no room for a temporary folder."_s);
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    m_around = std::make_unique<Surroundings>();
    m_around->theme.applyTo(*qApp);
    openWorkspace();
    m_console->showWindow();
    for (QWidget* const window : QApplication::topLevelWidgets())
        if (window->objectName() == u"mainWindow"_s)
            m_window = window;
    m_window->resize(1920, 1080);
    if (!QTest::qWaitForWindowActive(m_window, 60'000))
        throw Slip(u"The window does not come."_s);
}

Desk::~Desk() = default;

void Desk::openWorkspace()
{
    const auto workspace = std::filesystem::path(file(u"studio.signalbox"_s).toStdString());
    auto router = orSlip(RouterHost::start(workspace, std::make_unique<OfficeClock>()));
    auto commands = orSlip(emptyCommands("Six Trades"));
    commands.push_back({0, SaveAgent{supervisor(), {}}});
    orSlip(performAll(*router, std::move(commands)));
    m_router = router.get();
    m_console = std::make_unique<Composition>(*m_around, std::move(router), std::nullopt);
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
    input.visitor = VisitorId{"visitor-" + name.toStdString()};
    input.visitorName = name.toStdString();
    input.channel = channel;
    input.what = VisitorContext{known};
    submit(input);
    input.what = VisitorWrote{MessageId{"message-" + name.toStdString()}, text.toStdString()};
    submit(input);
}

}
