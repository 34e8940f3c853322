#include "ui/policies/list/policy_filter.h"

#include "ui/policies/list/policy_rows_model.h"

#include <algorithm>

namespace signalbox {

void PolicyFilter::setWords(const QString& words)
{
    QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    m_words = std::move(wanted);
    invalidateFilter();
}

void PolicyFilter::setKind(Kind kind, const QString& group)
{
    if (kind == m_kind && group == m_group)
        return;
    m_kind = kind;
    m_group = group;
    invalidateFilter();
}

bool PolicyFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (!isActive())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool isKind = m_kind == Kind::All
        || (m_kind == Kind::Changed && !index.data(PolicyRowsModel::ChangeRole).toString().isEmpty())
        || (m_kind == Kind::WithProblems && !index.data(PolicyRowsModel::ProblemRole).toString().isEmpty())
        || (m_kind == Kind::Off && index.data(Qt::CheckStateRole).toInt() != Qt::Checked)
        || (m_kind == Kind::Group && index.data(PolicyRowsModel::GroupRole).toString() == m_group);
    if (!isKind || m_words.isEmpty())
        return isKind;
    const QString all = index.data(PolicyRowsModel::SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&all](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}
