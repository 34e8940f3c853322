#pragma once

#include "model/figures/floor_figures.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace signalbox {

class EmptyState;
class FloorBarsPlot;
class FloorDimensionCombo;
class FloorTable;
class FloorTableModel;
class InlineMessage;
class QuietCombo;

// What happened on the floor: a theme and one of its measures, broken down by anything, as bars and as numbers; two
// dimensions make a table. From every bar and number to the conversations behind it.
class FloorInsights : public QWidget {
    Q_OBJECT

public:
    explicit FloorInsights(const PageContext& context, QWidget* parent = nullptr);
    ~FloorInsights() override;

    // Period, origin, filters and zone come from here; what is measured and by what stays as it was chosen. Without a zone
    // it is this desk's.
    void show(const FloorQuestion& base);
    using QWidget::show;
    void setTheme(FloorTheme theme);

Q_SIGNALS:
    // Never without a conversation.
    void rowsWanted(const QString& title, const std::vector<std::int64_t>& conversationNumbers);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* newHead();
    QSplitter* newBody();
    void connectParts();
    void listen();

    FloorMeasure measure() const;
    void takeMeasure();
    void ask();
    void take(const FloorCounts& counts);
    void refresh();
    void showWaiting();
    void divide();
    QString whyEmpty() const;
    void openBar(int bar);
    void openCell(const QModelIndex& index);
    void open(const FloorFigures& figures, FloorMeasure of, const QString& title);
    void follow(int bar);

    PageContext m_context;
    FloorQuestion m_question;
    FloorCounts m_counts;
    bool m_hasCounts = false;
    quint64 m_ticket = 0;        // of the question on its way; 0: none
    FloorDimension m_byBefore;   // a theme with a dimension of its own was chosen
    FloorTheme m_theme = FloorTheme::Volume;
    QuietCombo* m_measure;
    FloorDimensionCombo* m_by;
    FloorDimensionCombo* m_across;
    QLabel* m_title;
    QLabel* m_definition;
    QLabel* m_fairness;
    QLabel* m_waiting;
    QLabel* m_more;
    InlineMessage* m_trouble;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_body = nullptr;   // bars above, numbers beneath
    bool m_dividedByHand = false;
    FloorBarsPlot* m_bars;
    QScrollArea* m_scroll = nullptr;
    FloorTableModel* m_model;
    FloorTable* m_table;
};

}
