#pragma once

#include "ui/insights/insights_words.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace signalbox {

class FigurePlot;
class PartsModel;
class PartsPlot;
class PartsSorter;
class WeeksPlot;

// A figure by its parts: the chart, and beneath it the table for those who read numbers. A click on either, or Enter in the
// table, asks for what is behind the part.
class PartsSection : public QWidget {
    Q_OBJECT

public:
    // `objectName` with "Chart", "Weeks" and "Table" behind it is what its parts are called.
    PartsSection(Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    void show(FigureSubject subject, Dimension dimension, const std::vector<NamedLine>& lines);
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void partChosen(const signalbox::NamedLine& part);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTable(const QString& objectName);
    void fitTable();
    void choose(int part);

    Theme& m_theme;
    FigureSubject m_subject = FigureSubject::Accuracy;
    QLabel* m_title;
    QLabel* m_nothing;
    PartsPlot* m_rows;
    WeeksPlot* m_weeks;
    PartsModel* m_model;
    PartsSorter* m_sorter;
    QTableView* m_table;
};

}
