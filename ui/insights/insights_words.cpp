#include "ui/insights/insights_words.h"

#include "model/domain/names.h"
#include "routing/rulebook/rulebook.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

struct Insights {
    Q_DECLARE_TR_FUNCTIONS(Insights)
};

QString noneOf(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Tier:
        return Insights::tr("No tier");
    case Dimension::Queue:
        return Insights::tr("No queue");
    case Dimension::Agent:
        return Insights::tr("Nobody");
    case Dimension::Version:
        return Insights::tr("No version");
    default:
        return Insights::tr("None", "of what figures are broken down by");
    }
}

QString triggerName(const std::string& id, const ConsoleModel& model)
{
    const auto& triggers = model.rulebook().alerts;
    const auto known = std::ranges::find(triggers, AlertId{id}, &AlertTrigger::id);
    return line(known == triggers.end() || known->name.empty() ? id : known->name, 80);
}

QString tierName(const std::string& id, const ConsoleModel& model)
{
    const auto& tiers = model.rulebook().tiers;
    const auto known = std::ranges::find(tiers, TierId{id}, &Tier::id);
    return known == tiers.end() || known->name.empty()
        ? line(id, 80)
        : QStringLiteral("%1 %2").arg(line(id, 40), line(known->name, 80));
}

QString percentRange(double low, double high)
{
    return Insights::tr("%1 to %2 %").arg(std::llround(low * 100)).arg(std::llround(high * 100));
}

}

const char* codeOf(FigureSubject subject)
{
    constexpr const char* codes[]{"K1", "K2", "K3", "K4"};
    return codes[std::size_t(subject)];
}

QString subjectName(FigureSubject subject)
{
    switch (subject) {
    case FigureSubject::Accuracy:
        return Insights::tr("Priority accuracy");
    case FigureSubject::Response:
        return Insights::tr("Response time");
    case FigureSubject::Alerts:
        return Insights::tr("Alerts");
    case FigureSubject::Conversion:
        break;
    }
    return Insights::tr("Conversion");
}

QString valueHeading(FigureSubject subject)
{
    switch (subject) {
    case FigureSubject::Accuracy:
        return Insights::tr("Accuracy");
    case FigureSubject::Response:
        return Insights::tr("Median");
    case FigureSubject::Alerts:
        return Insights::tr("True", "of alerts, as a column is headed");
    case FigureSubject::Conversion:
        break;
    }
    return Insights::tr("Converted");
}

QString notJudgedHeading(FigureSubject subject)
{
    switch (subject) {
    case FigureSubject::Accuracy:
        return Insights::tr("Not judged");
    case FigureSubject::Response:
        return Insights::tr("Not answered");
    case FigureSubject::Alerts:
        return Insights::tr("Not labelled");
    case FigureSubject::Conversion:
        break;
    }
    return Insights::tr("Maturing");
}

QString dimensionWords(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Channel:
        return Insights::tr("channel");
    case Dimension::Tier:
        return Insights::tr("tier");
    case Dimension::Queue:
        return Insights::tr("queue");
    case Dimension::Agent:
        return Insights::tr("agent");
    case Dimension::Version:
        return Insights::tr("version");
    case Dimension::Week:
        return Insights::tr("week");
    case Dimension::Trigger:
        break;
    }
    return Insights::tr("trigger");
}

QString figureValue(FigureUnit unit, const std::optional<double>& value)
{
    if (!value)
        return QStringLiteral("—");
    if (unit == FigureUnit::Share)
        return formatPercent(*value);
    return text(valueInWords(unit, value)).replace(u'-', QChar(0x2212));
}

QString figureRange(const FigureLine& line)
{
    if (!line.value || !line.low)
        return {};
    if (line.unit == FigureUnit::Share && line.high)
        return percentRange(*line.low, *line.high);
    if (!line.high)
        return Insights::tr("%1 or more").arg(figureValue(line.unit, line.low));
    return Insights::tr("%1 to %2", "an interval")
        .arg(figureValue(line.unit, line.low), figureValue(line.unit, line.high));
}

QString somewhere(const FigureLine& line)
{
    const QString range = figureRange(line);
    return range.isEmpty() ? QString()
        : line.high        ? Insights::tr("somewhere from %1").arg(range)
                           : Insights::tr("somewhere from %1", "without an upper limit").arg(range);
}

QString sampleWords(FigureSubject subject, const FigureLine& main)
{
    const QString of = formatCount(main.of);
    const QString share = main.notJudged ? formatPercent(*main.notJudged) : QString();
    switch (subject) {
    case FigureSubject::Accuracy:
        return share.isEmpty()
            ? Insights::tr("n = %1").arg(of)
            : Insights::tr("n = %1 conversations whose true tier is known. Of those that left the AI "
                           "with a tier, %2 are not judged yet.")
                  .arg(of, share);
    case FigureSubject::Response:
        return share.isEmpty()
            ? Insights::tr("n = %1").arg(of)
            : Insights::tr("n = %1 conversations that a person was owed. %2 of them were not answered "
                           "so far, or never.")
                  .arg(of, share);
    case FigureSubject::Alerts:
        return share.isEmpty()
            ? Insights::tr("n = %1").arg(of)
            : Insights::tr("n = %1 alerts labelled true or false. Of those that somebody was told of, "
                           "%2 are not labelled yet.")
                  .arg(of, share);
    case FigureSubject::Conversion:
        break;
    }
    return share.isEmpty()
        ? Insights::tr("n = %1").arg(of)
        : Insights::tr("n = %1 customers whose 30 days are over. %2 of all are still maturing and not "
                       "in the figure.")
              .arg(of, share);
}

QString besideWords(const FigureLine& line)
{
    if (!line.value)
        return line.why.empty() ? QStringLiteral("—") : QStringLiteral("— ") + text(line.why);
    const QString range = figureRange(line);
    const QString value = figureValue(line.unit, line.value);
    return range.isEmpty() ? value : Insights::tr("%1, %2", "a value and its interval").arg(value, range);
}

QString choiceName(Dimension dimension, const std::string& id, const std::string& name, const ConsoleModel& model)
{
    if (id.empty())
        return noneOf(dimension);
    switch (dimension) {
    case Dimension::Channel:
        if (const auto channel = fromName<Channel>(id))
            return channelName(*channel);
        break;
    case Dimension::Tier:
        return tierName(id, model);
    case Dimension::Queue:
        return model.queueName(QueueId{id});
    case Dimension::Version:
        return Insights::tr("Version %1").arg(line(id, 20));
    case Dimension::Trigger:
        return triggerName(id, model);
    case Dimension::Agent:
    case Dimension::Week:
        break;
    }
    return line(name, 80);
}

QString partName(const FigureLine& line, const ConsoleModel& model)
{
    const auto dimension = dimensionFromName(line.by);
    return dimension ? choiceName(*dimension, line.part, line.partName, model) : text(line.partName);
}

}
