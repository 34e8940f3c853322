#include "app/commands/decide.h"

#include "app/commands/command_line.h"
#include "app/commands/decide_contexts.h"
#include "app/commands/decide_lines.h"
#include "routing/json/json_tree.h"
#include "routing/rulebook/rulebook_json.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

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
    constexpr std::size_t block = 1u << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure("Cannot read " + path.toStdString() + ": " + file.errorString().toStdString() + ".");
    std::string text;
    text.reserve(std::size_t(file.size()) + 2 * block);   // with room for what readers put behind it
    for (;;) {
        const std::size_t before = text.size();
        text.resize(before + block);
        const qint64 got = file.read(text.data() + before, block);
        text.resize(before + std::size_t(std::max<qint64>(got, 0)));
        if (got < 0)
            return failure("Cannot read " + path.toStdString() + ": " + file.errorString().toStdString() + ".");
        if (got == 0)
            return text;
    }
}

Result<Rulebook> readRulebookFile(const QString& path)
{
    if (const qint64 size = QFileInfo(path).size(); size > qint64(JsonBounds{}.bytes))
        return failure(path.toStdString() + ": found " + std::to_string(size) + " bytes, expected at most "
                       + std::to_string(JsonBounds{}.bytes) + ".");
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

void print(std::string& buffer, std::size_t above)
{
    if (buffer.size() <= above)
        return;
    std::fwrite(buffer.data(), 1, buffer.size(), stdout);
    buffer.clear();
}

// `explaining`: the engine that knows the schedules; none when nothing is to be explained.
void printDecisions(const Engine& engine, const DecideCall& call, const ContextDecider& decider,
                    const Engine* explaining)
{
    constexpr std::size_t block = 1u << 16;
    DecisionLines lines(engine.policiesInOrder());
    std::string buffer;
    for (std::size_t i = 0; i < decider.decisions().size(); ++i) {
        std::vector<TraceStep> trace;
        if (explaining)
            trace = decider.explain(*explaining, i);
        lines.append(buffer, i, decider.decisions()[i], call.all, explaining ? &trace : nullptr);
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

double processorSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

Result<void> run(const DecideCall& call)
{
    auto rulebook = readRulebookFile(call.rulebook);
    if (!rulebook)
        return tl::unexpected(rulebook.error());
    const Engine engine(std::move(*rulebook), 0, {});
    const auto present = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
    const double started = processorSeconds();
    auto text = readFile(call.contexts);
    if (!text)
        return tl::unexpected(text.error());
    ContextDecider decider(engine, call.all, call.repeat);
    const auto decided
        = call.explain ? decider.decideAllAndKeep(*text, present) : decider.decideAll(std::move(*text), present);
    if (!decided)
        return failure(fileAndPlace(call.contexts, decided.error()));
    if (decider.fault())
        return failure(fileAndPlace(call.rulebook, *decider.fault()));
    std::optional<Engine> explaining;
    if (call.explain)
        explaining.emplace(engine.rulebook(), 0, decider.intervals());
    printDecisions(engine, call, decider, explaining ? &*explaining : nullptr);
    // Reading, deciding once and writing; the rulebook is ready before.
    const double whole = processorSeconds() - started - decider.secondsDeciding() * (call.repeat - 1) / call.repeat;
    const auto count = double(decider.decisions().size());
    printFigure("decisions_per_second", count * call.repeat, decider.secondsDeciding());
    printFigure("contexts_per_second", count, whole);
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
