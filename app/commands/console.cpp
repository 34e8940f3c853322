#include "app/commands/console.h"

#include "app/commands/command_line.h"
#include "app/commands/listen_address.h"
#include "app/commands/stop_signals.h"
#include "app/composition.h"
#include "app/console/open_workspace.h"
#include "app/router/workspace_lock.h"
#include "app/settings/workspace_path.h"

#include <QApplication>
#include <QCommandLineParser>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct ConsoleCall {
    std::optional<std::filesystem::path> workspace;   // none: the last one, or the first-run choice
    std::optional<GatewaySettings> gateway;
    bool sample = false;   // a new workspace is filled with the sample, without asking
};

Result<ConsoleCall> readCall(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption workspace(u"workspace"_s, {}, u"file"_s);
    const QCommandLineOption listen(u"listen"_s, {}, u"address"_s);
    const QCommandLineOption noGateway(u"no-gateway"_s);
    const QCommandLineOption sample(u"sample"_s);
    parser.addOptions({workspace, listen, noGateway, sample});
    if (!parser.parse(arguments))
        return failure(parser.errorText().toStdString());
    if (!parser.positionalArguments().isEmpty())
        return failure("\"" + parser.positionalArguments().first().toStdString()
                       + "\" is not expected here. See signalbox --help.");
    ConsoleCall call;
    if (parser.isSet(workspace))
        call.workspace = parser.value(workspace).toStdString();
    call.sample = parser.isSet(sample);
    if (parser.isSet(noGateway))
        return call;
    const auto address = parser.isSet(listen) ? readListenAddress(parser.value(listen)) : ListenAddress{};
    if (!address)
        return tl::unexpected(address.error());
    call.gateway.emplace();
    call.gateway->address = address->address;
    call.gateway->port = address->port;
    return call;
}

struct Opened {
    std::unique_ptr<RouterHost> host;   // none: there is nothing to show
    int status = done;
};

Opened refused(Surroundings& around, const std::filesystem::path& file, const Error& error)
{
    if (offerOtherWindow(around.prompts, file))
        return {nullptr, answerIsNo};
    printError(u"signalbox: %1\n"_s.arg(QString::fromStdString(error.message)));
    around.prompts.tell(QString::fromStdString(error.message));
    return {nullptr, wrongUsage};
}

Opened openFor(Surroundings& around, const ConsoleCall& call)
{
    const std::filesystem::path file = call.workspace.value_or(defaultWorkspace());
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        if (!call.sample)
            return {askForWorkspace(around.theme, around.prompts, file, {}), done};
        auto host = newSampleWorkspace(file);
        return host ? Opened{std::move(*host), done} : refused(around, file, host.error());
    }
    auto host = openWorkspace(file);
    if (host)
        return {std::move(*host), done};
    if (call.workspace || WorkspaceLock::holder(file))
        return refused(around, file, host.error());
    // The last one cannot be opened any more: say so, and let the person choose anew.
    return {askForWorkspace(around.theme, around.prompts, ownWorkspace(), QString::fromStdString(host.error().message)),
            done};
}

}

int openConsole(int& argc, char** argv)
{
    StopSignals signals;
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Signalbox"_s);
    QApplication::setDesktopFileName(u"signalbox"_s);
    const auto call = readCall(QApplication::arguments());
    if (!call) {
        printError(u"signalbox: %1\n"_s.arg(QString::fromStdString(call.error().message)));
        return wrongUsage;
    }
    Surroundings around;
    around.theme.setSystemDark(around.systemScheme.isDark());
    QObject::connect(&around.systemScheme, &SystemScheme::changed, &around.theme, &Theme::setSystemDark);
    around.theme.applyTo(application);
    QApplication::setWindowIcon(around.theme.icon(u"logo"_s, ThemeColor::Accent));
    Opened opened = openFor(around, *call);
    if (!opened.host)
        return opened.status;
    Composition composition(around, std::move(opened.host), call->gateway);
    composition.showWindow();
    signals.onStop([&application] { QMetaObject::invokeMethod(&application, &QApplication::quit, Qt::QueuedConnection); });
    const int status = QApplication::exec();
    signals.onStop({});
    return status;
}

}
