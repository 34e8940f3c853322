#pragma once

#include "model/domain/alert.h"
#include "ui/shared/page_context.h"

#include <QAbstractListModel>

#include <vector>

namespace signalbox {

class AlertDesk;

// The alerts that have not ended: those for whoever sits here first, then for leads and supervisors all others; the
// newest of each on top. It follows the console's model by itself.
class AlertListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles {
        VisitorRole = Qt::UserRole + 1,
        AgeRole,
        OwnerRole,   // whose it is, and why
        StateRole,
        HeldBackRole,
        LabelRole,     // what I said of it
        HeadingRole,   // of the first row of a part: "For you"
        WaitsRole      // whether it waits for me
    };

    AlertListModel(const PageContext& context, const AlertDesk& desk, QObject* parent = nullptr);

    const Alert& alertAt(int row) const { return m_rows[std::size_t(row)].alert; }
    int rowOf(std::int64_t number) const;   // -1: it is not listed
    int mine() const;                       // how many are for me

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        Alert alert;
        bool mine = false;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> wanted() const;
    void refresh();
    void repaint();   // names and labels may read otherwise now
    QString heading(int row) const;
    QString labelWords(const Alert& alert) const;

    PageContext m_context;
    const AlertDesk& m_desk;
    std::vector<Row> m_rows;
};

}
