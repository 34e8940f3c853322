#pragma once

#include "ui/shared/page_context.h"
#include "ui/window/key_groups.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace signalbox {

// All keys, by menu and page; words narrow it. Deletes itself when closed.
class KeysSheet : public QDialog {
    Q_OBJECT

public:
    KeysSheet(const PageContext& context, const QList<KeyGroup>& groups, QWidget* parent = nullptr);

private:
    struct Row {
        QWidget* widget;
        QString text;
    };
    struct Group {
        QWidget* head;
        std::vector<Row> rows;
    };
    void addGroup(QVBoxLayout& column, const KeyGroup& group);
    QWidget* newRow(const KeyLine& line);
    void narrow(const QString& words);

    const PageContext& m_context;
    QLineEdit* m_words;
    QLabel* m_nothing;
    std::vector<Group> m_groups;
};

}
