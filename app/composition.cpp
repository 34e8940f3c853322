#include "app/composition.h"

#include "app/commands/gateway_url.h"
#include "app/console/sample_workspace.h"

#include <QApplication>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

Session lastSession(const SettingsStore& settings)
{
    const SeatSettings seat = settings.seat();
    return {seat.agent, seat.agentName, seat.role};
}

}

Composition::Composition(Surroundings& around, std::unique_ptr<RouterHost> host,
                         const std::optional<GatewaySettings>& gateway)
    : m_around(around),
      m_host(std::move(host)),
      m_analysis(m_host->workspace(), around.now),
      m_session(lastSession(around.settings)),
      m_window(PageContext{m_port, m_analysis, m_model, around.theme, around.prompts, m_session, around.settings, around.now,
                           &m_speller}),
      m_notifications({m_model, around.settings, [] { return QApplication::activeWindow() != nullptr; },
                       [this](bool sound) {
                           QApplication::alert(&m_window);
                           if (sound)
                               QApplication::beep();
                       },
                       around.now},
                      QDBusConnection::sessionBus())
{
    around.prompts.setWindow(&m_window);
    startPractice();
    if (gateway)
        startGateway(*gateway);
    addImportActions();
    connectNotifications();
    connect(&m_single, &SingleWindow::raiseAsked, &m_window, &MainWindow::comeToFront);
    connect(&m_model, &ConsoleModel::changed, this, &Composition::seatSomeoneKnown);
    connect(&m_model, &ConsoleModel::sessionChanged, this, [this] {
        SeatSettings seat = m_around.settings.seat();
        seat.agent = m_session.agent;
        seat.agentName = m_session.name;
        seat.role = m_session.role;
        m_around.settings.saveSeat(seat);
    });
    SeatSettings seat = around.settings.seat();
    seat.lastWorkspace = std::filesystem::absolute(m_host->workspace());
    around.settings.saveSeat(seat);
}

Composition::~Composition()
{
    // Nobody is at the desk of a closed window, so nothing may be offered to it.
    if (const AgentOnScreen* const agent = m_model.agent(m_session.agent);
        agent && agent->presence != Presence::Offline)
        m_model.submit(SetPresence{m_session.agent, Presence::Offline});
    m_around.prompts.setWindow(nullptr);
}

void Composition::showWindow() { m_window.QWidget::show(); }

void Composition::startGateway(const GatewaySettings& settings)
{
    auto started = Gateway::start(*m_host, settings);
    if (!started) {
        m_model.setGateway(
            {},
            tr("The website chat is not served: %1 Close the other program, or start with --listen and another port.")
                .arg(QString::fromStdString(started.error().message)));
        return;
    }
    m_gateway = std::move(*started);
    m_model.setGateway(gatewayUrl(*m_gateway), {});
}

void Composition::startPractice()
{
    auto script = samplePractice();
    if (!script)
        return;   // a build without samples has no practice visitors
    const auto seed = std::uint32_t(toMicroseconds(m_around.now()));
    m_practice = std::make_unique<PracticeVisitors>(*m_host, std::move(*script), seed, m_around.now);
    connect(&m_port, &ConsolePort::changed, m_practice.get(), &PracticeVisitors::follow);
}

// The person of the last time may not be one of this workspace: then whoever may do everything sits here.
void Composition::seatSomeoneKnown()
{
    if (m_model.agents().empty() || m_model.agent(m_session.agent))
        return;
    const AgentOnScreen* chosen = &m_model.agents().begin()->second;
    for (const auto& [id, agent] : m_model.agents())
        if (agent.agent.role > chosen->agent.role)
            chosen = &agent;
    m_model.setSession({chosen->agent.id, QString::fromStdString(chosen->agent.name), chosen->agent.role});
}

// What is chosen on the desktop happens here, and comes to the front unless it is said to be done with.
void Composition::connectNotifications()
{
    connect(&m_notifications, &Notifications::acceptWanted, this, [this](const Offer& offer) {
        m_window.comeToFront();
        m_commands.send(
            AcceptOffer{offer.id, m_session.agent}, [this, id = offer.conversation] { m_window.openConversation(id); },
            [this](const QString& why) { m_window.setNotice(why); });
    });
    connect(&m_notifications, &Notifications::declineWanted, this, [this](const Offer& offer) {
        m_commands.send(DeclineOffer{offer.id, m_session.agent, {}}, {},
                        [this](const QString& why) { m_window.setNotice(why); });
    });
    connect(&m_notifications, &Notifications::openWanted, this, [this](const ConversationId& id) {
        m_window.comeToFront();
        m_window.openConversation(id);
    });
}

void Composition::addImportActions()
{
    m_importHistory.setObjectName(u"importHistory"_s);
    m_importLive.setObjectName(u"importLive"_s);
    m_stopImport.setObjectName(u"stopImport"_s);
    m_stopImport.setEnabled(false);
    for (QAction* const action : {&m_importHistory, &m_importLive, &m_stopImport})
        m_window.addFileAction(action);
    connect(&m_importHistory, &QAction::triggered, this, [this] { import(0); });
    connect(&m_importLive, &QAction::triggered, this, [this] { import(1); });
    connect(&m_stopImport, &QAction::triggered, this, [this] {
        if (m_import)
            m_import->cancel();
    });
}

void Composition::import(double speed)
{
    if (m_import)
        return m_window.setNotice(tr("An import is running. Stop it first, or wait for its end."));
    const auto file = m_around.prompts.openFile(tr("Import conversations"),
                                                tr("Conversations (*.tsv *.tsv.gz *.jsonl *.jsonl.gz);;All files (*)"));
    if (!file)
        return;
    m_import = std::make_unique<ImportJob>(*m_host, ImportOptions{{file->toStdString()}, std::nullopt, speed});
    m_stopImport.setEnabled(true);
    connect(m_import.get(), &ImportJob::progressed, &m_window, &MainWindow::setNotice);
    connect(m_import.get(), &ImportJob::finished, this, [this](const QString& words) {
        m_window.setNotice(words);
        m_stopImport.setEnabled(false);
        m_import.release()->deleteLater();   // it is still telling
    });
}

}
