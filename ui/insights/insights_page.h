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
class SubjectList;

// The four figures and what else is worth knowing about the floor: at the left what about, in the middle the figures, at the
// right the conversations behind them.
class InsightsPage : public QWidget {
    Q_OBJECT

public:
    explicit InsightsPage(const PageContext& context, QWidget* parent = nullptr);

    // One more subject, after those under the same heading. The page takes the widget.
    void addSubject(const QString& heading, const QString& name, QWidget* widget);
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
    void showSubject(int subject);
    void showValues();

    PageContext m_context;
    FiguresState m_state;
    QSplitter* m_splitter;
    SubjectList* m_subjects;
    QStackedWidget* m_stack;
    FigurePane* m_figures;
    BehindPane* m_behind;
    std::vector<QWidget*> m_widgets;   // of each subject; the four figures share one
};

}
