#include "ui/settings/agent_text.h"

#include "model/domain/names.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int highestLevel = 5;
constexpr double heaviest = 100;

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

}
