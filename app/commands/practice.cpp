#include "app/commands/practice.h"

#include "app/commands/command_line.h"
#include "app/commands/moments.h"
#include "app/commands/workspace_option.h"
#include "app/practice/practice_past.h"

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostDays = 366;

class PracticeLine : public WorkspaceCommandLine {
public:
    PracticeLine()
        : WorkspaceCommandLine(u"practice"_s,
                               u"Plays days of practice into a workspace: visitors who come, and its people who answer them. "
                               "All of it is simulated, and is shown as such. A workspace that is not there yet begins with "
                               "the sample company."_s)
    {
        parser().addOptions({m_days, m_until, m_seed});
    }

    Result<PracticePlan> plan()
    {
        if (!words().isEmpty())
            return failure("\"" + words().first().toStdString() + "\" is not an option. See --help.");
        bool isNumber = true;
        const int days = parser().value(m_days).toInt(&isNumber);
        if (!isNumber || days < 1 || days > mostDays)
            return failure("--days wants a number from 1 to " + std::to_string(mostDays) + ".");
        const auto until = parser().isSet(m_until) ? momentIn(parser().value(m_until)) : presentMoment();
        if (!until)
            return failure("--until wants a day like 2026-06-09.");
        const std::uint32_t seed = parser().value(m_seed).toUInt(&isNumber);
        if (!isNumber)
            return failure("--seed wants a number.");
        const auto day = std::chrono::floor<std::chrono::days>(*until);
        return PracticePlan{day - std::chrono::days{days}, day, seed};
    }

private:
    QCommandLineOption m_days{u"days"_s, u"So many days; nobody works on Saturdays and Sundays."_s, u"N"_s, u"28"_s};
    QCommandLineOption m_until{u"until"_s, u"They end before this day (UTC); today unless said."_s, u"day"_s};
    QCommandLineOption m_seed{u"seed"_s, u"The same number plays the same days."_s, u"N"_s, u"1"_s};
};

}

int practice(const QStringList& arguments)
{
    PracticeLine line;
    if (const auto over = line.read(arguments))
        return *over;
    const auto plan = line.plan();
    if (!plan)
        return line.wrong(QString::fromStdString(plan.error().message));
    const auto said = [](const PracticePlayed& played) {
        return u"%1 working days, %2 conversations, %3 alerts, all simulated"_s.arg(played.days)
            .arg(played.conversations)
            .arg(played.alerts);
    };
    const auto played = playPracticePast(line.workspace(), *plan, [&](const PracticePlayed& soFar) {
        printError(said(soFar) + u"\r"_s);
    });
    if (!played)
        return line.wrong(QString::fromStdString(played.error().message));
    printError(u"\n"_s);
    printOut(said(*played) + u"\n"_s);
    return ExitStatus::done;
}

}
