#include "ui/contacts/contacts_model.h"

#include "ui/contacts/contact_words.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {

ContactsModel::ContactsModel(std::function<Instant()> now, QObject* parent)
    : QAbstractListModel(parent), m_now(std::move(now))
{
}

void ContactsModel::setRows(std::vector<ContactRow> rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& index : before) {
        const auto moved = std::ranges::find(rows, m_rows[std::size_t(index.row())].contact.id,
                                             [](const ContactRow& row) { return row.contact.id; });
        after.append(moved == rows.end() ? QModelIndex() : createIndex(int(moved - rows.begin()), 0));
    }
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

int ContactsModel::rowOf(const ContactId& id) const
{
    const auto found = std::ranges::find(m_rows, id, [](const ContactRow& row) { return row.contact.id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ContactsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant ContactsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ContactRow& row = at(index.row());
    const QString age = row.conversations > 0 ? formatAge(row.lastMessageAt, m_now()) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return contactName(row.contact);
    case DetailRole:
        return detail(row);
    case AgeRole:
        return age;
    case Qt::AccessibleTextRole:
        return QStringList{contactName(row.contact), detail(row), age}.join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1<br>%2</qt>").arg(contactName(row.contact).toHtmlEscaped(), detail(row).toHtmlEscaped());
    default:
        return {};
    }
}

QString ContactsModel::detail(const ContactRow& row) const
{
    QStringList parts;
    if (!row.contact.company.empty())
        parts.append(line(row.contact.company));
    else if (!row.contact.name.empty() && !row.contact.emails.empty())
        parts.append(line(row.contact.emails.front()));
    if (!row.channels.empty())
        parts.append(channelNames(row.channels));
    return parts.join(QStringLiteral(" · "));
}

}
