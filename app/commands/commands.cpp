#include "app/commands/commands.h"

#include "app/commands/agents.h"
#include "app/commands/backtest.h"
#include "app/commands/check.h"
#include "app/commands/command_line.h"
#include "app/commands/console.h"
#include "app/commands/contacts.h"
#include "app/commands/decide.h"
#include "app/commands/explain.h"
#include "app/commands/import.h"
#include "app/commands/insights.h"
#include "app/commands/label.h"
#include "app/commands/practice.h"
#include "app/commands/report.h"
#include "app/commands/rulebook.h"
#include "app/commands/serve.h"
#include "app/commands/tune.h"
#include "app/commands/verify.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array table{
    Subcommand{"serve", "router and gateway with no window", serve},
    Subcommand{"import", "plays conversations from files into the workspace", importTranscripts},
    Subcommand{"decide", "decides contexts from a file by a rulebook from a file", decide},
    Subcommand{"check", "proves what is wrong in a rulebook, or what differs between two", check},
    Subcommand{"backtest", "the past decided again with a rulebook: who would have gone elsewhere", backtestCommand},
    Subcommand{"explain", "the decisions of one conversation, each with its trace", explain},
    Subcommand{"verify", "integrity of the workspace, and every decision decided again", verify},
    Subcommand{"report", "the four figures and the review of the alerts", report},
    Subcommand{"label", "labels alerts by what became known of their conversations", labelCommand},
    Subcommand{"tune", "what another threshold would have done to the labelled alerts", tune},
    Subcommand{"agents", "lists the people of the workspace, or takes them from a file", agents},
    Subcommand{"practice", "days of simulated visitors and answers, played into a workspace", practice},
    Subcommand{"insights", "what happened on the floor: volumes, waiting, handling, AI, agents, policies", insights},
    Subcommand{"contacts", "finds, shows, exports and erases people", contacts},
    Subcommand{"rulebook", "exports the live rulebook, or publishes a file as it", rulebook},
};

// Levenshtein's distance: letters to put in, take out or change.
int distance(const QString& from, const QString& to)
{
    std::vector<int> row(std::size_t(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < to.size(); ++j) {
            const auto at = std::size_t(j);
            const int change = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({change, row[at] + 1, row[at + 1] + 1});
        }
    }
    return row.back();
}

int unknownSubcommand(const QString& word)
{
    const QString nearest = nearestSubcommand(word);
    const QString advice = nearest.isEmpty() ? u"See signalbox --help."_s : u"Did you mean \"%1\"?"_s.arg(nearest);
    printError(u"signalbox: there is no command \"%1\". %2\n"_s.arg(word, advice));
    return wrongUsage;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"signalbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
}

}

std::span<const Subcommand> subcommands() { return table; }

const Subcommand* findSubcommand(const QString& name)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Subcommand& command) { return QLatin1StringView(command.name) == name; });
    return found == table.end() ? nullptr : &*found;
}

QString nearestSubcommand(const QString& word)
{
    QString nearest;
    int least = 3;   // more letters wrong than two is another word
    for (const Subcommand& command : table) {
        const QString name = QString::fromLatin1(command.name);
        if (const int far = distance(word, name); far < least) {
            least = far;
            nearest = name;
        }
    }
    return nearest;
}

QString helpText()
{
    QString text = u"Usage: signalbox [--workspace FILE] [--listen ADDR:PORT] [--no-gateway]\n"
                   "       signalbox COMMAND [OPTIONS]\n\n"
                   "Without a command it opens the operator console.\n\n"
                   "  --workspace FILE    the workspace to open; else the one last used\n"
                   "  --listen ADDR:PORT  where the website chat is served; 127.0.0.1:8480 unless said\n"
                   "  --no-gateway        serve no website chat from this console\n"
                   "  --sample            fill a new workspace with the sample company\n"
                   "  --help, --version   this text, or the version\n\n"
                   "Commands:\n"_s;
    for (const Subcommand& command : table)
        text += u"  %1%2\n"_s.arg(QString::fromLatin1(command.name), -10).arg(QString::fromUtf8(command.what));
    return text + u"\nEach command has its own --help.\n"_s;
}

int runProgram(int& argc, char** argv)
{
    nameApplication();
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == u"--version"_s || first == u"-v"_s) {
        printOut(u"signalbox %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return done;
    }
    if (first == u"--help"_s || first == u"-h"_s || first == u"help"_s) {
        printOut(helpText());
        return done;
    }
    if (first.isEmpty() || first.startsWith(u'-'))
        return openConsole(argc, argv);
    const Subcommand* const command = findSubcommand(first);
    if (!command)
        return unknownSubcommand(first);
    const QCoreApplication application(argc, argv);
    return command->run(QCoreApplication::arguments().mid(2));
}

}
