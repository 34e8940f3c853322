#include "ui/policies/flow/flow_table_model.h"

#include "ui/shared/format_text.h"

#include <QStringList>

#include <algorithm>

namespace signalbox {

void FlowTableModel::setGraph(const FlowGraph& graph)
{
    const auto isPolicy = [](const FlowNode& stage) {
        return stage.kind == FlowNode::Kind::Policy || stage.kind == FlowNode::Kind::NoPolicy;
    };
    const int count = int(std::ranges::count_if(graph.nodes, isPolicy));
    const bool same = count == m_count;
    if (!same)
        beginResetModel();
    m_graph = graph;
    m_count = count;
    const auto first = std::ranges::find_if(m_graph.nodes, isPolicy);
    m_first = int(first - m_graph.nodes.begin());
    if (!same)
        endResetModel();
    else if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, ColumnCount_ - 1));
}

PolicyId FlowTableModel::policyAt(int row) const { return row >= 0 && row < m_count ? node(row).policy : PolicyId{}; }

int FlowTableModel::rowOf(const PolicyId& policy) const
{
    for (int row = 0; row < m_count; ++row)
        if (node(row).policy == policy)
            return row;
    return -1;
}

int FlowTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_count; }
int FlowTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount_; }

QString FlowTableModel::whereTo(int row) const
{
    QStringList ways;
    for (const FlowEdge& edge : m_graph.edges)
        if (edge.from == m_first + row && (edge.planned || edge.conversations > 0)) {
            const QString& title = m_graph.nodes[std::size_t(edge.to)].title;
            ways << (edge.conversations > 0 ? tr("%1 (%2)").arg(title, formatCount(edge.conversations)) : title);
        }
    return ways.join(QStringLiteral(", "));
}

QString FlowTableModel::cell(int row, int column) const
{
    const FlowNode& stage = node(row);
    const auto all = double(m_graph.conversations);
    switch (column) {
    case NumberColumn:
        return stage.number > 0 ? QString::number(stage.number) : QString();
    case PolicyColumn:
        return stage.title;
    case OnColumn:
        return stage.number == 0 ? QString() : stage.on ? tr("On") : tr("Off");
    case ArrivingColumn:
        return formatCount(m_graph.arriving[std::size_t(row)]);
    case TakenColumn:
        return formatCount(stage.conversations);
    case ShareColumn:
        return all > 0 ? formatPercent(double(stage.conversations) / all) : QStringLiteral("—");
    default:
        return whereTo(row);
    }
}

QVariant FlowTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    const bool figure
        = column == NumberColumn || column == ArrivingColumn || column == TakenColumn || column == ShareColumn;
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), column);
    case Qt::ToolTipRole:
        return cell(index.row(), column).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        if (column == OnColumn && !node(index.row()).policy.empty())
            return node(index.row()).on ? Qt::Checked : Qt::Unchecked;
        return {};
    default:
        return {};
    }
}

QVariant FlowTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NumberColumn || (section >= ArrivingColumn && section <= ShareColumn) ? Qt::AlignRight
                                                                                                     : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("No.");
    case PolicyColumn:
        return tr("Policy");
    case OnColumn:
        return tr("State");
    case ArrivingColumn:
        return tr("Still undecided");
    case TakenColumn:
        return tr("Taken");
    case ShareColumn:
        return tr("Share");
    default:
        return tr("Goes to");
    }
}

Qt::ItemFlags FlowTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool checkable = index.column() == OnColumn && !policyAt(index.row()).empty();
    return checkable ? plain | Qt::ItemIsUserCheckable : plain;
}

bool FlowTableModel::setData(const QModelIndex& index, const QVariant&, int role)
{
    const PolicyId policy = policyAt(index.row());
    if (role != Qt::CheckStateRole || policy.empty())
        return false;
    Q_EMIT switched(policy);
    return true;
}

}
