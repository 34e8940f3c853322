#include "ui/conversation/work_list.h"

namespace signalbox {

// QListView lays out all rows, as one of them might have grown. Here a row's height does not depend on what it says.
void WorkList::dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles)
{
    QAbstractItemView::dataChanged(first, last, roles);
}

}
