#include "ui/policies/problems/problem_model.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/problems/problem_list.h"
#include "ui/policies/problems/problem_words.h"
#include "ui/shared/format_text.h"

namespace signalbox {

ProblemModel::ProblemModel(const ProblemList& problems, const RulebookDraft& draft, QObject* parent)
    : QAbstractListModel(parent), m_problems(problems), m_draft(draft)
{
    connect(&m_problems, &ProblemList::changed, this, &ProblemModel::refresh);
    refresh();
}

void ProblemModel::refresh()
{
    const int count = int(m_problems.all().size());
    if (count == m_count && count > 0) {
        Q_EMIT dataChanged(index(0), index(count - 1));
        return;
    }
    beginResetModel();
    m_count = count;
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_count; }

// Between two tellings the list may already be another one.
const Problem* ProblemModel::at(int row) const
{
    return row >= 0 && row < int(m_problems.all().size()) ? &m_problems.all()[std::size_t(row)] : nullptr;
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    const Problem* const problem = index.isValid() ? at(index.row()) : nullptr;
    if (!problem)
        return {};
    const QString where = placeInWords(*problem, m_draft);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return problem->title;
    case WhereRole:
        return where;
    case WordsRole:
        return problem->words;
    case WeightRole:
        return int(problem->weight);
    case StaleRole:
        return problem->stale;
    case Qt::ToolTipRole:
        return problem->words.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("%1, %2. %3").arg(where, problem->title, problem->words);
    default:
        return {};
    }
}

}
