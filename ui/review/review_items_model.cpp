#include "ui/review/review_items_model.h"

#include "ui/review/review_words.h"
#include "ui/shared/format_text.h"

namespace signalbox {

ReviewItemsModel::ReviewItemsModel(ReviewState& state, QObject* parent)
    : QAbstractListModel(parent), m_state(state), m_rows(int(state.items().size()))
{
    connect(&state, &ReviewState::loaded, this, &ReviewItemsModel::rebuild);
    connect(&state, &ReviewState::triggerChosen, this, &ReviewItemsModel::rebuild);
    connect(&state, &ReviewState::labelsChanged, this, [this] {
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0), index(m_rows - 1));
    });
}

// Other things to judge, not changed ones: what was chosen is found again by the pane.
void ReviewItemsModel::rebuild()
{
    beginResetModel();
    m_rows = int(m_state.items().size());
    endResetModel();
}

int ReviewItemsModel::nextToLabel(int row) const
{
    for (int step = 1; step <= m_rows; ++step) {
        const int candidate = (row + step) % m_rows;
        if (candidate != row && !m_state.verdictOf(at(candidate)))
            return candidate;
    }
    return -1;
}

int ReviewItemsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }

QVariant ReviewItemsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const ReviewItem& item = at(index.row());
    const auto verdict = m_state.verdictOf(item);
    const QString name = line(item.conversation.visitorName, 80);
    const QString score = item.score ? tr("score %1").arg(formatNumber(*item.score)) : QString();
    const QString detail = item.kind == ReviewItem::Kind::Tier ? questionOf(item)
        : item.kind == ReviewItem::Kind::Silent ? tr("No alert · %1").arg(line(item.conversation.said, 120))
                                                : line(item.conversation.said, 120);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case DetailRole:
        return detail;
    case VerdictRole:
        return verdict ? QVariant(int(*verdict)) : QVariant();
    case ScoreRole:
        return score;
    case Qt::AccessibleTextRole:
        return QStringList{name, verdict ? verdictWord(*verdict) : tr("To label"), detail, score}.join(
            QStringLiteral(", "));
    default:
        return {};
    }
}

}
