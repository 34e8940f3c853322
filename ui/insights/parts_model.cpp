#include "ui/insights/parts_model.h"

#include "ui/shared/format_text.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QVariant numberOrNone(const std::optional<double>& number) { return number ? QVariant(*number) : QVariant(); }

}

void PartsModel::show(FigureSubject subject, const QString& partHeading, const std::vector<NamedLine>& lines)
{
    beginResetModel();
    m_subject = subject;
    m_partHeading = partHeading;
    m_lines = lines;
    endResetModel();
}

int PartsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

int PartsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PartsModel::words(const NamedLine& each, int column) const
{
    const FigureLine& line = each.line;
    switch (column) {
    case NameColumn:
        return each.name;
    case ValueColumn:
        return figureValue(line.unit, line.value);
    case IntervalColumn:
        return line.value && line.low ? figureRange(line) : QStringLiteral("—");
    case CountColumn:
        return formatCount(line.of);
    case NotJudgedColumn:
        return figureValue(FigureUnit::Share, line.notJudged);
    default:
        return each.beside.isEmpty() ? noteOf(line) : noteOf(line) + (noteOf(line).isEmpty() ? u""_s : u" · "_s) + each.beside;
    }
}

QString PartsModel::noteOf(const FigureLine& line) const
{
    if (!line.value)
        return line.soFar ? tr("%1 so far. %2").arg(formatPercent(*line.soFar), text(line.why)) : text(line.why);
    if (line.soFar)
        return tr("maturing ones: %1 so far").arg(formatPercent(*line.soFar));
    return line.thin ? tr("few: not to be relied on") : QString();
}

QVariant PartsModel::sortKey(const NamedLine& each, int column) const
{
    switch (column) {
    case NameColumn:
        return each.name;
    case ValueColumn:
        return numberOrNone(each.line.value);
    case IntervalColumn:
        return each.line.value ? numberOrNone(each.line.low) : QVariant();
    case CountColumn:
        return double(each.line.of);
    case NotJudgedColumn:
        return numberOrNone(each.line.notJudged);
    default:
        return words(each, column);
    }
}

QVariant PartsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const NamedLine& each = at(index.row());
    const bool isNumber = index.column() != NameColumn && index.column() != NoteColumn;
    switch (role) {
    case Qt::DisplayRole:
        return words(each, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return (index.column() == NameColumn && !words(each, NoteColumn).isEmpty()
                    ? tr("%1: %2", "a name and a note").arg(each.name, words(each, NoteColumn))
                    : words(each, index.column()))
            .toHtmlEscaped();
    case SortRole:
        return sortKey(each, index.column());
    default:
        return {};
    }
}

QVariant PartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section != NameColumn && section != NoteColumn;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return m_partHeading;
    case ValueColumn:
        return valueHeading(m_subject);
    case IntervalColumn:
        return tr("95 % interval");
    case CountColumn:
        return tr("n", "how many were counted");
    case NotJudgedColumn:
        return notJudgedHeading(m_subject);
    default:
        return tr("Note");
    }
}

}
