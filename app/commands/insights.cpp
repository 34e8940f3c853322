#include "app/commands/insights.h"

#include "app/analysis/floor_counter.h"
#include "app/commands/command_line.h"
#include "app/commands/moments.h"
#include "app/commands/period_options.h"
#include "app/commands/workspace_option.h"
#include "model/report/floor_report.h"

#include <QTimeZone>

#include <algorithm>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

using FloorFormat = std::string (*)(const FloorReport&);

struct InsightsCall {
    FloorReport report;   // without its counts
    FloorFormat print = floorAsText;
};

class InsightsLine : public WorkspaceCommandLine {
public:
    InsightsLine()
        : WorkspaceCommandLine(u"insights"_s,
                               u"What happened on the floor: volumes, waiting, handling, AI, agents and policies."_s)
    {
        parser().addOptions({m_by, m_and, m_measure, m_zone, m_format});
    }

    Result<InsightsCall> call()
    {
        if (!words().isEmpty())
            return failure("\"" + words().first().toStdString() + "\" is not an option. See --help.");
        InsightsCall call;
        FloorQuestion& question = call.report.counts.question;
        question.of.now = presentMoment();
        question.by = floorDimensionFromName(parser().value(m_by).toStdString());
        question.zone = parser().value(m_zone).toStdString();
        if (parser().isSet(m_and))
            question.across = floorDimensionFromName(parser().value(m_and).toStdString());
        if (auto period = m_period.read(question.of); !period)
            return tl::unexpected(period.error());
        for (const auto read : {&InsightsLine::readMeasure, &InsightsLine::readFormat})
            if (auto done = (this->*read)(call); !done)
                return tl::unexpected(done.error());
        return call;
    }

private:
    Result<void> readMeasure(InsightsCall& call)
    {
        if (!parser().isSet(m_measure))
            return {};
        const auto measure = floorMeasureFromName(parser().value(m_measure).toStdString());
        if (!measure) {
            std::string known;
            for (const AboutFloorMeasure& one : floorMeasures())
                known += (known.empty() ? "" : ", ") + std::string(one.id);
            return failure("--measure knows " + known + ".");
        }
        call.report.counts.question.measure = *measure;
        call.report.only = *measure;
        return {};
    }

    Result<void> readFormat(InsightsCall& call)
    {
        const QString format = json() && !parser().isSet(m_format) ? u"json"_s : parser().value(m_format);
        for (const auto& [name, print] : {std::pair<const char*, FloorFormat>{"text", floorAsText},
                                          {"csv", floorAsCsv},
                                          {"json", floorAsJsonLines}})
            if (format == QLatin1StringView(name)) {
                call.print = print;
                return {};
            }
        return failure("--format wants text, csv or json.");
    }

    PeriodOptions m_period{parser()};
    QCommandLineOption m_by{u"by"_s,
                            u"channel, tier, queue, agent, policy, version, outcome, hour, weekday, day, week, or any "
                            "attribute such as page.path."_s,
                            u"what"_s, u"channel"_s};
    QCommandLineOption m_and{u"and"_s, u"A table of one measure: these are its columns."_s, u"what"_s};
    QCommandLineOption m_measure{u"measure"_s, u"Only this one: waiting, abandoned, ai-share, ...; all unless said."_s,
                                 u"what"_s};
    QCommandLineOption m_zone{u"zone"_s, u"Time zone of hours, weekdays and days; this machine's unless said."_s,
                              u"Europe/Berlin"_s, QString::fromUtf8(QTimeZone::systemTimeZoneId())};
    QCommandLineOption m_format{u"format"_s, u"text, csv or json."_s, u"format"_s, u"text"_s};
};

// An attribute that no conversation has is more likely a slip of the pen than a question.
Result<void> checkAttributes(FloorCounter& counter, const FloorQuestion& question)
{
    for (const auto& dimension : {std::optional(question.by), question.across}) {
        if (!dimension || dimension->kind != FloorBy::Attribute)
            continue;
        const auto seen = counter.attributes({});
        if (!seen)
            return tl::unexpected(seen.error());
        if (std::ranges::find(*seen, dimension->attribute) == seen->end())
            return failure("No decision saw an attribute \"" + dimension->attribute + "\". See --help for what else.");
    }
    return {};
}

}

int insights(const QStringList& arguments)
{
    InsightsLine line;
    if (const auto over = line.read(arguments))
        return *over;
    auto call = line.call();
    if (!call)
        return line.wrong(QString::fromStdString(call.error().message));
    History history(line.workspace());
    FigureSource source(line.workspace());
    FloorCounter counter(source, history);
    const FloorQuestion question = call->report.counts.question;
    const auto known = checkAttributes(counter, question);
    auto counts = known ? counter.count(question, {}) : tl::unexpected(known.error());
    if (!counts)
        return line.wrong(QString::fromStdString(counts.error().message));
    call->report.counts = std::move(*counts);
    printOut(QString::fromStdString(call->print(call->report)));
    return ExitStatus::done;
}

}
