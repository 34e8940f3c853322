#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace signalbox {

// A conversation that two rulebooks lead to different places.
struct Parting {
    ConversationId conversation;
    QString title;         // "#4809 Jörg Müller"
    QString when;          // "10:42"
    QString exactly;       // for the tooltip
    QStringList details;   // one or two lines
    bool operator==(const Parting&) const = default;
};

class PartingsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { WhenRole = Qt::UserRole + 1, DetailsRole };
    using QAbstractListModel::QAbstractListModel;

    // Rows that stay keep their place, so that what is chosen stays chosen.
    void setRows(std::vector<Parting> rows);
    const Parting& rowAt(int row) const { return m_rows[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Parting> m_rows;
};

}
