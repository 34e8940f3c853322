#include "ui/insights/insights_page.h"

#include "ui/insights/behind_pane.h"
#include "ui/insights/figure_pane.h"
#include "ui/insights/floor_insights.h"
#include "ui/insights/floor_words.h"
#include "ui/insights/question_bar.h"
#include "ui/insights/subject_list.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QListView>
#include <QPushButton>
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
      m_header(new PaneHeader(context.theme, {})),
      m_question(new QuestionBar(context, this)),
      m_stack(new QStackedWidget),
      m_figures(new FigurePane(context, m_state, *m_question)),
      m_floor(new FloorInsights(context)),
      m_behind(new BehindPane(context))
{
    setObjectName(QStringLiteral("insightsPage"));
    setSurface(*this, context.theme, ThemeColor::Panel);
    build();
    for (const FigureSubject figure : everyFigure)
        m_subjects->addSubject(tr("The four figures"), subjectName(figure));
    for (const FloorTheme theme : floorThemes)
        m_subjects->addSubject(tr("The floor"), floorThemeName(theme));
    connectParts();
    m_subjects->choose(0);
}

void InsightsPage::connectParts()
{
    connect(m_subjects, &SubjectList::chosen, this, &InsightsPage::showSubject);
    connect(m_question, &QuestionBar::changed, this, &InsightsPage::askFloor);
    connect(&m_state, &FiguresState::changed, this, &InsightsPage::showValues);
    connect(m_figures, &FigurePane::behindWanted, this, &InsightsPage::showBehind);
    connect(m_figures, &FigurePane::reviewWanted, this, &InsightsPage::reviewWanted);
    connect(m_floor, &FloorInsights::rowsWanted, this, [this](const QString& title, const std::vector<std::int64_t>& numbers) {
        showBehind(title, numbers, RowsOf::Conversations);
    });
    connect(m_behind, &BehindPane::conversationWanted, this, &InsightsPage::conversationWanted);
    connect(m_behind, &BehindPane::whyWanted, this, &InsightsPage::whyWanted);
}

QWidget* InsightsPage::newCentre()
{
    auto* centre = new QWidget(m_splitter);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header->addRight(m_figures->exportButton());
    column->addWidget(m_header);
    column->addWidget(m_question);
    column->addWidget(newLine(m_context.theme, centre));
    m_stack->addWidget(m_figures);
    m_stack->addWidget(m_floor);
    column->addWidget(m_stack, 1);
    return centre;
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
    m_splitter->addWidget(newCentre());
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

// What is behind another subject is no longer behind this one.
void InsightsPage::showSubject(int subject)
{
    m_subject = subject;
    m_behind->hide();
    m_figures->exportButton()->setVisible(!isFloor());
    m_question->setAsksBy(!isFloor());
    m_stack->setCurrentIndex(isFloor() ? 1 : 0);
    if (isFloor()) {
        const FloorTheme theme = floorThemes[subject - int(std::size(everyFigure))];
        m_header->setTitle(floorThemeName(theme));
        m_floor->setTheme(theme);
        askFloor();
    } else {
        m_header->setTitle(subjectName(everyFigure[subject]));
        m_figures->setSubject(everyFigure[subject]);
    }
}

// Only while it is looked at: the four figures are cheap and asked for at once.
void InsightsPage::askFloor()
{
    if (!isFloor() || !isVisible())
        return;
    FloorQuestion base;
    base.of = m_question->question();
    m_floor->show(base);
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
    askFloor();
}

}
