#include "app/commands/report.h"

#include "app/commands/command_line.h"
#include "app/commands/moments.h"
#include "app/commands/period_options.h"
#include "app/commands/workspace_option.h"
#include "model/domain/names.h"
#include "model/figures/iso_week.h"
#include "model/report/figure_report.h"
#include "model/storage/figures_store.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

using Format = std::string (*)(const FigureReport&);

struct ReportCall {
    FigureQuestion question;
    std::vector<Dimension> by;
    Format print = reportAsText;
};

// In the light theme's colours: it is made to be printed.
std::string printAsHtml(const FigureReport& report)
{
    QFile theme(u":/themes/light.json"_s);
    return reportAsHtml(report, theme.open(QIODevice::ReadOnly) ? theme.readAll().toStdString() : std::string());
}

class ReportLine : public WorkspaceCommandLine {
public:
    ReportLine()
        : WorkspaceCommandLine(u"report"_s,
                               u"The four figures, each with its definition, and the review of the alerts."_s)
    {
        parser().addOptions({m_by, m_format, m_version, m_topDeal});
    }

    Result<ReportCall> call()
    {
        if (!words().isEmpty())
            return failure("\"" + words().first().toStdString() + "\" is not an option. See --help.");
        ReportCall call;
        call.question.now = presentMoment();
        if (auto period = m_period.read(call.question); !period)
            return tl::unexpected(period.error());
        for (const auto read :
             {&ReportLine::readBy, &ReportLine::readFormat, &ReportLine::chooseCharts, &ReportLine::readNumbers})
            if (auto done = (this->*read)(call); !done)
                return tl::unexpected(done.error());
        return call;
    }

private:
    Result<void> readBy(ReportCall& call)
    {
        for (const QString& word : parser().value(m_by).split(u',', Qt::SkipEmptyParts)) {
            const auto dimension = dimensionFromName(word.toStdString());
            if (!dimension || *dimension == Dimension::Trigger)
                return failure("--by knows channel, tier, queue, agent, version and week, not \"" + word.toStdString()
                               + "\".");
            if (std::ranges::find(call.by, *dimension) == call.by.end())
                call.by.push_back(*dimension);
        }
        return {};
    }

    Result<void> readFormat(ReportCall& call)
    {
        const QString format = json() && !parser().isSet(m_format) ? u"json"_s : parser().value(m_format);
        for (const auto& [name, print] : {std::pair<const char*, Format>{"text", reportAsText},
                                          {"csv", reportAsCsv},
                                          {"json", reportAsJsonLines},
                                          {"html", printAsHtml}})
            if (format == QLatin1StringView(name)) {
                call.print = print;
                return {};
            }
        return failure("--format wants text, csv, json or html.");
    }

    // A page without charts says little: of a week by queue, of a longer time by week.
    Result<void> chooseCharts(ReportCall& call)
    {
        if (call.print == printAsHtml && !parser().isSet(m_by))
            call.by = {Dimension::Channel, m_period.isWeek() ? Dimension::Queue : Dimension::Week};
        return {};
    }

    Result<void> readNumbers(ReportCall& call)
    {
        bool isNumber = true;
        if (parser().isSet(m_version)) {
            call.question.changedBy = parser().value(m_version).toInt(&isNumber);
            if (!isNumber || *call.question.changedBy < 1)
                return failure("--version-changed wants the number of a version of the rulebook.");
        }
        if (parser().isSet(m_topDeal)) {
            call.question.topFromValue = parser().value(m_topDeal).toDouble(&isNumber);
            if (!isNumber || !std::isfinite(*call.question.topFromValue) || *call.question.topFromValue <= 0)
                return failure("--top-deal wants an amount in EUR above 0.");
        }
        return {};
    }

    PeriodOptions m_period{parser()};
    QCommandLineOption m_by{u"by"_s, u"Also by channel, tier, queue, agent, version or week; several with commas."_s,
                            u"what"_s};
    QCommandLineOption m_format{u"format"_s, u"text, csv, json or html."_s, u"format"_s, u"text"_s};
    QCommandLineOption m_version{u"version-changed"_s, u"Conversion before and after this version of the rulebook."_s,
                                 u"N"_s};
    QCommandLineOption m_topDeal{u"top-deal"_s, u"What converted with at least so much was truly of the top tier."_s,
                                 u"EUR"_s};
};

}

int report(const QStringList& arguments)
{
    ReportLine line;
    if (const auto over = line.read(arguments))
        return *over;
    const auto call = line.call();
    if (!call)
        return line.wrong(QString::fromStdString(call.error().message));
    auto database = Database::open(line.workspace(), Database::Access::ReadOnly);
    if (!database)
        return line.wrong(QString::fromStdString(database.error().message));
    FiguresStore store(*database);
    const auto rows = store.rows();
    if (!rows)
        return line.wrong(QString::fromStdString(rows.error().message));
    FigureReport made = reportOf(**rows, call->question, call->by);
    made.upTo = store.upTo();
    printOut(QString::fromStdString(call->print(made)));
    return ExitStatus::done;
}

}
