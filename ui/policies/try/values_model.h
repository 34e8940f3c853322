#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <string>
#include <vector>

namespace signalbox {

class Trial;

// The values of a trial, to be changed: those that rules look at, and the others when all are shown.
class ValuesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { AttributeColumn, ValueColumn, ColumnCount_ };
    enum Roles {
        MissingRole = Qt::UserRole + 1,
        ChangedRole,
        BeforeRole,      // "480": what a changed value was
        AttributeRole,   // "crm.company_size"
    };

    explicit ValuesModel(Trial& trial, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setShowingAll(bool all);
    bool showingAll() const { return m_all; }
    int hidden() const { return m_hidden; }   // values that no rule looks at
    // A row for an attribute that has none yet.
    void add(const std::string& attribute);
    int rowOf(const std::string& attribute) const;
    const std::string& attributeAt(int row) const { return m_attributes[std::size_t(row)]; }
    void makeMissing(int row);
    void reset(int row);

Q_SIGNALS:
    void refused(const QString& why);   // what was typed does not fit
    void accepted();

private:
    void refresh();

    Trial& m_trial;
    std::vector<std::string> m_attributes;
    std::vector<std::string> m_added;
    bool m_all = false;
    int m_hidden = 0;
};

}
