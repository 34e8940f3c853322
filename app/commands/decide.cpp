#include "app/commands/decide.h"

#include "app/commands/command_line.h"
#include "app/commands/decide_lines.h"
#include "app/rules/open_intervals_of.h"
#include "routing/context/context_json.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/rulebook_json.h"

#include <QCommandLineParser>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;
using WallClock = std::chrono::steady_clock;

struct DecideLine {
    QCommandLineParser parser;
    QCommandLineOption rulebook{u"rulebook"_s, u"A rulebook, or a list of policies."_s, u"file"_s};
    QCommandLineOption contexts{u"contexts"_s, u"The contexts: a JSON array, or JSON lines."_s, u"file"_s};
    QCommandLineOption all{u"all"_s, u"Also every policy whose condition holds, in order, as \"matches\"."_s};
    QCommandLineOption explain{u"explain"_s, u"Also why each policy did not fire, as \"trace\"."_s};
    QCommandLineOption repeat{u"repeat"_s, u"Decide all of it N times, to measure."_s, u"N"_s, u"1"_s};
    QCommandLineOption json{u"json"_s, u"JSON lines: what it prints anyway."_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Show this help."_s};

    DecideLine()
    {
        parser.setApplicationDescription(u"Decides contexts by a rulebook: one JSON line for each context."_s);
        parser.addOptions({rulebook, contexts, all, explain, repeat, json, help});
    }
};

struct DecideCall {
    QString rulebook;
    QString contexts;
    bool all = false;
    bool explain = false;
    int repeat = 1;
};

Result<DecideCall> readCall(const DecideLine& line)
{
    const QCommandLineParser& parser = line.parser;
    if (!parser.positionalArguments().isEmpty())
        return failure("\"" + parser.positionalArguments().first().toStdString() + "\" is not an option. See --help.");
    if (!parser.isSet(line.rulebook) || !parser.isSet(line.contexts))
        return failure("Name the rulebook with --rulebook FILE and the contexts with --contexts FILE.");
    bool isNumber = false;
    const int repeat = parser.value(line.repeat).toInt(&isNumber);
    if (!isNumber || repeat < 1)
        return failure("--repeat wants a whole number from 1.");
    return DecideCall{parser.value(line.rulebook), parser.value(line.contexts), parser.isSet(line.all),
                      parser.isSet(line.explain), repeat};
}

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("Cannot read " + path.toStdString() + ": " + file.errorString().toStdString() + ".");
    return file.readAll();
}

Result<Rulebook> readRulebookFile(const QString& path)
{
    const auto text = readFile(path);
    if (!text)
        return tl::unexpected(text.error());
    auto rulebook = readRulebook({text->constData(), std::size_t(text->size())});
    if (rulebook)
        return std::move(*rulebook);
    const std::size_t more = rulebook.error().size() - 1;
    return failure(path.toStdString() + ": " + toText(rulebook.error().front())
                   + (more > 0 ? " (and " + std::to_string(more) + " more)" : "") + ".");
}

Result<std::vector<Values>> readContextsFile(const QString& path, const Rulebook& rulebook)
{
    const auto text = readFile(path);
    if (!text)
        return tl::unexpected(text.error());
    auto contexts = readContexts({text->constData(), std::size_t(text->size())}, rulebook);
    if (contexts)
        return contexts;
    const Error& error = contexts.error();
    return failure(path.toStdString() + (error.place.empty() ? "" : ", " + error.place) + ": " + error.message);
}

// The time of each context: its own "now", else the present, which it is then given.
std::vector<Instant> timesOf(std::vector<Values>& contexts, const Rulebook& rulebook, Instant present)
{
    const bool isTime = typeOfAttribute("now", rulebook) == ValueType::Time;
    std::vector<Instant> times;
    times.reserve(contexts.size());
    for (Values& context : contexts) {
        if (isTime)
            context.emplace("now", present);
        const auto now = context.find("now");
        const auto* const own = now == context.end() ? nullptr : std::get_if<Instant>(&now->second);
        times.push_back(own ? *own : present);
    }
    return times;
}

Result<OpenIntervals> intervalsAround(const std::vector<Instant>& times, const Rulebook& rulebook)
{
    constexpr std::chrono::days margin{1};
    constexpr std::chrono::years longest{100};
    if (times.empty() || rulebook.schedules.empty())
        return OpenIntervals{};
    const auto [first, last] = std::minmax_element(times.begin(), times.end());
    if (*last - *first > longest)
        return failure("The contexts' times lie more than 100 years apart: schedules cannot be resolved for them.");
    return openIntervalsOf(rulebook, *first - margin, *last + margin);
}

BareDecision decideOne(const Engine& engine, const Values& context, Instant now, bool all)
{
    BareDecision decision;
    if (all) {
        decision.matches = engine.allMatches(context, now);
        decision.policy = decision.matches.empty() ? nullptr : decision.matches.front();
    } else
        decision.policy = engine.firstMatch(context, now);
    if (decision.policy)
        decision.actions = &engine.actionsOf(*decision.policy, context, now);
    return decision;
}

void print(std::string& buffer, std::size_t above)
{
    if (buffer.size() <= above)
        return;
    std::fwrite(buffer.data(), 1, buffer.size(), stdout);
    buffer.clear();
}

void printDecisions(const Engine& engine, const DecideCall& call, const std::vector<Values>& contexts,
                    const std::vector<Instant>& times, const std::vector<BareDecision>& decisions)
{
    constexpr std::size_t block = 1u << 16;
    DecisionLines lines;
    std::string buffer;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        std::vector<TraceStep> trace;
        if (call.explain)
            trace = engine.explain(contexts[i], times[i]);
        lines.append(buffer, i, decisions[i], call.all, call.explain ? &trace : nullptr);
        print(buffer, block);
    }
    print(buffer, 0);
    std::fflush(stdout);
}

void printFigure(const char* name, double count, double tookSeconds)
{
    const double perSecond = tookSeconds > 0 ? count / tookSeconds : 0;
    std::fprintf(stderr, "%s=%.0f\n", name, perSecond);
}

Result<void> run(const DecideCall& call)
{
    auto rulebook = readRulebookFile(call.rulebook);
    if (!rulebook)
        return tl::unexpected(rulebook.error());
    const auto started = WallClock::now();
    auto contexts = readContextsFile(call.contexts, *rulebook);
    if (!contexts)
        return tl::unexpected(contexts.error());
    const auto present = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
    const auto times = timesOf(*contexts, *rulebook, present);
    auto intervals = intervalsAround(times, *rulebook);
    if (!intervals)
        return failure(call.rulebook.toStdString() + ", " + intervals.error().place + ": " + intervals.error().message);
    const Engine engine(std::move(*rulebook), 0, std::move(*intervals));
    std::vector<BareDecision> decisions(contexts->size());
    const std::clock_t before = std::clock();
    for (int round = 0; round < call.repeat; ++round)
        for (std::size_t i = 0; i < decisions.size(); ++i)
            decisions[i] = decideOne(engine, (*contexts)[i], times[i], call.all);
    const double deciding = double(std::clock() - before) / CLOCKS_PER_SEC;
    printDecisions(engine, call, *contexts, times, decisions);
    const double repeating
        = deciding * (call.repeat - 1) / call.repeat;   // no part of reading, deciding once and writing
    const double whole = std::chrono::duration<double>(WallClock::now() - started).count() - repeating;
    printFigure("decisions_per_second", double(decisions.size()) * call.repeat, deciding);
    printFigure("contexts_per_second", double(decisions.size()), whole);
    return {};
}

}

int decide(const QStringList& arguments)
{
    DecideLine line;
    if (!line.parser.parse(QStringList{u"signalbox decide"_s} + arguments))
        return usageError(u"decide"_s, line.parser.errorText());
    if (line.parser.isSet(line.help)) {
        printOut(line.parser.helpText());
        return done;
    }
    const auto call = readCall(line);
    const auto outcome = call ? run(*call) : Result<void>(tl::unexpected(call.error()));
    return outcome ? done : usageError(u"decide"_s, QString::fromStdString(outcome.error().message));
}

}
