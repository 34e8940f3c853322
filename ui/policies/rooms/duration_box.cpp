#include "ui/policies/rooms/duration_box.h"

#include "ui/shared/wheel_guard.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace signalbox {
namespace {

constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;
constexpr std::array units{day, hour, minute, 1};

int unitShown(int whole)
{
    for (const int unit : units)
        if (whole != 0 && whole % unit == 0 && (unit != day || whole > day))   // "24 h", then "2 days"
            return unit;
    return 1;
}

// Also in Latin letters whatever the language, as they are written everywhere.
std::optional<int> unitOf(const QString& word, int unless)
{
    if (word.isEmpty())
        return unless;
    for (const auto& [unit, name] : {std::pair{1, QStringLiteral("seconds")},
                                     {minute, QStringLiteral("minutes")},
                                     {hour, QStringLiteral("hours")},
                                     {day, QStringLiteral("days")}})
        if (name.startsWith(word, Qt::CaseInsensitive))
            return unit;
    return std::nullopt;
}

std::optional<int> readDuration(const QString& text, int unitUnlessSaid)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,8})\\s*(\\p{L}*)\\.?\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    const auto unit = match.hasMatch() ? unitOf(match.captured(2), unitUnlessSaid) : std::nullopt;
    if (!unit)
        return std::nullopt;
    const qint64 read = match.captured(1).toLongLong() * *unit;
    return read > 1'000'000'000 ? std::nullopt : std::optional(int(read));
}

}

DurationBox::DurationBox(const QString& objectName, int least, int most, QWidget* parent) : QSpinBox(parent)
{
    setObjectName(objectName);
    setRange(least, most);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    ignoreWheelWithoutFocus(*this);
}

QString DurationBox::textFromValue(int whole) const
{
    const int unit = unitShown(whole);
    const QString count = locale().toString(whole / unit);
    return unit == day   ? tr("%1 days").arg(count)
        : unit == hour   ? tr("%1 h").arg(count)
        : unit == minute ? tr("%1 min").arg(count)
                         : tr("%1 s").arg(count);
}

int DurationBox::valueFromText(const QString& text) const
{
    return readDuration(text, unitShown(value())).value_or(value());
}

QValidator::State DurationBox::validate(QString& text, int&) const
{
    if (text == specialValueText() && !text.isEmpty())
        return QValidator::Acceptable;
    const auto read = readDuration(text, unitShown(value()));
    return read && *read >= minimum() && *read <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

void DurationBox::stepBy(int steps)
{
    const int upTo = steps > 0 ? value() : value() - 1;   // from an hour down by a minute, up by an hour
    const int step = upTo < minute ? 10 : upTo < hour ? minute : upTo < 2 * day ? hour : day;
    setValue(std::clamp(value() + steps * step, minimum(), maximum()));
    selectAll();
}

}
