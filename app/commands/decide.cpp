#include "app/commands/decide.h"

#include "app/commands/command_line.h"
#include "app/commands/decide_contexts.h"
#include "app/commands/decide_lines.h"
#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/rulebook/rulebook_json.h"

#include <QCommandLineParser>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>

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

Result<std::string> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("Cannot read " + path.toStdString() + ": " + file.errorString().toStdString() + ".");
    return file.readAll().toStdString();
}

Result<Rulebook> readRulebookFile(const QString& path)
{
    const auto text = readFile(path);
    if (!text)
        return tl::unexpected(text.error());
    auto rulebook = readRulebook(*text);
    if (rulebook)
        return std::move(*rulebook);
    const std::size_t more = rulebook.error().size() - 1;
    return failure(path.toStdString() + ": " + toText(rulebook.error().front())
                   + (more > 0 ? " (and " + std::to_string(more) + " more)" : "") + ".");
}

// Decides every context, once for each round.
std::vector<BareDecision> decideAll(const Engine& engine, const DecideCall& call,
                                    const std::vector<NativeContext>& contexts)
{
    const PolicyIndex& index = engine.policyIndex();
    std::vector<BareDecision> decisions(contexts.size());
    MatchMemory memory;
    for (int round = 0; round < call.repeat; ++round)
        for (std::size_t i = 0; i < contexts.size(); ++i) {
            BareDecision& decision = decisions[i];
            if (call.all)
                index.allMatches(contexts[i], memory, decision.matches);
            else
                decision.policy = index.firstMatch(contexts[i], memory).value_or(BareDecision::none);
            if (!decision.matches.empty())
                decision.policy = decision.matches.front();
            if (decision.policy != BareDecision::none)
                decision.byException = index.isExcepted(decision.policy, contexts[i], memory);
        }
    return decisions;
}

void print(std::string& buffer, std::size_t above)
{
    if (buffer.size() <= above)
        return;
    std::fwrite(buffer.data(), 1, buffer.size(), stdout);
    buffer.clear();
}

// `explaining`: the engine that knows the schedules; none when nothing is to be explained.
void printDecisions(const Engine& engine, const DecideCall& call, const BareContexts& contexts,
                    const std::vector<BareDecision>& decisions, const Engine* explaining)
{
    constexpr std::size_t block = 1u << 16;
    DecisionLines lines(engine.policiesInOrder());
    std::string buffer;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        std::vector<TraceStep> trace;
        if (explaining)
            trace = explaining->explain(contexts.plain[i], contexts.native[i].now);
        lines.append(buffer, i, decisions[i], call.all, explaining ? &trace : nullptr);
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

std::string fileAndPlace(const QString& file, const Error& error)
{
    return file.toStdString() + (error.place.empty() ? "" : ", " + error.place) + ": " + error.message;
}

Result<void> decideFile(const DecideCall& call, Rulebook rulebook, std::string text)
{
    const auto started = WallClock::now();
    const auto present = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
    const Engine engine(std::move(rulebook), 0, {});
    auto contexts = readBareContexts(std::move(text), engine, present, call.explain);
    if (!contexts)
        return failure(fileAndPlace(call.contexts, contexts.error()));
    auto intervals = intervalsAround(contexts->native, engine.rulebook());
    if (!intervals)
        return failure(fileAndPlace(call.rulebook, intervals.error()));
    close(contexts->native, engine, *intervals);
    const std::clock_t before = std::clock();
    const auto decisions = decideAll(engine, call, contexts->native);
    const double deciding = double(std::clock() - before) / CLOCKS_PER_SEC;
    std::optional<Engine> explaining;
    if (call.explain)
        explaining.emplace(engine.rulebook(), 0, std::move(*intervals));
    printDecisions(engine, call, *contexts, decisions, explaining ? &*explaining : nullptr);
    const double repeating
        = deciding * (call.repeat - 1) / call.repeat;   // no part of reading, deciding once and writing
    const double whole = std::chrono::duration<double>(WallClock::now() - started).count() - repeating;
    printFigure("decisions_per_second", double(decisions.size()) * call.repeat, deciding);
    printFigure("contexts_per_second", double(decisions.size()), whole);
    return {};
}

Result<void> run(const DecideCall& call)
{
    auto rulebook = readRulebookFile(call.rulebook);
    if (!rulebook)
        return tl::unexpected(rulebook.error());
    auto text = readFile(call.contexts);
    if (!text)
        return tl::unexpected(text.error());
    return decideFile(call, std::move(*rulebook), std::move(*text));
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
