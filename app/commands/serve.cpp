#include "app/commands/serve.h"

#include "app/commands/command_line.h"
#include "app/commands/listen_address.h"
#include "app/commands/stop_signals.h"
#include "app/commands/gateway_url.h"
#include "app/commands/workspace_option.h"
#include "app/connectors/alert_post.h"
#include "app/gateway/gateway.h"
#include "app/router/router_host.h"

#include <semaphore>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

int run(const WorkspaceCommandLine& line, const ListenAddress& listen)
{
    std::binary_semaphore stopped{0};
    StopSignals signals;
    auto host = RouterHost::start(line.workspace(), std::make_unique<SystemClock>(), "signalbox serve");
    if (!host)
        return line.wrong(QString::fromStdString(host.error().message));
    (*host)->follow({}, [](const std::string& trouble) {
        printError(trouble.empty() ? u"The workspace can be written again.\n"_s
                                   : QString::fromStdString(trouble) + u"\n"_s);
    });
    const AlertPost alertPost(**host, secretsOfEnvironment());
    GatewaySettings settings;
    settings.address = listen.address;
    settings.port = listen.port;
    const auto gateway = Gateway::start(**host, settings);
    if (!gateway)
        return line.wrong(QString::fromStdString(gateway.error().message));
    signals.onStop([&stopped] { stopped.release(); });
    printOut(u"Listening on %1\n"_s.arg(gatewayUrl(**gateway)));
    stopped.acquire();
    signals.onStop({});
    return ExitStatus::done;
}

}

int serve(const QStringList& arguments)
{
    WorkspaceCommandLine line(u"serve"_s, u"Router and gateway with no window, until it is told to stop."_s);
    const QCommandLineOption listen(u"listen"_s, u"Where the website chat is served; port 0 takes any free one."_s,
                                    u"addr:port"_s, u"127.0.0.1:8480"_s);
    line.parser().addOption(listen);
    if (const auto over = line.read(arguments))
        return *over;
    if (!line.words().isEmpty())
        return line.wrong(u"\"%1\" is not an option. See --help."_s.arg(line.words().first()));
    const auto address = readListenAddress(line.parser().value(listen));
    if (!address)
        return line.wrong(QString::fromStdString(address.error().message));
    return run(line, *address);
}

}
