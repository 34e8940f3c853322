#include "app/commands/period_options.h"

#include "app/commands/moments.h"
#include "model/domain/names.h"
#include "model/figures/iso_week.h"

#include <QCommandLineParser>

namespace signalbox {

using namespace Qt::StringLiterals;

PeriodOptions::PeriodOptions(QCommandLineParser& parser)
    : m_parser(parser),
      m_week(u"week"_s, u"One week of the ISO calendar, in UTC."_s, u"2026-W23"_s),
      m_since(u"since"_s, u"From this day or time on; from the beginning unless said."_s, u"time"_s),
      m_until(u"until"_s, u"And before this one; to the end unless said."_s, u"time"_s),
      m_origin(u"origin"_s, u"live, practice or imported conversations; never mixed."_s, u"origin"_s, u"live"_s)
{
    parser.addOptions({m_week, m_since, m_until, m_origin});
}

bool PeriodOptions::isWeek() const { return m_parser.isSet(m_week); }

Result<void> PeriodOptions::read(FigureQuestion& question) const
{
    if (auto period = readPeriod(question); !period)
        return period;
    const auto origin = fromName<Origin>(m_parser.value(m_origin).toStdString());
    if (!origin)
        return failure("--origin wants live, practice or imported.");
    question.origin = *origin;
    return {};
}

Result<void> PeriodOptions::readPeriod(FigureQuestion& question) const
{
    if (isWeek()) {
        if (m_parser.isSet(m_since) || m_parser.isSet(m_until))
            return failure("Say either --week or --since and --until.");
        const auto week = weekFromName(m_parser.value(m_week).toStdString());
        if (!week)
            return failure("--week wants a week of the ISO calendar like 2026-W23.");
        question.since = beginOfWeek(*week);
        question.until = beginOfWeek(*week + 1);
        return {};
    }
    for (const auto& [option, moment] : {std::pair{&m_since, &question.since}, {&m_until, &question.until}}) {
        if (!m_parser.isSet(*option))
            continue;
        const auto said = momentIn(m_parser.value(*option));
        if (!said)
            return failure("--" + option->names().first().toStdString()
                           + " wants a day like 2026-06-09 or a time like 2026-06-09T08:00:00Z.");
        *moment = *said;
    }
    if (question.since >= question.until)
        return failure("--until wants a later time than --since.");
    return {};
}

}
