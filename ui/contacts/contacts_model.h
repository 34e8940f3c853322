#pragma once

#include "model/domain/contact.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace signalbox {

// The contacts that were found, who wrote last first.
class ContactsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { DetailRole = Qt::UserRole + 1, AgeRole };   // "Orchard & Pike · Website, WhatsApp", "4 min"

    explicit ContactsModel(std::function<Instant()> now, QObject* parent = nullptr);

    void setRows(std::vector<ContactRow> rows);   // rows that stay keep their place in views' selections
    const ContactRow& at(int row) const { return m_rows[std::size_t(row)]; }
    int rowOf(const ContactId& id) const;   // -1 when it is not there

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString detail(const ContactRow& row) const;

    std::function<Instant()> m_now;
    std::vector<ContactRow> m_rows;
};

}
