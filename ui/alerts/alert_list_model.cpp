#include "ui/alerts/alert_list_model.h"

#include "ui/alerts/alert_desk.h"
#include "ui/alerts/alert_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {
namespace {

// Mine before the others', newest first.
template <class Row>
std::pair<bool, std::int64_t> orderOf(const Row& row)
{
    return {!row.mine, -row.alert.number};
}

bool waits(const Alert& alert)
{
    return alert.heldBack == HeldBack::No && !alert.acknowledgedAt && !alert.snoozedUntil;
}

}

AlertListModel::AlertListModel(const PageContext& context, const AlertDesk& desk, QObject* parent)
    : QAbstractListModel(parent), m_context(context), m_desk(desk)
{
    connect(&context.model, &ConsoleModel::alertsChanged, this, &AlertListModel::refresh);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &AlertListModel::refresh);
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.rulebook)
            repaint();
    });
    connect(&desk, &AlertDesk::labelled, this, &AlertListModel::repaint);
    refresh();
}

std::vector<AlertListModel::Row> AlertListModel::wanted() const
{
    const ConsoleModel& model = m_context.model;
    std::vector<Row> rows;
    for (const Alert& alert : model.alerts()) {
        const bool mine = isForMe(alert, model);
        const bool others = model.session().role != Role::Agent && !isReminder(alert);
        if (mine || others)
            rows.push_back({alert, mine});
    }
    std::ranges::sort(rows, {}, orderOf<Row>);
    return rows;
}

void AlertListModel::refresh()
{
    const std::vector<Row> now = wanted();
    for (int row = int(m_rows.size()) - 1; row >= 0; --row)
        if (!std::ranges::binary_search(now, orderOf(m_rows[std::size_t(row)]), {}, orderOf<Row>)) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    for (int row = 0; row < int(now.size()); ++row) {
        const Row& next = now[std::size_t(row)];
        if (row == int(m_rows.size()) || orderOf(m_rows[std::size_t(row)]) != orderOf(next)) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, next);
            endInsertRows();
        } else {
            m_rows[std::size_t(row)] = next;
        }
    }
    repaint();
}

void AlertListModel::repaint()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int AlertListModel::rowOf(std::int64_t number) const
{
    const auto found = std::ranges::find(m_rows, number, [](const Row& row) { return row.alert.number; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AlertListModel::mine() const { return int(std::ranges::count(m_rows, true, &Row::mine)); }

int AlertListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QString AlertListModel::heading(int row) const
{
    const bool isMine = m_rows[std::size_t(row)].mine;
    if (row > 0 && m_rows[std::size_t(row) - 1].mine == isMine)
        return {};
    return isMine ? tr("For you") : tr("For others");
}

QString AlertListModel::labelWords(const Alert& alert) const
{
    const Label* label = m_desk.myLabel(alert);
    return label ? tr("Your label: %1").arg(verdictName(*label->verdict).toLower()) : QString();
}

QVariant AlertListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const Alert& alert = row.alert;
    const ConsoleModel& model = m_context.model;
    const Instant now = m_context.now();
    switch (role) {
    case Qt::DisplayRole:
        return alertTitle(alert, model);
    case VisitorRole:
        return alertVisitor(alert, model);
    case AgeRole:
        return formatAgo(alert.at, now);
    case OwnerRole:
        return isReminder(alert) ? line(alert.text, 200) : alertOwner(alert, model);
    case StateRole:
        return alertState(alert, model, now);
    case HeldBackRole:
        return heldBackWords(alert.heldBack);
    case LabelRole:
        return labelWords(alert);
    case HeadingRole:
        return heading(index.row());
    case WaitsRole:
        return row.mine && waits(alert);
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1<br>%2</qt>").arg(line(alert.text, 300).toHtmlEscaped(), formatExact(alert.at));
    case Qt::AccessibleTextRole: {
        const TierLabel tier = alertTier(alert, model);
        QStringList said{QString(tier.code + u' ' + tier.name).trimmed()};
        for (const int part : {int(Qt::DisplayRole), int(VisitorRole), int(AgeRole), int(OwnerRole), int(StateRole),
                               int(HeldBackRole), int(LabelRole)})
            said << data(index, part).toString();
        said.removeAll(QString());
        return said.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

}
