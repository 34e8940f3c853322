#include "ui/policies/backtest/trace_model.h"

#include "ui/policies/try/path_model.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t shownAtEnds = 20;   // of a way that is longer than twice this, the middle is one row

}

TraceModel::Row TraceModel::rowOf(const TraceStep& step, std::size_t place, const Rulebook& rulebook)
{
    Row row{QString::number(place + 1),
            line(step.name.empty() ? step.policy.value : step.name),
            {},
            int(PathModel::Mark::Failed)};
    switch (step.outcome) {
    case TraceStep::Outcome::Fired:
        row.mark = int(PathModel::Mark::Fired);
        row.detail = tr("Fired", "a policy");
        break;
    case TraceStep::Outcome::Disabled:
        row.mark = int(PathModel::Mark::Off);
        row.detail = tr("Off", "a policy");
        break;
    case TraceStep::Outcome::NotReached:
        row.mark = int(PathModel::Mark::NotReached);
        row.detail = tr("Not reached");
        break;
    case TraceStep::Outcome::DidNotMatch:
        row.detail = comparisonText(step.attribute, step.found, step.wanted, rulebook);
        break;
    }
    return row;
}

void TraceModel::setTrace(const std::vector<TraceStep>& trace, const Rulebook& rulebook)
{
    beginResetModel();
    m_rows.clear();
    const bool isLong = trace.size() > 2 * shownAtEnds + 1;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        if (isLong && i == shownAtEnds) {
            const std::size_t end = trace.size() - shownAtEnds;
            m_rows.push_back({tr("%1–%2").arg(i + 1).arg(end),
                              tr("%1 policies did not match").arg(end - i),
                              {},
                              int(PathModel::Mark::NotReached)});
            i = end;
        }
        m_rows.push_back(rowOf(trace[i], i, rulebook));
    }
    endResetModel();
}

int TraceModel::rowThatFired() const
{
    const auto found = std::ranges::find(m_rows, int(PathModel::Mark::Fired), &Row::mark);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TraceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant TraceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case PathModel::NumberRole:
        return row.number;
    case PathModel::DetailRole:
        return row.detail;
    case PathModel::MarkRole:
        return row.mark;
    case PathModel::ChosenRole:
        return false;
    case Qt::ToolTipRole:
        return tr("%1: %2").arg(row.title, row.detail).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("%1 %2. %3").arg(row.number, row.title, row.detail);
    default:
        return {};
    }
}

}
