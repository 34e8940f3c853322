#pragma once

#include "ui/shared/analysis_port.h"
#include "ui/shared/page_context.h"

#include <QAbstractTableModel>

#include <vector>

namespace signalbox {

// The versions of the rulebook, newest first: when, by whom, why, and how many decisions each has made.
class VersionsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { VersionColumn, PublishedColumn, ByColumn, NoteColumn, DecisionsColumn, ColumnCount };

    explicit VersionsModel(const PageContext& context, QObject* parent = nullptr);

    void setVersions(std::vector<VersionRow> versions);   // newest first; rows of versions that stay are kept
    const std::vector<VersionRow>& versions() const { return m_versions; }
    int rowOf(int version) const;   // -1 when it is not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PageContext m_context;
    std::vector<VersionRow> m_versions;
};

}
