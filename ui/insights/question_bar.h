#pragma once

#include "model/report/figure_report.h"
#include "ui/insights/period_choice.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <map>

class QDateEdit;
class QPushButton;

namespace signalbox {

class QuietCombo;
class Tag;

// What the figures are asked for: the period, the origin, filters of what there is, and what they are broken down by.
class QuestionBar : public QWidget {
    Q_OBJECT

public:
    QuestionBar(const PageContext& context, QWidget* parent = nullptr);

    // Without the version that K4 is compared by.
    FigureQuestion question() const;
    Dimension by() const;
    // Filters of which there is no choice are hidden; what is chosen stays offered.
    void setChoices(const FigureChoices& choices);
    void showEverything();   // all of the history, unfiltered
    void showOrigin(Origin origin);
    void setAsksBy(bool asks);   // whether what to break down by is chosen here

Q_SIGNALS:
    void changed();

private:
    QWidget* newPeriodRow();
    QWidget* newFilterRow();
    QDateEdit* newDay(const QString& objectName, const QString& name);
    InsightsPeriod period() const;
    void clearFilters();
    void refresh();

    PageContext m_context;
    QuietCombo* m_period;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QuietCombo* m_origin;
    Tag* m_tag;
    QuietCombo* m_by;
    std::map<Dimension, QuietCombo*> m_filters;
    QPushButton* m_clear;
};

}
