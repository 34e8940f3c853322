#pragma once

#include <QAbstractListModel>

namespace signalbox {

class PolicyDraft;

// The policies of a draft, in order. Checking a row switches the policy, moving it reorders.
class PolicyListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles {
        NumberRole = Qt::UserRole + 1,   // place in the order, 1 first
        OutcomeRole,                     // "To Enterprise East, set tier P1"
        TierRankRole,                    // of the tier it sets; -1 when it sets none
        ChangeRole,                      // "Moved", "Switched off"; empty when as live
    };

    explicit PolicyListModel(PolicyDraft& draft, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) override;

private:
    PolicyDraft& m_draft;
};

}
