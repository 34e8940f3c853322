#include "ui/settings/agent_text.h"

#include "model/domain/names.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int highestLevel = 5;
constexpr double heaviest = 100;
constexpr double largestDeal = 1e15;   // euros

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AgentText)
};

// "a name" and "3" of "a name 3"; the number is empty when the last word is none.
std::pair<QString, QString> nameAndNumber(const std::string& written)
{
    const QString all = text(written).simplified();
    const qsizetype space = all.lastIndexOf(u' ');
    bool number = false;
    all.mid(space + 1).toDouble(&number);
    return space < 0 || !number ? std::pair(all, QString()) : std::pair(all.left(space), all.mid(space + 1));
}

const QString dayFormat = QStringLiteral("yyyy-MM-dd");
const QString minuteFormat = QStringLiteral("yyyy-MM-dd HH:mm");

QDateTime localTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch()).count());
}
Instant instantOf(const QDateTime& time) { return Instant{std::chrono::milliseconds(time.toMSecsSinceEpoch())}; }

// A day alone means its beginning, or as an end the beginning of the day after it.
QDateTime readTime(const QString& written, bool isEnd)
{
    if (const QDate day = QDate::fromString(written, dayFormat); day.isValid())
        return (isEnd ? day.addDays(1) : day).startOfDay();
    return QDateTime::fromString(written, minuteFormat);
}

bool isMidnight(const QDateTime& time) { return time == time.date().startOfDay(); }

}

QString skillsText(const std::vector<Skill>& skills)
{
    QStringList lines;
    for (const Skill& skill : skills)
        lines << QStringLiteral("%1 %2").arg(text(skill.id.value)).arg(skill.level);
    return lines.join(u'\n');
}

Result<std::vector<Skill>> readSkills(const std::vector<std::string>& lines)
{
    std::vector<Skill> skills;
    for (const std::string& written : lines) {
        const auto [name, number] = nameAndNumber(written);
        bool whole = true;
        const int level = number.isEmpty() ? 1 : number.toInt(&whole);
        if (!whole || level < 1 || level > highestLevel)
            return failure(Words::tr("%1: the level of a skill is a whole number from 1 to 5.").arg(line(written, 60)).toStdString());
        const SkillId id{name.toStdString()};
        if (std::ranges::find(skills, id, &Skill::id) != skills.end())
            return failure(Words::tr("%1 stands there twice. Keep the level that is right.").arg(line(id.value, 60)).toStdString());
        skills.push_back({id, level});
    }
    return skills;
}

QString weightsText(const std::map<std::string, double>& weights)
{
    QStringList lines;
    for (const auto& [channel, weight] : weights)
        lines << QStringLiteral("%1 %2").arg(text(channel), QLocale::c().toString(weight, 'g', 4));
    return lines.join(u'\n');
}

Result<std::map<std::string, double>> readWeights(const std::vector<std::string>& lines)
{
    std::map<std::string, double> weights;
    for (const std::string& written : lines) {
        const auto [name, number] = nameAndNumber(written);
        const std::string channel = name.toLower().toStdString();
        if (!fromName<Channel>(channel))
            return failure(Words::tr("%1 is no channel. Write website, whatsapp, api or import, then the places, such as whatsapp 0.5.").arg(line(written, 60)).toStdString());
        const double weight = number.toDouble();
        if (number.isEmpty() || !(weight >= 0) || weight > heaviest)
            return failure(Words::tr("%1: write how many places a conversation takes, from 0 to 100.").arg(line(written, 60)).toStdString());
        weights[channel] = weight;
    }
    return weights;
}

QString listText(const std::vector<std::string>& entries)
{
    QStringList words;
    for (const std::string& entry : entries)
        words << text(entry);
    return words.join(QStringLiteral(", "));
}

std::vector<std::string> readList(const QString& written)
{
    std::vector<std::string> entries;
    for (const QString& part : written.split(u',')) {
        const std::string entry = part.simplified().toStdString();
        if (!entry.empty() && std::ranges::find(entries, entry) == entries.end())
            entries.push_back(entry);
    }
    return entries;
}

QString amountText(const std::optional<double>& amount)
{
    return amount ? QLocale::c().toString(*amount, 'f', QLocale::FloatingPointShortest) : QString();
}

Result<std::optional<double>> readAmount(const QString& written)
{
    const QString plain = written.trimmed();
    if (plain.isEmpty())
        return std::optional<double>();
    bool isNumber = false;
    const double amount = QLocale::c().toDouble(plain, &isNumber);
    if (!isNumber || !(amount >= 0) || amount > largestDeal)
        return failure(Words::tr("Write the amount as a number, such as 50000.").toStdString());
    return std::optional(amount);
}

QString leaveText(const std::vector<Leave>& leave)
{
    QStringList lines;
    for (const Leave& absence : leave) {
        const QDateTime from = localTime(absence.from);
        const QDateTime to = localTime(absence.to);
        const bool wholeDays = isMidnight(from) && isMidnight(to) && from < to;
        lines << (wholeDays ? from.toString(dayFormat) + QStringLiteral(" to ") + to.date().addDays(-1).toString(dayFormat)
                            : from.toString(minuteFormat) + QStringLiteral(" to ") + to.toString(minuteFormat));
    }
    return lines.join(u'\n');
}

Result<std::vector<Leave>> readLeave(const std::vector<std::string>& lines)
{
    std::vector<Leave> leave;
    for (const std::string& written : lines) {
        const QStringList ends = text(written).simplified().split(QStringLiteral(" to "));
        const QDateTime from = readTime(ends.front(), false);
        const QDateTime to = readTime(ends.back(), true);
        if (ends.size() != 2 || !from.isValid() || !to.isValid())
            return failure(Words::tr("%1: write the first and the last day, such as 2026-07-06 to 2026-07-17.")
                               .arg(line(written, 60))
                               .toStdString());
        if (to <= from)
            return failure(Words::tr("%1 ends before it begins.").arg(line(written, 60)).toStdString());
        leave.push_back({instantOf(from), instantOf(to)});
    }
    return leave;
}

}
