#include "app/commands/verify.h"

#include "app/commands/command_line.h"
#include "app/commands/workspace_option.h"
#include "app/router/history_check.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

void printLine(const Json& json)
{
    printOut(QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + u"\n"_s);
}

void printAsJson(const HistoryReport& report)
{
    for (const HistoryFault& fault : report.faults)
        printLine({{"kind", "difference"},
                   {"conversation", fault.conversation.value},
                   {"sequence", fault.sequence},
                   {"message", fault.what}});
    printLine({{"kind", "verified"},
               {"events", report.events},
               {"conversations", report.conversations},
               {"decisions", report.decisions},
               {"differences", report.faults.size()}});
}

void printInWords(const HistoryReport& report)
{
    for (const HistoryFault& fault : report.faults) {
        QString where = fault.conversation.empty()
            ? u"Workspace"_s
            : u"Conversation #"_s + QString::fromStdString(fault.conversation.value);
        if (fault.sequence > 0)
            where += u", event %1"_s.arg(fault.sequence);
        printOut(where + u": "_s + QString::fromStdString(fault.what) + u"\n"_s);
    }
    const QString differences
        = report.faults.empty() ? u"everything agrees"_s : u"%1 differences"_s.arg(report.faults.size());
    printOut(u"%1 events, %2 conversations, %3 decisions decided again: %4.\n"_s.arg(report.events)
                 .arg(report.conversations)
                 .arg(report.decisions)
                 .arg(differences));
}

}

int verify(const QStringList& arguments)
{
    WorkspaceCommandLine line(
        u"verify"_s, u"Checks the database, decides every decision again and compares the lists with the journal."_s);
    if (const auto over = line.read(arguments))
        return *over;
    if (!line.words().isEmpty())
        return line.wrong(u"\"%1\" is not an option. See --help."_s.arg(line.words().first()));
    auto database = Database::open(line.workspace(), Database::Access::ReadOnly);
    if (!database)
        return line.wrong(QString::fromStdString(database.error().message));
    const auto report = checkHistory(*database, [](std::int64_t events) {
        std::fprintf(stderr, "%lld events read\n", static_cast<long long>(events));
    });
    if (!report)
        return line.wrong(QString::fromStdString(report.error().message));
    line.json() ? printAsJson(*report) : printInWords(*report);
    return report->faults.empty() ? ExitStatus::done : ExitStatus::answerIsNo;
}

}
