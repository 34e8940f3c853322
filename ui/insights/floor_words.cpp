#include "ui/insights/floor_words.h"

#include "model/domain/names.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct FloorWords {
    Q_DECLARE_TR_FUNCTIONS(FloorInsights)
};

QString latin(std::string_view words) { return QString::fromUtf8(words.data(), qsizetype(words.size())); }

// Below a tenth a whole per cent says too little.
QString floorShare(double share)
{
    const double percent = share * 100;
    if (percent <= 0 || percent >= 9.95)
        return formatPercent(share);
    return u"%1 %"_s.arg(QLocale().toString(percent, 'f', 1));
}

bool isMarked(FloorMeasure measure, const FloorValue& value)
{
    const FloorUnit unit = about(measure).unit;
    return value.isThin() && unit != FloorUnit::Count && unit != FloorUnit::Hours;
}

}

QString floorMeasureName(FloorMeasure measure) { return latin(about(measure).name); }
QString floorDefinition(FloorMeasure measure) { return latin(about(measure).definition); }
QString floorThemeName(FloorTheme theme) { return latin(nameOf(theme)); }

QString floorDimensionName(const FloorDimension& dimension)
{
    switch (dimension.kind) {
    case FloorBy::Channel:
        return FloorWords::tr("Channel");
    case FloorBy::Tier:
        return FloorWords::tr("Tier");
    case FloorBy::Queue:
        return FloorWords::tr("Queue");
    case FloorBy::Agent:
        return FloorWords::tr("Agent");
    case FloorBy::Policy:
        return FloorWords::tr("Policy");
    case FloorBy::Version:
        return FloorWords::tr("Rulebook version");
    case FloorBy::Outcome:
        return FloorWords::tr("Outcome");
    case FloorBy::Hour:
        return FloorWords::tr("Hour of day");
    case FloorBy::Weekday:
        return FloorWords::tr("Weekday");
    case FloorBy::Day:
        return FloorWords::tr("Day");
    case FloorBy::Week:
        return FloorWords::tr("Week");
    case FloorBy::Attribute:
        return line(dimension.attribute);
    }
    return {};
}

QString floorPartName(const FloorDimension& dimension, const FloorPart& part)
{
    if (dimension.kind == FloorBy::Channel)
        if (const auto channel = fromName<Channel>(part.id))
            return channelName(*channel);
    return line(part.name);
}

QString floorValueText(FloorUnit unit, const std::optional<double>& value)
{
    if (!value)
        return u"—"_s;
    switch (unit) {
    case FloorUnit::Count:
        return formatCount(std::llround(*value));
    case FloorUnit::Share:
        return floorShare(*value);
    case FloorUnit::Seconds:
        return formatSpan(seconds{std::llround(*value)});
    case FloorUnit::Hours:
        return FloorWords::tr("%1 h", "a length of time").arg(QLocale().toString(*value, 'f', 1));
    case FloorUnit::Number:
        return QLocale().toString(*value, 'f', 1);
    }
    return {};
}

QString floorValueText(FloorMeasure measure, const FloorValue& value)
{
    const QString text = floorValueText(about(measure).unit, value.value);
    return isMarked(measure, value) ? FloorWords::tr("%1, few", "a figure that rests on few").arg(text) : text;
}

QString floorIntervalText(FloorMeasure measure, const FloorValue& value)
{
    if (!value.value || !value.low)
        return {};
    const FloorUnit unit = about(measure).unit;
    if (!value.high)
        return FloorWords::tr("%1 or more").arg(floorValueText(unit, value.low));
    return FloorWords::tr("%1 to %2").arg(floorValueText(unit, value.low), floorValueText(unit, value.high));
}

QString floorReason(FloorMeasure measure, const FloorValue& value)
{
    if (!value.value)
        return latin(value.why);
    return isMarked(measure, value)
        ? FloorWords::tr("Few: it rests on %1, which is not to be relied on.").arg(formatCount(value.of))
        : QString();
}

QString floorFairnessText(const FloorFairness& fairness)
{
    if (!fairness.conversations)
        return FloorWords::tr("How evenly the work lies: —. %1").arg(latin(fairness.why));
    const auto number = [](double value, int digits) { return QLocale().toString(value, 'f', digits); };
    QString text
        = FloorWords::tr("How evenly the work lies on %1 who answered: %2 of conversations, the most loaded has "
                         "%3 times the mean")
              .arg(formatCount(fairness.agents), number(fairness.conversations->jain, 2),
                   number(fairness.conversations->largestOfMean, 1));
    if (fairness.hours)
        text += FloorWords::tr("; %1 of handling hours, %2 times the mean")
                    .arg(number(fairness.hours->jain, 2), number(fairness.hours->largestOfMean, 1));
    return text
        + FloorWords::tr(". Jain's index: 1 is even, %1 is one with it all.")
              .arg(number(1.0 / double(fairness.agents), 2));
}

}
