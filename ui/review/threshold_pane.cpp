#include "ui/review/threshold_pane.h"

#include "ui/review/curve_plot.h"
#include "ui/review/review_words.h"
#include "ui/review/threshold_slider.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

ThresholdPane::ThresholdPane(const PageContext& context, ReviewState& state, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_state(state),
      m_title(new ElidedLabel(context.theme, TextStyle::BodyStrong, ThemeColor::Text, this)),
      m_labelled(newLabel({}, context.theme, TextStyle::Body, ThemeColor::TextMuted, this)),
      m_curve(new CurvePlot(context.theme, this)),
      m_body(new QWidget(this)),
      m_nothing(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::TextMuted, this)),
      m_channel(new QuietCombo(tr("Channel of the threshold"), QStringLiteral("thresholdChannel"), this)),
      m_measure(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::TextMuted, this)),
      m_value(newLabel({}, context.theme, TextStyle::PageTitle, ThemeColor::Text, this)),
      m_slider(new ThresholdSlider(context.theme, this)),
      m_least(newLabel({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_most(newLabel({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_removed(newLink({}, QStringLiteral("falsesRemoved"), this)),
      m_lost(newLink({}, QStringLiteral("truthsLost"), this)),
      m_precision(newLabel({}, context.theme, TextStyle::Body, ThemeColor::Text, this)),
      m_perWeek(newLabel({}, context.theme, TextStyle::Body, ThemeColor::Text, this)),
      m_load(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_aim(new QuietCombo(tr("Share of alerts that should be right"), QStringLiteral("thresholdAim"), this)),
      m_advice(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_propose(newPrimaryButton(tr("Add to proposals"), QStringLiteral("addProposal"), this))
{
    m_slider->setObjectName(QStringLiteral("thresholdSlider"));
    m_slider->setAccessibleName(tr("Threshold"));
    m_precision->setObjectName(QStringLiteral("thresholdPrecision"));
    m_perWeek->setObjectName(QStringLiteral("thresholdPerWeek"));
    m_load->setObjectName(QStringLiteral("thresholdLoad"));
    m_advice->setObjectName(QStringLiteral("thresholdAdvice"));
    m_nothing->setObjectName(QStringLiteral("thresholdNothing"));
    for (const int aim : {70, 80, 90, 95})
        m_aim->addItem(tr("%1 % right").arg(aim), aim);
    m_aim->chooseData(90);
    build();
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        m_chosen[{m_state.trigger(), channel()}] = threshold();
        m_advice->clear();
        showEffect();
    });
    connect(m_channel, &QComboBox::activated, this, [this] { showChannel(); });
    connect(m_removed, &QPushButton::clicked, this, [this] { showNames(false, m_removed); });
    connect(m_lost, &QPushButton::clicked, this, [this] { showNames(true, m_lost); });
    connect(m_propose, &QPushButton::clicked, this, &ThresholdPane::propose);
    connect(&state, &ReviewState::loaded, this, &ThresholdPane::refresh);
    connect(&state, &ReviewState::triggerChosen, this, &ThresholdPane::refresh);
    connect(&state, &ReviewState::labelsChanged, this, &ThresholdPane::refresh);
    refresh();
}

void ThresholdPane::build()
{
    Theme& theme = m_context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14));
    column->setSpacing(theme.px(10));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_labelled);
    column->addLayout(head);
    column->addWidget(m_nothing);
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(20));
    m_curve->setMinimumSize(theme.px(220), theme.px(260));
    row->addWidget(m_curve, 1);
    row->addWidget(newControls());
    column->addWidget(m_body);
}

QWidget* ThresholdPane::newControls()
{
    Theme& theme = m_context.theme;
    auto* controls = new QWidget(m_body);
    controls->setFixedWidth(theme.px(256));
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    column->addWidget(m_channel);
    auto* head = new QHBoxLayout;
    head->addWidget(m_measure, 1);
    head->addWidget(m_value);
    column->addLayout(head);
    column->addWidget(m_slider);
    auto* ends = new QHBoxLayout;
    ends->addWidget(m_least);
    ends->addStretch(1);
    ends->addWidget(m_most);
    column->addLayout(ends);
    column->addWidget(newFigure(tr("False alerts removed"), m_removed));
    column->addWidget(newFigure(tr("True alerts lost"), m_lost));
    column->addWidget(newFigure(tr("Precision"), m_precision));
    column->addWidget(newFigure(tr("Alerts a week"), m_perWeek));
    column->addWidget(m_load);
    auto* aim = new QHBoxLayout;
    QPushButton* suggestion = newSmallButton(tr("Suggest for"), QStringLiteral("suggestThreshold"), controls);
    aim->addWidget(suggestion);
    aim->addWidget(m_aim, 1);
    column->addLayout(aim);
    column->addWidget(m_advice);
    column->addWidget(m_propose);
    column->addStretch(1);
    connect(suggestion, &QPushButton::clicked, this, &ThresholdPane::suggest);
    return controls;
}

QWidget* ThresholdPane::newFigure(const QString& what, QWidget* value)
{
    auto* figure = new QWidget(this);
    auto* row = new QHBoxLayout(figure);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(newLabel(what, m_context.theme, TextStyle::Body, ThemeColor::Text, figure), 1);
    row->addWidget(value);
    return figure;
}

Channel ThresholdPane::channel() const { return Channel(m_channel->currentData().toInt()); }
double ThresholdPane::threshold() const { return m_study ? m_study->live() + m_slider->value() * m_step : 0; }

void ThresholdPane::choose(Channel wanted, double wantedThreshold)
{
    m_chosen[{m_state.trigger(), wanted}] = wantedThreshold;
    m_channel->chooseData(int(wanted));
    showChannel();
}

}
