// What the floor's insights are built of.
#include "ui/insights/floor_bars_plot.h"
#include "ui/insights/floor_dimension_combo.h"
#include "ui/insights/floor_insights.h"
#include "ui/insights/floor_table.h"
#include "ui/insights/floor_table_model.h"
#include "ui/insights/floor_words.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {

FloorInsights::FloorInsights(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_measure(new QuietCombo(tr("Measure"), QStringLiteral("floorMeasure"))),
      m_by(new FloorDimensionCombo(tr("Break down by"), QStringLiteral("floorBy"), FloorDimensionCombo::Nothing::No)),
      m_across(new FloorDimensionCombo(tr("And by"), QStringLiteral("floorAcross"), FloorDimensionCombo::Nothing::Yes)),
      m_title(newLabel({}, context.theme, TextStyle::PaneTitle)),
      m_definition(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_fairness(newParagraph({}, context.theme, TextStyle::Body)),
      m_waiting(newLabel({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_more(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_trouble(new InlineMessage(context.theme, MessageKind::Bad)),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState(context.theme, {})),
      m_bars(new FloorBarsPlot(context.theme)),
      m_model(new FloorTableModel(this)),
      m_table(new FloorTable(context.theme, m_model))
{
    setObjectName(QStringLiteral("floorInsights"));
    setSurface(*this, context.theme, ThemeColor::Panel);
    for (const auto& [label, name] : {std::pair{m_title, "floorTitle"},
                                      {m_definition, "floorDefinition"},
                                      {m_fairness, "floorFairness"},
                                      {m_waiting, "floorWaiting"},
                                      {m_more, "floorMore"}})
        label->setObjectName(QLatin1StringView(name));
    m_trouble->setObjectName(QStringLiteral("floorTrouble"));
    m_empty->setObjectName(QStringLiteral("floorEmpty"));
    build();
    connectParts();
    listen();
    setTheme(m_theme);
}

void FloorInsights::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newHead());
    column->addWidget(m_trouble);
    m_trouble->hide();
    m_body = newBody();
    m_stack->addWidget(new QWidget(m_stack));   // nothing until the first answer
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_measure);
}

QWidget* FloorInsights::newHead()
{
    Theme& theme = m_context.theme;
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(8));
    column->setSpacing(theme.px(6));
    auto* choices = new QHBoxLayout;
    choices->setSpacing(theme.px(8));
    choices->addWidget(m_measure);
    choices->addWidget(newLabel(tr("by", "a measure by what it is broken down by"), theme, TextStyle::Body,
                                ThemeColor::TextMuted, head));
    choices->addWidget(m_by);
    choices->addWidget(
        newLabel(tr("and", "by one thing and another"), theme, TextStyle::Body, ThemeColor::TextMuted, head));
    choices->addWidget(m_across);
    choices->addStretch(1);
    choices->addWidget(m_waiting);
    for (QuietCombo* combo : {m_measure, static_cast<QuietCombo*>(m_by), static_cast<QuietCombo*>(m_across)})
        combo->setMinimumWidth(theme.px(176));
    m_waiting->hide();
    column->addLayout(choices);
    column->addSpacing(theme.px(4));
    column->addWidget(m_title);
    column->addWidget(m_definition);
    column->addWidget(m_fairness);
    column->addWidget(m_more);
    m_fairness->hide();
    m_more->hide();
    return head;
}

QSplitter* FloorInsights::newBody()
{
    Theme& theme = m_context.theme;
    auto* splitter = newSplitter(Qt::Vertical, QStringLiteral("floorSplitter"), this);
    m_scroll = new QScrollArea(splitter);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_bars);
    setSurface(*m_scroll->viewport(), theme, ThemeColor::Panel);
    splitter->addWidget(m_scroll);
    auto* numbers = new QWidget(splitter);
    auto* row = new QHBoxLayout(numbers);
    row->setContentsMargins(theme.px(16), 0, theme.px(12), 0);
    row->addWidget(m_table);
    splitter->addWidget(numbers);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    connect(splitter, &QSplitter::splitterMoved, this, [this] { m_dividedByHand = true; });
    return splitter;
}

}
