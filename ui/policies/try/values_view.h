#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace signalbox {

class Trial;
class ValuesModel;

// The values of a trial as a table: Enter or F2 changes one, Delete makes it missing, Backspace takes the change back.
class ValuesView : public QWidget {
    Q_OBJECT

public:
    ValuesView(const StudioContext& studio, Trial& trial, QWidget* parent = nullptr);

    void setFocusOnFirst();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void showMenu(const QPoint& at);
    void addAttribute();
    void refresh();

    StudioContext m_studio;
    Trial& m_trial;
    ValuesModel* m_model;
    QTableView* m_table;
    QPushButton* m_all;
    QPushButton* m_reset;
    QComboBox* m_add;
    QLabel* m_trouble;
};

}
