// What a figure's page is built of.
#include "ui/insights/beside_list.h"
#include "ui/insights/big_figure.h"
#include "ui/insights/comparison_section.h"
#include "ui/insights/confusion_grid.h"
#include "ui/insights/figure_pane.h"
#include "ui/insights/parts_section.h"
#include "ui/insights/question_bar.h"
#include "ui/insights/wait_curve.h"
#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace signalbox {

FigurePane::FigurePane(const PageContext& context, FiguresState& state, QuestionBar& question, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_state(state),
      m_question(question),
      m_export(newExportButton()),
      m_message(new InlineMessage(context.theme, MessageKind::Bad, this)),
      m_origin(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::Note, this)),
      m_reading(newLabel(tr("Reading the history…"), context.theme, TextStyle::Body, ThemeColor::TextMuted, this)),
      m_big(new BigFigure(context.theme)),
      m_sample(newParagraph({}, context.theme, TextStyle::Body)),
      m_why(newParagraph({}, context.theme, TextStyle::Body)),
      m_definition(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_beside(new BesideList(context.theme)),
      m_empty(new EmptyState(context.theme, {}, tr("Show everything"))),
      m_confusion(new ConfusionGrid(context.theme)),
      m_curve(new WaitCurve(context.theme, QStringLiteral("waitCurve"))),
      m_own(new PartsSection(context.theme, QStringLiteral("ownParts"))),
      m_comparison(new ComparisonSection(context)),
      m_parts(new PartsSection(context.theme, QStringLiteral("figureParts"))),
      m_notes(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted))
{
    setObjectName(QStringLiteral("figurePane"));
    setSurface(*this, context.theme, ThemeColor::Panel);
    build();
    connectParts();
    refresh();
}

void FigurePane::build()
{
    Theme& theme = m_context.theme;
    m_message->setObjectName(QStringLiteral("insightsMessage"));
    m_message->setDismissable(true);
    m_message->hide();
    m_origin->setObjectName(QStringLiteral("insightsWarning"));
    m_origin->setContentsMargins(theme.px(20), theme.px(10), theme.px(20), 0);
    m_reading->setObjectName(QStringLiteral("insightsReading"));
    m_reading->setContentsMargins(theme.px(20), theme.px(10), theme.px(20), 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("figureScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(newContent());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_origin);
    column->addWidget(m_reading);
    column->addWidget(scroll, 1);
}

QPushButton* FigurePane::newExportButton()
{
    auto* button = newButton(tr("Export…"), QStringLiteral("exportFigures"), this);
    auto* menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("exportFormats"));
    const std::pair<QString, ExportFormat> formats[]{{tr("Table (CSV)…"), ExportFormat::Csv},
                                                     {tr("Page (HTML)…"), ExportFormat::Html},
                                                     {tr("Report to print (PDF)…"), ExportFormat::Pdf}};
    for (const auto& [name, format] : formats) {
        QAction* action = menu->addAction(name);
        action->setObjectName(QStringLiteral("exportAs_") + endingOf(format));
        connect(action, &QAction::triggered, this, [this, format = format] { exportAs(format); });
    }
    button->setMenu(menu);
    return button;
}

QWidget* FigurePane::newHead()
{
    Theme& theme = m_context.theme;
    auto* head = new QWidget;
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, head);
    m_head->setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(14));
    m_head->setSpacing(theme.px(24));
    auto* words = new QWidget(head);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addWidget(m_big, 0, Qt::AlignLeft);
    column->addWidget(m_why);
    column->addWidget(m_sample);
    column->addSpacing(theme.px(4));
    column->addWidget(m_definition);
    column->addStretch(1);
    m_sample->setObjectName(QStringLiteral("figureSample"));
    m_why->setObjectName(QStringLiteral("figureWhy"));
    m_definition->setObjectName(QStringLiteral("figureDefinition"));
    m_head->addWidget(words, 1);
    m_head->addWidget(m_beside, 0, Qt::AlignTop);
    return head;
}

QWidget* FigurePane::newChart(const QString& title, QWidget* chart)
{
    Theme& theme = m_context.theme;
    auto* section = new QWidget;
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(8));
    column->addWidget(newLabel(title, theme, TextStyle::BodyStrong, ThemeColor::Text, section));
    column->addWidget(chart);
    return section;
}

QWidget* FigurePane::newContent()
{
    Theme& theme = m_context.theme;
    m_content = new QWidget;
    setSurface(*m_content, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newHead());
    column->addWidget(newLine(theme, m_content));
    column->addWidget(m_empty);
    m_charts = new QWidget(m_content);
    auto* charts = new QVBoxLayout(m_charts);
    charts->setContentsMargins(0, 0, 0, 0);
    charts->setSpacing(0);
    m_confusionChart = newChart(tr("First tier against true tier"), m_confusion);
    m_curveChart = newChart(tr("How many were answered by then"), m_curve);
    for (QWidget* part : std::initializer_list<QWidget*>{m_confusionChart, m_curveChart, m_own, m_comparison, m_parts})
        charts->addWidget(part);
    column->addWidget(m_charts);
    m_notes->setObjectName(QStringLiteral("figureNotes"));
    m_notes->setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(20));
    column->addWidget(m_notes);
    column->addStretch(1);
    return m_content;
}

}
