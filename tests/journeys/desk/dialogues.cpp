#include "tests/journeys/desk/dialogues.h"

#include "app/channels/line_reader.h"
#include "tests/journeys/support/hand.h"

#include <QFile>

#include <map>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 4;

// The first dialogue of the file in which the customer says enough; columns are named in its first line.
QStringList firstOf(const QString& file)
{
    auto reader = LineReader::open(file.toStdString());
    if (!reader)
        throw Slip(QString::fromStdString(reader.error().message));
    QStringList head;
    std::map<QString, QStringList> says;
    for (auto line = reader->next(); line && *line; line = reader->next()) {
        const QStringList cells = QString::fromStdString((*line)->text).split(u'\t');
        if (head.isEmpty()) {
            head = cells;
            continue;
        }
        const auto cell = [&](const QString& column) { return cells.value(head.indexOf(column)); };
        const QString words = cell(u"utterance"_s).trimmed();
        if (words.isEmpty())
            continue;
        QStringList& said = says[cell(u"conversationId"_s)];
        said << words;
        if (said.size() == mostLines)
            return said;
    }
    for (const auto& [id, said] : says)
        if (said.size() >= fewestLines)
            return said;
    throw Slip(u"No dialogue in "_s + file);
}

}

std::vector<Dialogue> dialogues(bool& real)
{
    const QStringList trades{u"Airline"_s, u"Fastfood"_s, u"Finance"_s, u"Insurance"_s, u"Media"_s, u"Software"_s};
    const QString data = QStringLiteral(SHARED_DATA "/data/multidogo/");
    real = QFile::exists(data);
    std::vector<Dialogue> all;
    for (const QString& trade : trades)
        all.push_back({trade + u" visitor"_s,
                       real ? firstOf(data + trade.toLower() + u"_dev.tsv.gz"_s)
                            : QStringList{u"Hello, I have a question about my order."_s, u"It is number 4711."_s,
                                          u"When will it come?"_s, u"Thank you."_s}});
    return all;
}

}
