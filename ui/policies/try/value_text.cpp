#include "ui/policies/try/value_text.h"

#include "routing/conditions/walk.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/each_condition.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/trace/observation.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <set>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTyped = 10'000;
constexpr std::size_t mostOffered = 50;

QString tr(const char* words) { return QCoreApplication::translate("TryValues", words); }

tl::unexpected<Error> wanted(const QString& words) { return failure(words.toStdString()); }

bool isSchedule(const std::string& attribute) { return attribute.starts_with("schedule."); }

Result<std::optional<Value>> readNumber(const QString& typed)
{
    QString digits = typed;
    digits.remove(QRegularExpression(u"[\\s,€$£%]"_s));
    digits.replace(u'−', u'-');
    bool right = false;
    const double number = QLocale::c().toDouble(digits, &right);
    if (!right || !qIsFinite(number))
        return wanted(tr("Type a number, like 42000 or 0.75."));
    return Value(number);
}

Result<std::optional<Value>> readYesOrNo(const std::string& attribute, const QString& typed)
{
    const QString word = typed.toLower();
    const bool schedule = isSchedule(attribute);
    if (word == (schedule ? tr("open") : tr("yes")) || word == "true"_L1)
        return Value(true);
    if (word == (schedule ? tr("closed") : tr("no")) || word == "false"_L1)
        return Value(false);
    return wanted(schedule ? tr("Type open or closed.") : tr("Type yes or no."));
}

Result<std::optional<Value>> readTime(const QString& typed)
{
    if (const auto exact = fromIso8601(typed.toStdString()))
        return Value(*exact);
    for (const QString& form : {u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-dd"_s})
        if (const QDateTime local = QDateTime::fromString(typed, form); local.isValid())
            return Value(fromMicroseconds(local.toMSecsSinceEpoch() * 1000));
    return wanted(tr("Type a time, like 2026-06-09 10:43."));
}

Value readSet(const QString& typed)
{
    std::vector<std::string> members;
    for (const QString& part : typed.split(u',', Qt::SkipEmptyParts))
        if (const QString member = part.trimmed(); !member.isEmpty())
            members.push_back(member.toStdString());
    return makeStringSet(std::move(members));
}

}

QString valueText(const std::string& attribute, const std::optional<Value>& value, const Rulebook& rulebook)
{
    if (value && typeOf(*value) == ValueType::String)
        return line(std::get<std::string>(*value), 400);
    if (value && typeOf(*value) == ValueType::Time)
        return formatExact(std::get<Instant>(*value));
    return line(foundInWords(attribute, value, rulebook), 400);
}

QString typedText(const std::string& attribute, const std::optional<Value>& value)
{
    if (!value)
        return {};
    switch (typeOf(*value)) {
    case ValueType::String:
        return text(std::get<std::string>(*value));
    case ValueType::Number:
        return QLocale::c().toString(std::get<double>(*value), 'g', QLocale::FloatingPointShortest);
    case ValueType::Boolean:
        if (isSchedule(attribute))
            return std::get<bool>(*value) ? tr("open") : tr("closed");
        return std::get<bool>(*value) ? tr("yes") : tr("no");
    case ValueType::Set: {
        QStringList members;
        for (const std::string& member : std::get<StringSet>(*value))
            members << text(member);
        return members.join(u", "_s);
    }
    case ValueType::Time:
        break;
    }
    const qint64 milliseconds = toMicroseconds(std::get<Instant>(*value)) / 1000;
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

Result<std::optional<Value>> readTyped(const std::string& attribute, const QString& typed, const Rulebook& rulebook)
{
    if (typed.size() > longestTyped)
        return wanted(tr("That is too long for a value."));
    const QString trimmed = typed.trimmed();
    if (trimmed.isEmpty())
        return std::optional<Value>();
    if (isSchedule(attribute))
        return readYesOrNo(attribute, trimmed);
    switch (typeOfAttribute(attribute, rulebook).value_or(ValueType::String)) {
    case ValueType::Number:
        return readNumber(trimmed);
    case ValueType::Boolean:
        return readYesOrNo(attribute, trimmed);
    case ValueType::Set:
        return std::optional<Value>(readSet(trimmed));
    case ValueType::Time:
        return readTime(trimmed);
    case ValueType::String:
        break;
    }
    return std::optional<Value>(trimmed.toStdString());
}

QStringList comparedValues(const std::string& attribute, const Rulebook& rulebook)
{
    std::set<QString> found;
    const auto keep = [&](const Value& value) {
        if (found.size() < mostOffered)
            found.insert(line(typedText(attribute, value).toStdString(), 200));
    };
    forEachCondition(rulebook, [&](const Condition& condition) {
        forEachLeaf(condition, [&](const Comparison& comparison) {
            if (comparison.attribute != attribute || comparison.op == Operator::Matches)
                return;
            if (const auto* const one = std::get_if<Value>(&comparison.operand))
                keep(*one);
            else if (const auto* const several = std::get_if<std::vector<Value>>(&comparison.operand))
                for (const Value& value : *several)
                    keep(value);
        });
    });
    return {found.begin(), found.end()};
}

QString withCapital(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString attributeTitle(const std::string& attribute, const Rulebook& rulebook)
{
    return withCapital(line(attributeLabel(attribute, rulebook), 80));
}

QString comparisonText(const std::string& attribute, const std::string& found, const std::string& wanted,
                       const Rulebook& rulebook)
{
    if (attribute.empty())
        return withCapital(tr("%1, wanted %2").arg(line(found, 200), line(wanted, 200)));
    return tr("%1 %2, wanted %3").arg(attributeTitle(attribute, rulebook), line(found, 200), line(wanted, 200));
}

}
