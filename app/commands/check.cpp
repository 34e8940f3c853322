#include "app/commands/check.h"

#include "app/commands/check_lines.h"
#include "app/commands/command_line.h"
#include "app/rules/open_intervals_of.h"
#include "routing/proof/check.h"
#include "routing/rulebook/rulebook_json.h"

#include <QCommandLineParser>
#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;
using WallClock = std::chrono::steady_clock;

struct CheckLine {
    QCommandLineParser parser;
    QCommandLineOption rulebook{u"rulebook"_s, u"A rulebook, or a list of policies."_s, u"file"_s};
    QCommandLineOption against{u"against"_s, u"Prove what policies decide otherwise than in this one."_s, u"file"_s};
    QCommandLineOption timeLimit{u"time-limit"_s, u"Stop after so many seconds; what is left is undecided."_s,
                                 u"seconds"_s, u"300"_s};
    QCommandLineOption overlaps{u"overlaps"_s, u"Show so many pairs of policies that overlap."_s, u"N"_s, u"20"_s};
    QCommandLineOption json{u"json"_s, u"JSON lines, one for each finding."_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Show this help."_s};

    CheckLine()
    {
        parser.setApplicationDescription(u"Proves what is wrong in a rulebook, or what differs between two."_s);
        parser.addOptions({rulebook, against, timeLimit, overlaps, json, help});
    }
};

struct CheckCall {
    QString rulebook;
    QString against;
    double seconds = 0;
    std::size_t overlaps = 0;
    bool json = false;
};

Result<CheckCall> readCall(const CheckLine& line)
{
    const QCommandLineParser& parser = line.parser;
    if (!parser.positionalArguments().isEmpty())
        return failure("\"" + parser.positionalArguments().first().toStdString() + "\" is not an option. See --help.");
    if (!parser.isSet(line.rulebook))
        return failure("Name the rulebook with --rulebook FILE.");
    bool isTime = false;
    const double limit = parser.value(line.timeLimit).toDouble(&isTime);
    if (!isTime || !(limit > 0) || limit > 1e6)
        return failure("--time-limit wants seconds, more than 0.");
    bool isCount = false;
    const int overlaps = parser.value(line.overlaps).toInt(&isCount);
    if (!isCount || overlaps < 0)
        return failure("--overlaps wants a whole number from 0.");
    return CheckCall{parser.value(line.rulebook), parser.value(line.against), limit, static_cast<std::size_t>(overlaps),
                     parser.isSet(line.json)};
}

void print(const Finding& finding, bool json)
{
    const std::string line = json ? jsonLineOf(finding) : textOf(finding);
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fflush(stdout);
}

// The rulebook; or every fault of it as a finding.
using Reading = tl::expected<Rulebook, std::vector<Finding>>;
Result<Reading> readRulebookFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("Cannot read " + path.toStdString() + ": " + file.errorString().toStdString() + ".");
    const QByteArray text = file.readAll();
    auto rulebook = readRulebook({text.constData(), std::size_t(text.size())});
    if (rulebook)
        return Reading(std::move(*rulebook));
    std::vector<Finding> errors;
    for (const RulebookIssue& issue : rulebook.error()) {
        Finding finding;
        finding.message = toText(issue);
        finding.place = issue.place;
        errors.push_back(std::move(finding));
    }
    return Reading(tl::unexpected(std::move(errors)));
}

ProofLimits limitsOf(const CheckCall& call)
{
    const auto started = WallClock::now();
    const bool onTerminal = isatty(STDERR_FILENO) == 1;
    ProofLimits limits;
    limits.overlapsShown = call.overlaps;
    limits.secondsLeft = [started, seconds = call.seconds] {
        return seconds - std::chrono::duration<double>(WallClock::now() - started).count();
    };
    limits.progress = [shown = started, onTerminal](const std::string& stage, std::size_t done,
                                                    std::size_t total) mutable {
        if (WallClock::now() - shown < std::chrono::milliseconds(500))
            return;
        shown = WallClock::now();
        std::fprintf(stderr, onTerminal ? "\r\033[K%s: %zu of %zu" : "%s: %zu of %zu\n", stage.c_str(), done, total);
    };
    limits.found = [json = call.json, onTerminal](const Finding& finding) {
        if (onTerminal)
            printError(u"\r\033[K"_s);
        print(finding, json);
    };
    return limits;
}

// How many things were found; each was printed.
Result<std::size_t> printFindings(const CheckCall& call)
{
    const ProofLimits limits = limitsOf(call);
    const auto printAll = [&limits](const std::vector<Finding>& findings) {
        std::for_each(findings.begin(), findings.end(), limits.found);
        return findings.size();
    };
    const auto reading = readRulebookFile(call.rulebook);
    if (!reading)
        return tl::unexpected(reading.error());
    auto other = call.against.isEmpty() ? Result<Reading>(Reading(Rulebook{})) : readRulebookFile(call.against);
    if (!other)
        return tl::unexpected(other.error());
    if (!*reading || !*other)
        return printAll(!*reading ? reading->error() : other->error());
    const auto now = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
    const Interval horizon = horizonOfProofs({&**reading, &**other}, now);
    const auto intervals = openIntervalsOf(**reading, horizon.from, horizon.to);
    const auto otherIntervals = openIntervalsOf(**other, horizon.from, horizon.to);
    if (!intervals || !otherIntervals) {
        Finding finding;
        const Error& error = intervals ? otherIntervals.error() : intervals.error();
        finding.message = error.place + ": " + error.message;
        finding.place = error.place;
        return printAll({finding});
    }
    return (call.against.isEmpty() ? checkRulebook(**reading, *intervals, horizon, limits)
                                   : compareRulebooks(**reading, *intervals, **other, *otherIntervals, horizon, limits))
        .size();
}

int run(const CheckCall& call)
{
    const auto found = printFindings(call);
    if (isatty(STDERR_FILENO) == 1)
        printError(u"\r\033[K"_s);
    if (!found)
        return usageError(u"check"_s, QString::fromStdString(found.error().message));
    if (*found == 0 && !call.json)
        printOut(call.against.isEmpty() ? u"Nothing was found: this is proved for every context.\n"_s
                                        : u"No behaviour changes: both decide the same for every context.\n"_s);
    return *found == 0 ? done : answerIsNo;
}

}

int check(const QStringList& arguments)
{
    CheckLine line;
    if (!line.parser.parse(QStringList{u"signalbox check"_s} + arguments))
        return usageError(u"check"_s, line.parser.errorText());
    if (line.parser.isSet(line.help)) {
        printOut(line.parser.helpText());
        return done;
    }
    const auto call = readCall(line);
    return call ? run(*call) : usageError(u"check"_s, QString::fromStdString(call.error().message));
}

}
