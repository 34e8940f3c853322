#pragma once

#include <QListView>

namespace signalbox {

// The list of the work pane. A row that changes is painted anew by itself.
class WorkList : public QListView {
    Q_OBJECT

public:
    using QListView::QListView;

protected:
    void dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) override;
};

}
