#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace signalbox {

// One thing of a list that can be edited.
struct ListedEntry {
    QString id;
    QString title;

    bool operator==(const ListedEntry&) const = default;
};

// The left side of a list with an editor: a filter, the entries, and a button that adds one.
class EntryList : public QWidget {
    Q_OBJECT

public:
    EntryList(Theme& theme, const QString& name, const QString& objectName, const QString& addText, QWidget* parent = nullptr);

    // The chosen entry stays chosen when it is still there; `chosen` is not emitted.
    void setEntries(const std::vector<ListedEntry>& entries);
    void choose(const QString& id);
    QString chosenId() const;   // empty: none
    void setMayAdd(bool may, const QString& why);

Q_SIGNALS:
    void chosen(const QString& id);
    void addWanted();

private:
    void filter();

    QLineEdit* m_filter;
    QListWidget* m_list;
    QPushButton* m_add;
};

}
