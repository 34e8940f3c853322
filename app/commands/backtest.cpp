#include "app/commands/backtest.h"

#include "app/analysis/backtest.h"
#include "app/commands/backtest_lines.h"
#include "app/commands/command_line.h"
#include "app/commands/moments.h"
#include "app/commands/workspace_option.h"
#include "routing/rulebook/rulebook_json.h"

#include <QFile>

#include <unistd.h>

#include <cstdio>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct Call {
    QString rulebook;
    Period period;
    std::size_t moved = 0;
};

class BacktestLine : public WorkspaceCommandLine {
public:
    BacktestLine()
        : WorkspaceCommandLine(u"backtest"_s,
                               u"Decides the past again with a rulebook: who would have gone elsewhere."_s)
    {
        parser().addOptions({m_rulebook, m_since, m_until, m_include, m_moved});
    }

    Result<Call> call()
    {
        if (!words().isEmpty())
            return failure("\"" + words().first().toStdString() + "\" is not an option. See --help.");
        if (!parser().isSet(m_rulebook))
            return failure("Name the rulebook with --rulebook FILE.");
        const auto since = momentIn(parser().value(m_since));
        const auto until = parser().isSet(m_until) ? momentIn(parser().value(m_until)) : presentMoment();
        if (!since || !until)
            return failure(std::string(since ? "--until" : "--since")
                           + " wants a day like 2026-06-09 or a time like 2026-06-09T08:00:00Z.");
        Call call{parser().value(m_rulebook), {*since, *until, true, false, false}, 0};
        for (const QString& origin : parser().value(m_include).split(u',', Qt::SkipEmptyParts)) {
            if (origin != u"practice"_s && origin != u"imported"_s)
                return failure("--include knows practice and imported, not \"" + origin.toStdString() + "\".");
            (origin == u"practice"_s ? call.period.practice : call.period.imported) = true;
        }
        bool isCount = false;
        const int moved = parser().value(m_moved).toInt(&isCount);
        if (!isCount || moved < 0)
            return failure("--moved wants a whole number from 0.");
        call.moved = static_cast<std::size_t>(moved);
        return call;
    }

private:
    QCommandLineOption m_rulebook{u"rulebook"_s, u"The rulebook to try."_s, u"file"_s};
    QCommandLineOption m_since{u"since"_s, u"Conversations last decided from this day or time on."_s, u"time"_s,
                               u"1970-01-01"_s};
    QCommandLineOption m_until{u"until"_s, u"And before this one; the present unless said."_s, u"time"_s};
    QCommandLineOption m_include{u"include"_s, u"Also practice or imported conversations, or both."_s,
                                 u"practice,imported"_s};
    QCommandLineOption m_moved{u"moved"_s, u"List so many of the conversations that move."_s, u"N"_s, u"20"_s};
};

Result<std::string> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("Cannot read " + path.toStdString() + ": " + file.errorString().toStdString() + ".");
    return file.readAll().toStdString();
}

// One line that is written over on a terminal; at most ten a second.
Errand errandWithProgress()
{
    Errand errand;
    const bool onTerminal = isatty(STDERR_FILENO) == 1;
    errand.progressed
        = [onTerminal, shown = std::chrono::steady_clock::time_point{}](std::int64_t done, std::int64_t total) mutable {
              const auto now = std::chrono::steady_clock::now();
              if (now - shown < std::chrono::milliseconds(onTerminal ? 100 : 1000))
                  return;
              shown = now;
              std::fprintf(stderr, onTerminal ? "\r\033[K%lld of %lld" : "%lld of %lld\n", static_cast<long long>(done),
                           static_cast<long long>(total));
          };
    return errand;
}

}

int backtestCommand(const QStringList& arguments)
{
    BacktestLine line;
    if (const auto over = line.read(arguments))
        return *over;
    const auto call = line.call();
    if (!call)
        return line.wrong(QString::fromStdString(call.error().message));
    const auto document = contentOf(call->rulebook);
    if (!document)
        return line.wrong(QString::fromStdString(document.error().message));
    History history(line.workspace());
    const auto report = backtest(history, *document, call->period, presentMoment(), errandWithProgress());
    if (isatty(STDERR_FILENO) == 1)
        printError(u"\r\033[K"_s);
    if (!report)
        return line.wrong(QString::fromStdString(report.error().message));
    printOut(line.json() ? backtestAsJsonLines(*report, call->moved)
                         : backtestInWords(*report, *readRulebook(*document), call->moved));
    return ExitStatus::done;
}

}
