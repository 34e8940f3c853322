#pragma once

#include "ui/insights/figure_export.h"
#include "ui/insights/figures_state.h"
#include "ui/insights/insights_words.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/background_work.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace signalbox {

class BesideList;
class BigFigure;
class ComparisonSection;
class ConfusionGrid;
class EmptyState;
class InlineMessage;
class PartsSection;
class QuestionBar;
class WaitCurve;

// One of the four figures: large, with what it is and what stands beside it, as charts, and as tables.
class FigurePane : public QWidget {
    Q_OBJECT

public:
    // `question` outlives it.
    FigurePane(const PageContext& context, FiguresState& state, QuestionBar& question, QWidget* parent = nullptr);

    void setSubject(FigureSubject subject);
    void askAgain();   // what has happened meanwhile
    void exportAs(ExportFormat format);
    QPushButton* exportButton() const { return m_export; }   // for the page's header

Q_SIGNALS:
    void behindWanted(const QString& title, const std::vector<std::int64_t>& numbers, signalbox::RowsOf of);
    void reviewWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* newContent();
    QWidget* newHead();
    QWidget* newChart(const QString& title, QWidget* chart);
    QPushButton* newExportButton();
    void connectParts();
    void ask();
    void refresh();
    void showFigure(const FigureLine& main);
    void showCharts();
    void showEmpty(const FigureLine& main);
    void showNotes(const FigureAbout& about);
    enum class NextStep { Review, Everything, Simulated, Live };
    NextStep nextStep(const FigureLine& main) const;
    void takeNextStep();
    void sayTrouble();
    std::vector<NamedLine> namedTriggers() const;
    std::vector<NamedLine> named(std::vector<FigureLine> lines) const;
    void openBehind(const QString& of, const std::vector<std::int64_t>& rows);

    PageContext m_context;
    FiguresState& m_state;
    FigureSubject m_subject = FigureSubject::Accuracy;
    std::optional<int> m_version;   // K4 is compared by; none: the live one
    BackgroundWork m_work;
    QuestionBar& m_question;
    QPushButton* m_export;
    InlineMessage* m_message;
    QLabel* m_origin;
    QLabel* m_reading;
    QWidget* m_content = nullptr;
    QBoxLayout* m_head = nullptr;
    BigFigure* m_big;
    QLabel* m_sample;
    QLabel* m_why;
    QLabel* m_definition;
    BesideList* m_beside;
    EmptyState* m_empty;
    QWidget* m_charts = nullptr;
    ConfusionGrid* m_confusion;
    QWidget* m_confusionChart = nullptr;
    WaitCurve* m_curve;
    QWidget* m_curveChart = nullptr;
    PartsSection* m_own;   // alerts by trigger, conversion by week
    ComparisonSection* m_comparison;
    PartsSection* m_parts;
    QLabel* m_notes;
};

}
