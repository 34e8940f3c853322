#include "ui/policies/versions/versions_model.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {

VersionsModel::VersionsModel(const PageContext& context, QObject* parent)
    : QAbstractTableModel(parent), m_context(context)
{
}

// Versions are never changed, only added on top; what they have decided grows.
void VersionsModel::setVersions(std::vector<VersionRow> versions)
{
    const int known = versions.empty() || m_versions.empty()
        ? -1
        : int(std::ranges::find(versions, m_versions.front().version, &VersionRow::version) - versions.begin());
    if (known < 0 || known + int(m_versions.size()) != int(versions.size())) {
        beginResetModel();
        m_versions = std::move(versions);
        endResetModel();
        return;
    }
    if (known > 0) {
        beginInsertRows({}, 0, known - 1);
        m_versions.insert(m_versions.begin(), versions.begin(), versions.begin() + known);
        endInsertRows();
    }
    m_versions = std::move(versions);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int VersionsModel::rowOf(int version) const
{
    const auto found = std::ranges::find(m_versions, version, &VersionRow::version);
    return found == m_versions.end() ? -1 : int(found - m_versions.begin());
}

int VersionsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_versions.size()); }

int VersionsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant VersionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const VersionRow& row = m_versions[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == DecisionsColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == PublishedColumn)
        return formatExact(row.at).toHtmlEscaped();
    if (role == Qt::ToolTipRole && index.column() == NoteColumn)
        return text(row.note).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case VersionColumn:
        return row.version == m_context.model.rulebookOnScreen().version ? tr("v%1 live").arg(row.version)
                                                                         : tr("v%1").arg(row.version);
    case PublishedColumn:
        return tr("%1, %2", "day and time").arg(formatDay(row.at, m_context.now()), formatClock(row.at));
    case ByColumn:
        return m_context.model.agentName(AgentId{row.by});
    case NoteColumn:
        return line(row.note, 300);
    case DecisionsColumn:
        return formatCount(row.decisions);
    default:
        return {};
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == DecisionsColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn:
        return tr("Version");
    case PublishedColumn:
        return tr("Published");
    case ByColumn:
        return tr("By");
    case NoteColumn:
        return tr("Note");
    case DecisionsColumn:
        return tr("Decisions");
    default:
        return {};
    }
}

}
