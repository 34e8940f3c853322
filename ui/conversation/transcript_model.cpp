#include "ui/conversation/transcript_model.h"

#include "ui/conversation/conversation_words.h"
#include "ui/shared/format_text.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace signalbox {
namespace {

constexpr auto groupWithin = std::chrono::minutes(2);

// The day an instant falls on here. Asking a time zone is slow, and neighbours mostly share their day.
class DayOf {
public:
    QDate operator()(Instant at)
    {
        if (m_day.isValid() && at >= m_from && at < m_until)
            return m_day;
        m_day = localDate(at);
        m_from = fromMicroseconds(m_day.startOfDay().toMSecsSinceEpoch() * 1000);
        m_until = fromMicroseconds(m_day.addDays(1).startOfDay().toMSecsSinceEpoch() * 1000);
        return m_day;
    }

private:
    QDate m_day;
    Instant m_from{};
    Instant m_until{};
};

QString dayText(Instant at) { return QLocale().toString(localDate(at), QLocale::LongFormat); }

}

TranscriptModel::TranscriptModel(QObject* parent, NameOf nameOf)
    : QAbstractListModel(parent), m_nameOf(std::move(nameOf))
{
}

std::vector<TranscriptModel::Row> TranscriptModel::rowsOf(std::vector<Message> messages, const Message* before)
{
    std::vector<Row> rows;
    rows.reserve(messages.size() + 8);
    DayOf dayOf;
    QDate day = before ? localDate(before->at) : QDate();
    for (Message& message : messages) {
        const QDate date = dayOf(message.at);
        if (date != day) {
            Message separator;
            separator.at = message.at;
            rows.push_back({RowKind::Day, std::move(separator)});
            day = date;
        }
        const RowKind kind = message.internalNote ? RowKind::Note
            : message.author == Author::System    ? RowKind::System
                                                  : RowKind::Message;
        rows.push_back({kind, std::move(message)});
    }
    return rows;
}

void TranscriptModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_delivered = m_read = 0;
    endResetModel();
}

void TranscriptModel::showLatest(std::vector<Message> messages)
{
    const std::int64_t last = messages.empty() ? 0 : messages.back().sequence;
    for (Row& row : m_rows)
        if (row.kind != RowKind::Day && row.message.sequence > last)
            messages.push_back(std::move(row.message));
    beginResetModel();
    m_rows = rowsOf(std::move(messages), nullptr);
    endResetModel();
}

void TranscriptModel::append(const Message& message)
{
    if (!m_rows.empty() && message.sequence <= m_rows.back().message.sequence)
        return;
    std::vector<Row> rows = rowsOf({message}, m_rows.empty() ? nullptr : &m_rows.back().message);
    const int first = rowCount();
    const int replied = lastRowOf(Author::Agent);
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    endInsertRows();
    restate(replied);
}

void TranscriptModel::prependEarlier(std::vector<Message> earlier)
{
    std::erase_if(earlier, [first = firstSequence()](const Message& message) { return message.sequence >= first; });
    if (earlier.empty())
        return;
    const QDate lastDay = localDate(earlier.back().at);
    std::vector<Row> rows = rowsOf(std::move(earlier), nullptr);
    if (m_rows.front().kind == RowKind::Day && localDate(m_rows.front().message.at) == lastDay) {
        beginRemoveRows({}, 0, 0);
        m_rows.erase(m_rows.begin());
        endRemoveRows();
    }
    const int count = int(rows.size());
    beginInsertRows({}, 0, count - 1);
    m_rows.insert(m_rows.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
    Q_EMIT dataChanged(index(count), index(count), {HeadRole});
}

qint64 TranscriptModel::firstSequence() const
{
    const auto first
        = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.kind != RowKind::Day; });
    return first == m_rows.end() ? 0 : first->message.sequence;
}

std::vector<Message> TranscriptModel::messages() const
{
    std::vector<Message> found;
    for (const Row& row : m_rows)
        if (row.kind != RowKind::Day)
            found.push_back(row.message);
    return found;
}

void TranscriptModel::setReached(std::int64_t delivered, std::int64_t read)
{
    if (delivered == m_delivered && read == m_read)
        return;
    m_delivered = delivered;
    m_read = read;
    restate(lastRowOf(Author::Agent));
}

int TranscriptModel::lastRowOf(Author author) const
{
    for (int row = rowCount() - 1; row >= 0; --row)
        if (kindAt(row) == RowKind::Message && messageAt(row).author == author)
            return row;
    return -1;
}

qint64 TranscriptModel::lastSequenceOf(Author author) const
{
    const int row = lastRowOf(author);
    return row < 0 ? 0 : messageAt(row).sequence;
}

void TranscriptModel::restate(int before)
{
    for (const int row : {before, lastRowOf(Author::Agent)})
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {StateRole});
}

QString TranscriptModel::stateAt(int row) const
{
    if (kindAt(row) != RowKind::Message || messageAt(row).author != Author::Agent || row != lastRowOf(Author::Agent))
        return {};
    const std::int64_t mine = messageAt(row).sequence;
    if (mine <= m_read)
        return tr("Read", "the visitor has seen it");
    return mine <= m_delivered ? tr("Delivered") : tr("Sent");
}

QStringList TranscriptModel::mentionsAt(int row) const
{
    QStringList names;
    if (m_nameOf)
        for (const AgentId& id : messageAt(row).mentions)
            names << u'@' + m_nameOf(id);
    return names;
}

int TranscriptModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

bool TranscriptModel::startsGroup(int row) const
{
    const Row& mine = m_rows[std::size_t(row)];
    if (row == 0 || mine.kind != RowKind::Message)
        return true;
    const Row& above = m_rows[std::size_t(row) - 1];
    return above.kind != RowKind::Message || above.message.author != mine.message.author
        || above.message.agent != mine.message.agent || mine.message.at - above.message.at > groupWithin;
}

QString TranscriptModel::spoken(int row) const
{
    const Row& mine = m_rows[std::size_t(row)];
    QString words = text(mine.message.text);
    const QString time = formatClock(mine.message.at);
    for (const Attachment& file : mine.message.attachments)
        words += (words.isEmpty() ? QString() : QStringLiteral(", ")) + tr("file %1").arg(line(file.name, 80));
    const QString state = stateAt(row);
    if (!state.isEmpty())
        words += QStringLiteral(". ") + state;
    switch (mine.kind) {
    case RowKind::Day:
        return dayText(mine.message.at);
    case RowKind::System:
        return tr("%1, %2").arg(time, words);
    case RowKind::Note:
        return tr("Internal note, %1, %2: %3").arg(authorName(mine.message), time, words);
    case RowKind::Message:
        return tr("%1, %2: %3").arg(authorName(mine.message), time, words);
    }
    return words;
}

QVariant TranscriptModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.kind == RowKind::Day ? dayText(row.message.at) : text(row.message.text);
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case KindRole:
        return int(row.kind);
    case AuthorRole:
        return int(row.message.author);
    case AuthorNameRole:
        return row.kind == RowKind::Day ? QString() : authorName(row.message);
    case TimeRole:
        return formatClock(row.message.at);
    case HeadRole:
        return startsGroup(index.row());
    case KeyRole:
        return row.kind == RowKind::Day ? -localDate(row.message.at).toJulianDay() : qint64(row.message.sequence);
    case CitationRole: {
        QStringList titles;
        for (const Citation& citation : row.message.citations)
            titles << line(citation.title.empty() ? citation.entry : citation.title);
        return titles.join(tr(", "));
    }
    case StateRole:
        return stateAt(index.row());
    default:
        return {};
    }
}

}
