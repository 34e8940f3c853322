#include "app/commands/trigger_option.h"

#include "app/commands/moments.h"
#include "model/domain/names.h"

namespace signalbox {

using namespace Qt::StringLiterals;

TriggerCommandLine::TriggerCommandLine(const QString& subcommand, const QString& description)
    : WorkspaceCommandLine(subcommand, description),
      m_trigger(u"trigger"_s, u"The id of the trigger in the live rulebook."_s, u"id"_s),
      m_origin(u"origin"_s, u"live, practice or imported conversations; never mixed."_s, u"origin"_s, u"live"_s),
      m_since(u"since"_s, u"Alerts from this day or time on; from the beginning unless said."_s, u"time"_s),
      m_until(u"until"_s, u"And before this one; to the end unless said."_s, u"time"_s)
{
    parser().addOptions({m_trigger, m_origin, m_since, m_until});
}

Result<TriggerPeriod> TriggerCommandLine::period()
{
    if (!words().isEmpty())
        return failure("\"" + words().first().toStdString() + "\" is not an option. See --help.");
    TriggerPeriod period;
    period.trigger = {parser().value(m_trigger).toStdString()};
    if (period.trigger.empty())
        return failure("Name the trigger with --trigger ID.");
    const auto origin = fromName<Origin>(parser().value(m_origin).toStdString());
    if (!origin)
        return failure("--origin wants live, practice or imported.");
    period.origin = *origin;
    if (auto read = readMoment(parser(), m_since, period.since); !read)
        return tl::unexpected(read.error());
    if (auto read = readMoment(parser(), m_until, period.until); !read)
        return tl::unexpected(read.error());
    if (period.since >= period.until)
        return failure("--until wants a later time than --since.");
    return period;
}

}
