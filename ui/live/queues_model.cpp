#include "ui/live/queues_model.h"

#include "routing/rulebook/rulebook.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

namespace signalbox {

using namespace Qt::StringLiterals;

QueuesModel::QueuesModel(const ConsoleModel& console, const LiveFigures& figures, QObject* parent)
    : QAbstractListModel(parent), m_console(console), m_figures(figures), m_rows(rowsNow())
{
}

std::vector<QueueRow> QueuesModel::rowsNow() const
{
    using View = LiveFilter::View;
    std::vector<QueueRow> rows;
    rows.push_back({QueueRow::Kind::View, View::AllWaiting, {}, tr("All waiting"), m_figures.all()});
    for (const Queue& queue : m_console.rulebook().queues)
        rows.push_back(
            {QueueRow::Kind::View, View::Queue, queue.id, m_console.queueName(queue.id), m_figures.queue(queue.id)});
    rows.push_back({QueueRow::Kind::Title, View::AiAnswering, {}, tr("With AI"), {}});
    rows.push_back(
        {QueueRow::Kind::View, View::AiAnswering, {}, tr("Answering now"), {m_figures.aiAnswering(), 0, {}}});
    rows.push_back({QueueRow::Kind::View,
                    View::AiWaitingForVisitor,
                    {},
                    tr("Waiting for visitor"),
                    {m_figures.aiWaitingForVisitor(), 0, {}}});
    rows.push_back({QueueRow::Kind::Title, View::AllWaiting, {}, tr("People"), {}});
    rows.push_back({QueueRow::Kind::Floor, View::AllWaiting, {}, tr("The floor"), {m_hands, 0, {}}});
    return rows;
}

void QueuesModel::refresh(Instant now)
{
    m_now = now;
    std::vector<QueueRow> rows = rowsNow();
    const bool sameRows = std::ranges::equal(rows, m_rows, [](const QueueRow& a, const QueueRow& b) {
        return a.kind == b.kind && a.view == b.view && a.queue == b.queue && a.name == b.name;
    });
    if (!sameRows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int QueuesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant QueuesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueRow& row = rowAt(index.row());
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == Qt::ToolTipRole)
        return row.name.toHtmlEscaped();
    if (role != Qt::AccessibleTextRole || row.kind == QueueRow::Kind::Title)
        return {};
    if (row.kind == QueueRow::Kind::Floor)
        return row.figures.waiting == 0 ? row.name : tr("%1, %2 hands raised").arg(row.name).arg(row.figures.waiting);
    QString spoken = tr("%1, %2 waiting").arg(row.name, formatCount(row.figures.waiting));
    if (row.figures.oldest)
        spoken += tr(", the oldest for %1").arg(formatSpan(std::chrono::floor<seconds>(m_now - *row.figures.oldest)));
    return row.figures.overTarget > 0 ? spoken + tr(", %1 over target").arg(row.figures.overTarget) : spoken;
}

Qt::ItemFlags QueuesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || rowAt(index.row()).kind == QueueRow::Kind::Title)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

}
