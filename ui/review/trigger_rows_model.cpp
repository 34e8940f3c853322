#include "ui/review/trigger_rows_model.h"

#include "model/domain/names.h"
#include "ui/review/review_words.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {

TriggerRowsModel::TriggerRowsModel(ReviewState& state, QObject* parent)
    : QAbstractListModel(parent), m_state(state), m_rows(rowsNow())
{
    connect(&state, &ReviewState::loaded, this, &TriggerRowsModel::rebuild);
    connect(&state, &ReviewState::triggerChosen, this, &TriggerRowsModel::rebuild);
    connect(&state, &ReviewState::labelsChanged, this, &TriggerRowsModel::rebuild);
}

// The rulebook's triggers and those that only the week's alerts know, then beneath the chosen one its channels.
std::vector<TriggerRow> TriggerRowsModel::rowsNow() const
{
    std::vector<AlertId> triggers;
    for (const ReviewedTrigger& trigger : m_state.data().triggers)
        triggers.push_back(trigger.id);
    const auto& figures = m_state.figures();
    for (const auto& [part, counted] : figures)
        if (const AlertId id{part.first}; std::ranges::find(triggers, id) == triggers.end())
            triggers.push_back(id);
    std::vector<TriggerRow> rows;
    for (const AlertId& id : triggers) {
        const auto all = figures.find({id.value, {}});
        rows.push_back({id, {}, m_state.triggerName(id), all == figures.end() ? AlertFigures{} : all->second});
        if (id != m_state.trigger())
            continue;
        std::vector<TriggerRow> channels;
        for (const auto& [part, counted] : figures)
            if (part.first == id.value && !part.second.empty())
                if (const auto channel = fromName<Channel>(part.second))
                    channels.push_back({id, part.second, channelName(*channel), counted});
        if (channels.size() > 1)
            rows.insert(rows.end(), channels.begin(), channels.end());
    }
    return rows;
}

void TriggerRowsModel::rebuild()
{
    std::vector<TriggerRow> rows = rowsNow();
    const bool same = std::ranges::equal(rows, m_rows, [](const TriggerRow& a, const TriggerRow& b) {
        return a.trigger == b.trigger && a.channel == b.channel;
    });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int TriggerRowsModel::rowOf(const AlertId& trigger) const
{
    const auto found = std::ranges::find(m_rows, trigger, &TriggerRow::trigger);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TriggerRowsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant TriggerRowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TriggerRow& row = at(index.row());
    const AlertFigures& figures = row.figures;
    const QString counted
        = figures.judged() == 0 ? tr("none labelled") : tr("%1 of %2 right").arg(figures.truths).arg(figures.judged());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return QStringList{row.name, counted,
                           figures.isThin() ? whyThin(figures)
                                            : tr("%1, %2").arg(shareOrDash(figures), rangeWords(figures.precision))}
            .join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return figures.isThin() ? tr("With fewer than %1 labels the share says next to nothing.").arg(fewestJudged)
                                : QString();
    default:
        return {};
    }
}

}
