#pragma once

#include "ui/insights/figures_state.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace signalbox {

class BehindPane;
class FigurePane;
class FloorInsights;
class PaneHeader;
class QuestionBar;
class SubjectList;

// The four figures and what else is worth knowing about the floor: at the left what about, in the middle the figures, at the
// right the conversations behind them.
class InsightsPage : public QWidget {
    Q_OBJECT

public:
    explicit InsightsPage(const PageContext& context, QWidget* parent = nullptr);

    // `numbers` of conversations, or alerts, the oldest first.
    void showBehind(const QString& title, const std::vector<std::int64_t>& numbers, RowsOf of);

Q_SIGNALS:
    void conversationWanted(const signalbox::ConversationId& conversation);
    void whyWanted(const signalbox::ConversationId& conversation, signalbox::Instant at);
    void reviewWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* newCentre();
    void connectParts();
    void showSubject(int subject);
    bool isFloor() const { return m_subject >= int(std::size(everyFigure)); }
    void askFloor();
    void showValues();

    PageContext m_context;
    FiguresState m_state;
    QSplitter* m_splitter;
    SubjectList* m_subjects;
    PaneHeader* m_header;
    QuestionBar* m_question;
    QStackedWidget* m_stack;
    FigurePane* m_figures;
    FloorInsights* m_floor;
    BehindPane* m_behind;
    int m_subject = 0;   // the four figures, then the floor's themes
};

}
