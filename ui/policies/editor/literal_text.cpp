#include "routing/rulebook/describe.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConditionWords)
};

constexpr int longestText = 10'000;

QString numberText(double number, const std::string& unit)
{
    const bool isWhole = std::trunc(number) == number && std::abs(number) < 1e15;
    if (unit == "seconds" && isWhole && number >= 60 && number < 36'000)
        return QStringLiteral("%1:%2").arg(qint64(number) / 60).arg(qint64(number) % 60, 2, 10, QLatin1Char('0'));
    const QLocale locale(QLocale::English);
    return isWhole ? locale.toString(qint64(number)) : locale.toString(number, 'g', 12);
}

// "1:30" -> 90 seconds, "2 h", "5 min".
std::optional<double> readSpan(const QString& text)
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d))?$"));
    static const QRegularExpression worded(
        QStringLiteral("^([\\d.,]+)\\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)$"));
    if (const auto match = clock.match(text); match.hasMatch()) {
        const double first = match.captured(1).toDouble();
        const double second = match.captured(2).toDouble();
        return match.captured(3).isEmpty() ? first * 60 + second
                                           : first * 3600 + second * 60 + match.captured(3).toDouble();
    }
    const auto match = worded.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool fine = false;
    const double count = QString(match.captured(1)).remove(u',').toDouble(&fine);
    const QChar unit = match.captured(2).at(0);
    const double factor = unit == u's' ? 1 : unit == u'm' ? 60 : unit == u'h' ? 3600 : 86'400;
    return fine ? std::optional(count * factor) : std::nullopt;
}

std::optional<double> readNumber(QString text, const std::string& unit)
{
    text = text.trimmed().toLower();
    if (unit == "seconds" || unit == "minutes")
        if (const auto span = readSpan(text))
            return unit == "seconds" ? *span : *span / 60;
    static const QRegularExpression sign(QStringLiteral("^(eur|usd|gbp|[€$£])|(eur|usd|gbp|[€$£%])$"));
    text.remove(sign);
    if (const QString suffix = QString::fromStdString(unit).toLower(); !suffix.isEmpty() && text.endsWith(suffix))
        text.chop(suffix.size());
    text.remove(u',').remove(u' ').remove(QChar(0xa0)).replace(QChar(0x2212), u'-');
    double factor = 1;
    if (text.endsWith(u'k') || text.endsWith(u'm')) {
        factor = text.endsWith(u'k') ? 1e3 : 1e6;
        text.chop(1);
    }
    bool fine = false;
    const double number = text.toDouble(&fine) * factor;
    return fine && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<Value> readMoment(const QString& text)
{
    static const QStringList forms{QStringLiteral("yyyy-MM-dd HH:mm"), QStringLiteral("yyyy-MM-dd HH:mm:ss"),
                                   QStringLiteral("yyyy-MM-dd")};
    QString plain = text.trimmed();
    if (plain.endsWith(QLatin1String("UTC"), Qt::CaseInsensitive))
        plain = plain.chopped(3).trimmed();
    for (const QString& form : forms) {
        QDateTime moment = QDateTime::fromString(plain, form);
        moment.setTimeSpec(Qt::UTC);
        if (moment.isValid())
            return Value(Instant(
                std::chrono::duration_cast<Instant::duration>(std::chrono::milliseconds(moment.toMSecsSinceEpoch()))));
    }
    const QDateTime written = QDateTime::fromString(plain, Qt::ISODate);
    if (!written.isValid() || written.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return Value(
        Instant(std::chrono::duration_cast<Instant::duration>(std::chrono::milliseconds(written.toMSecsSinceEpoch()))));
}

}

QString literalText(const Value& value, const std::string& unit)
{
    if (const auto* const number = std::get_if<double>(&value))
        return numberText(*number, unit);
    if (const auto* const written = std::get_if<std::string>(&value))
        return line(*written, longestText);
    return line(describe(value), longestText);
}

std::optional<Value> readLiteralText(const QString& text, ValueType type, const std::string& unit)
{
    switch (type) {
    case ValueType::Number:
        if (const auto number = readNumber(text, unit))
            return Value(*number);
        return std::nullopt;
    case ValueType::Boolean: {
        const QString word = text.trimmed().toLower();
        if (word == Words::tr("yes") || word == QLatin1String("true"))
            return Value(true);
        return word == Words::tr("no") || word == QLatin1String("false") ? std::optional(Value(false)) : std::nullopt;
    }
    case ValueType::Time:
        return readMoment(text);
    default:
        if (text.isEmpty() || text.size() > longestText)
            return std::nullopt;
        return Value(text.toStdString());
    }
}

QString whyNotLiteral(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return Words::tr("This is not a number. Write it like 25,000 or 0.5.");
    case ValueType::Time:
        return Words::tr("This is not a time. Write it like 2026-06-09 08:00; it is taken as UTC.");
    case ValueType::Boolean:
        return Words::tr("Write yes or no.");
    default:
        return Words::tr("Write a text of at most 10,000 characters.");
    }
}

}
