#include "ui/insights/insights_page.h"

#include "ui/insights/behind_pane.h"
#include "ui/insights/figure_pane.h"
#include "ui/insights/subject_list.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {

InsightsPage::InsightsPage(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_state(context),
      m_splitter(newSplitter(Qt::Horizontal, QStringLiteral("insightsSplitter"), this)),
      m_subjects(new SubjectList(context.theme)),
      m_stack(new QStackedWidget),
      m_figures(new FigurePane(context, m_state)),
      m_behind(new BehindPane(context))
{
    setObjectName(QStringLiteral("insightsPage"));
    setSurface(*this, context.theme, ThemeColor::Panel);
    build();
    for (const FigureSubject figure : everyFigure)
        addSubject(tr("The four figures"), subjectName(figure), m_figures);
    connect(m_subjects, &SubjectList::chosen, this, &InsightsPage::showSubject);
    connect(&m_state, &FiguresState::changed, this, &InsightsPage::showValues);
    connect(m_figures, &FigurePane::behindWanted, this, &InsightsPage::showBehind);
    connect(m_figures, &FigurePane::reviewWanted, this, &InsightsPage::reviewWanted);
    connect(m_behind, &BehindPane::conversationWanted, this, &InsightsPage::conversationWanted);
    connect(m_behind, &BehindPane::whyWanted, this, &InsightsPage::whyWanted);
    m_subjects->choose(0);
}

void InsightsPage::build()
{
    Theme& theme = m_context.theme;
    auto* left = new QWidget(m_splitter);
    setSurface(*left, theme, ThemeColor::Raised);
    left->setMinimumWidth(theme.px(200));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PaneHeader(theme, tr("Insights"), left));
    column->addWidget(m_subjects, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_behind);
    m_splitter->setStretchFactor(1, 1);
    for (int pane = 0; pane < m_splitter->count(); ++pane)
        m_splitter->setCollapsible(pane, false);
    m_behind->setMinimumWidth(theme.px(260));
    m_behind->hide();
    m_splitter->setSizes({theme.px(280), theme.px(900), theme.px(340)});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    setFocusProxy(m_subjects);
}

void InsightsPage::addSubject(const QString& heading, const QString& name, QWidget* widget)
{
    m_subjects->addSubject(heading, name);
    m_widgets.push_back(widget);
    if (m_stack->indexOf(widget) < 0)
        m_stack->addWidget(widget);
}

// What is behind another subject is no longer behind this one.
void InsightsPage::showSubject(int subject)
{
    m_behind->hide();
    if (std::size_t(subject) < std::size(everyFigure))
        m_figures->setSubject(everyFigure[subject]);
    m_stack->setCurrentWidget(m_widgets[std::size_t(subject)]);
}

void InsightsPage::showBehind(const QString& title, const std::vector<std::int64_t>& numbers, RowsOf of)
{
    m_behind->open(title, numbers, of);
}

void InsightsPage::showValues()
{
    for (const FigureSubject figure : everyFigure)
        if (const FigureLine* const main = m_state.main(figure))
            m_subjects->setValue(int(figure), figureValue(main->unit, main->value));
}

void InsightsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_figures->askAgain();
}

}
