#pragma once

#include "app/analysis/analysis_host.h"
#include "app/connectors/alert_post.h"
#include "app/console/hunspell_speller.h"
#include "app/console/import_job.h"
#include "app/console/notifications.h"
#include "app/console/router_port.h"
#include "app/console/single_window.h"
#include "app/console/system_scheme.h"
#include "app/console/window_prompts.h"
#include "app/gateway/gateway.h"
#include "app/practice/practice_visitors.h"
#include "app/router/clock.h"
#include "app/router/router_host.h"
#include "app/settings/settings_store.h"
#include "ui/main_window.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/theme.h"

#include <QAction>

#include <functional>
#include <memory>
#include <optional>

namespace signalbox {

// What is there before a workspace is: settings, looks and questions.
struct Surroundings {
    SettingsStore settings{defaultSettingsFile()};
    WindowPrompts prompts;
    Theme theme;
    SystemScheme systemScheme;
    std::function<Instant()> now = [] { return SystemClock().now(); };   // the window's clock
};

// Every long-lived object of a console with an open workspace, in order of birth; they die in reverse.
class Composition : public QObject {
    Q_OBJECT

public:
    // Without `gateway` no website chat is served from here.
    Composition(Surroundings& around, std::unique_ptr<RouterHost> host, const std::optional<GatewaySettings>& gateway);
    ~Composition() override;

    void showWindow();

private:
    void startGateway(const GatewaySettings& settings);
    void startPractice();
    void seatSomeoneKnown();
    void addImportActions();
    void import(double speed);
    void connectNotifications();

    Surroundings& m_around;
    std::unique_ptr<RouterHost> m_host;
    AlertPost m_alertPost{*m_host, secretsOfEnvironment()};
    std::unique_ptr<Gateway> m_gateway;
    RouterPort m_port{*m_host};
    AnalysisHost m_analysis;
    std::unique_ptr<PracticeVisitors> m_practice;
    Session m_session;
    ConsoleModel m_model{m_port, m_session};
    QAction m_importHistory{tr("Import conversations…")};
    QAction m_importLive{tr("Play conversations as live traffic…")};
    QAction m_stopImport{tr("Stop the import")};
    CommandAnswers m_commands{m_port, m_model};
    HunspellSpeller m_speller;
    MainWindow m_window;
    Notifications m_notifications;
    SingleWindow m_single{m_host->workspace()};
    std::unique_ptr<ImportJob> m_import;
};

}
