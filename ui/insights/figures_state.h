#pragma once

#include "model/report/figure_report.h"
#include "ui/insights/figure_subject.h"
#include "ui/shared/page_context.h"

#include <QObject>
#include <QTimer>

namespace signalbox {

// The four figures as they were last asked for. While a new question is on its way the last answer stands.
class FiguresState : public QObject {
    Q_OBJECT

public:
    explicit FiguresState(const PageContext& context, QObject* parent = nullptr);

    // What was asked before and is not answered is called off. `now` and the weeks, which K4 is always shown by, are added.
    void ask(FigureQuestion question, Dimension by);
    void reload();

    bool isLoaded() const { return m_loaded; }
    bool isLoading() const { return m_ticket != 0; }
    bool isSlow() const { return m_isSlow; }   // being read for so long that it has to be said
    const QString& trouble() const { return m_trouble; }

    // Once it is loaded.
    const FigureReport& report() const { return m_report; }
    Dimension by() const;
    const FigureLine* main(FigureSubject subject) const;
    std::vector<FigureLine> beside(FigureSubject subject) const;   // the measures that stand beside the whole figure
    std::vector<FigureLine> parts(FigureSubject subject, Dimension dimension) const;
    bool isNarrowed() const;   // by a period or a filter

Q_SIGNALS:
    void changed();

private:
    void take(quint64 ticket, const FigureReport& report);

    PageContext m_context;
    FigureQuestion m_question;
    Dimension m_by = Dimension::Channel;
    quint64 m_ticket = 0;
    QTimer m_slow;
    bool m_isSlow = false;
    bool m_loaded = false;
    QString m_trouble;
    FigureReport m_report;
    std::vector<FigureLine> m_lines;
};

}
