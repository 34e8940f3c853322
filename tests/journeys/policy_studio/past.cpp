#include "tests/journeys/policy_studio/past.h"

#include "app/channels/line_reader.h"
#include "tests/journeys/support/hand.h"
#include "tests/journeys/policy_studio/six_trades.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <map>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t conversationsOfEach = 12;
constexpr int mostTurns = 6;

// So many conversations of a file, from one on, and of each its first turns.
QByteArray partOf(const QString& file, std::size_t from)
{
    struct Taken {
        std::size_t place = 0;
        int turns = 0;
    };
    auto reader = LineReader::open(file.toStdString());
    if (!reader)
        throw Slip(QString::fromStdString(reader.error().message));
    QByteArray text;
    std::map<std::string, Taken> known;
    for (auto line = reader->next(); line && *line; line = reader->next()) {
        const std::string id = (*line)->text.substr(0, (*line)->text.find('\t'));
        const bool isHead = (*line)->number == 1;
        Taken& taken = known.try_emplace(id, Taken{isHead ? 0 : known.size() - 1, 0}).first->second;
        const bool isWanted = taken.place >= from && taken.place < from + conversationsOfEach;
        if (isHead || (isWanted && ++taken.turns <= mostTurns))
            text += QByteArray::fromStdString((*line)->text) + '\n';
    }
    return text;
}

QString keep(const QByteArray& text, const QString& name)
{
    QFile file(name);
    if (!QFileInfo(file).dir().mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        throw Slip(name + u": "_s + file.errorString());
    return name;
}

}

Past gatherPast(const QString& folder)
{
    const QString data = QStringLiteral(SHARED_DATA "/data/multidogo/");
    if (!QFile::exists(data))
        return {{QStringLiteral(TEST_DATA "/import/parcels.tsv.gz")}, {}, {u"parcels"_s}, 2, false};
    Past past{{}, {}, sixTrades::departments(), int(conversationsOfEach), true};
    for (const QString& department : past.departments) {
        const QString from = data + department + u"_dev.tsv.gz"_s;
        const QString name = department + u"_dev.tsv"_s;   // the importer takes the department from it
        past.files << keep(partOf(from, 0), folder + u'/' + name);
        past.laterFiles << keep(partOf(from, conversationsOfEach), folder + u"/later/"_s + name);
    }
    return past;
}

}
