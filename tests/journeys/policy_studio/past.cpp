#include "tests/journeys/policy_studio/past.h"

#include "app/channels/line_reader.h"
#include "tests/journeys/policy_studio/hand.h"
#include "tests/journeys/policy_studio/six_trades.h"

#include <QFile>

#include <set>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t conversationsOfEach = 12;
constexpr int mostTurns = 6;

// The first conversations of a file, and of each its first turns.
QByteArray beginningOf(const QString& file)
{
    auto reader = LineReader::open(file.toStdString());
    if (!reader)
        throw Slip(QString::fromStdString(reader.error().message));
    QByteArray text;
    std::map<std::string, int> turns;
    for (auto line = reader->next(); line && *line; line = reader->next()) {
        const std::string id = (*line)->text.substr(0, (*line)->text.find('\t'));
        const bool isHead = (*line)->number == 1;
        if (!isHead && !turns.contains(id) && turns.size() == conversationsOfEach)
            continue;
        if (isHead || ++turns[id] <= mostTurns)
            text += QByteArray::fromStdString((*line)->text) + '\n';
    }
    return text;
}

}

Past gatherPast(const QString& folder)
{
    const QString data = QStringLiteral(SHARED_DATA "/data/multidogo/");
    if (!QFile::exists(data))
        return {{QStringLiteral(TEST_DATA "/import/parcels.tsv.gz")}, {u"parcels"_s}, 2, false};
    Past past{{}, sixTrades::departments(), int(conversationsOfEach), true};
    for (const QString& department : past.departments) {
        QFile file(folder + u'/' + department + u"_dev.tsv"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(beginningOf(data + department + u"_dev.tsv.gz"_s)) < 0)
            throw Slip(file.errorString());
        past.files << file.fileName();
    }
    return past;
}

}
