#include "ui/review/curve_plot.h"

#include "ui/shared/accessible_role.h"
#include "ui/shared/custom_plot.h"
#include "ui/shared/format_text.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostPoints = 240;   // more than there are pixels between them

double percent(double share) { return share * 100; }

// The curve needs a step to have something judged; of many, evenly spread ones.
std::vector<KeptAlerts> stepsToDraw(const ThresholdStudy& study)
{
    std::vector<KeptAlerts> steps;
    for (const KeptAlerts& step : study.curve().steps())
        if (step.truths + step.falses > 0)
            steps.push_back(step);
    if (steps.size() <= mostPoints)
        return steps;
    std::vector<KeptAlerts> few;
    for (std::size_t i = 0; i < mostPoints; ++i)
        few.push_back(steps[i * (steps.size() - 1) / (mostPoints - 1)]);
    return few;
}

}

CurvePlot::CurvePlot(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_plot(new QCustomPlot(this))
{
    setObjectName(QStringLiteral("thresholdCurve"));
    setAccessibleRole(*this, QAccessible::Chart);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(false);
    build();
    style();
    connect(&theme, &Theme::changed, this, &CurvePlot::style);
}

void CurvePlot::build()
{
    m_drop = m_plot->addGraph();
    m_curve = m_plot->addGraph();
    m_live = m_plot->addGraph();
    m_chosen = m_plot->addGraph();
    for (QCPGraph* point : {m_live, m_chosen})
        point->setLineStyle(QCPGraph::lsNone);
    m_number = new QCPItemText(m_plot);
    m_liveNumber = new QCPItemText(m_plot);
    m_number->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_liveNumber->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    for (QCPItemText* words : {m_number, m_liveNumber}) {
        words->position->setType(QCPItemPosition::ptPlotCoords);
        words->setPadding(QMargins(6, 4, 6, 4));
    }
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setNumberPrecision(0);
        axis->setNumberFormat(QStringLiteral("f"));
        axis->setSubTicks(false);
        axis->setTickLength(0);
        axis->setTickLabelPadding(6);
    }
    m_plot->xAxis->setRange(0, 104);
    m_plot->xAxis->setLabel(tr("True alerts kept (%) against alerts that are true (%)"));
    m_plot->xAxis->ticker()->setTickCount(4);
}

void CurvePlot::style()
{
    const auto color = [this](ThemeColor role) { return m_theme.color(role); };
    m_plot->setBackground(QBrush(color(ThemeColor::Panel)));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(m_theme.font(TextStyle::Small));
        axis->setLabelFont(m_theme.font(TextStyle::Small));
        axis->setTickLabelColor(color(ThemeColor::TextMuted));
        axis->setLabelColor(color(ThemeColor::TextMuted));
        axis->setBasePen(Qt::NoPen);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setPen(QPen(color(ThemeColor::Line), 1));
    const QPen accent(color(ThemeColor::Accent), 2);
    m_curve->setPen(accent);
    m_curve->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, accent, color(ThemeColor::Accent), 4));
    m_drop->setPen(QPen(color(ThemeColor::Accent), 1, Qt::DashLine));
    m_chosen->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, accent, color(ThemeColor::Accent), 11));
    m_live->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(color(ThemeColor::Control), 2), color(ThemeColor::Panel), 10));
    m_number->setFont(m_theme.font(TextStyle::BodyStrong));
    m_number->setColor(color(ThemeColor::Text));
    m_liveNumber->setFont(m_theme.font(TextStyle::Small));
    m_liveNumber->setColor(color(ThemeColor::TextMuted));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::show(const ThresholdStudy& study)
{
    QVector<double> kept, right;
    double lowest = 100;
    for (const KeptAlerts& step : stepsToDraw(study)) {
        kept.append(percent(study.curve().truthsKept(step).value));
        right.append(percent(step.precision().value));
        lowest = std::min(lowest, right.back());
    }
    m_curve->setData(kept, right);
    const bool some = !kept.isEmpty();
    m_plot->yAxis->setRange(std::max(0.0, std::floor((lowest - 5) / 10) * 10), 102);
    for (QCPLayerable* part : std::initializer_list<QCPLayerable*>{m_live, m_chosen, m_drop, m_number, m_liveNumber})
        part->setVisible(some);
    if (!some)
        return;
    const KeptAlerts live = study.at(study.live()).before;
    const double x = percent(study.curve().truthsKept(live).value), y = percent(live.precision().value);
    m_live->setData({x}, {y});
    m_liveNumber->setText(tr("Live, %1").arg(formatNumber(study.live())));
    m_liveNumber->position->setCoords(x, y);
}

void CurvePlot::choose(const ThresholdStudy& study, double threshold)
{
    const KeptAlerts kept = study.at(threshold).after;
    const bool something = kept.truths + kept.falses > 0;
    m_chosen->setVisible(something);
    m_drop->setVisible(something);
    m_number->setVisible(something && threshold > study.live());
    if (something) {
        const double x = percent(study.curve().truthsKept(kept).value), y = percent(kept.precision().value);
        m_chosen->setData({x}, {y});
        m_drop->setData({x, x}, {m_plot->yAxis->range().lower, y}, true);
        m_number->setText(formatNumber(threshold));
        m_number->position->setCoords(x, y);
        describe(x, y);
    } else {
        describe(0, 0);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::describe(double share, double precision)
{
    setAccessibleName(tr("Thresholds: of true alerts %1 are kept, of alerts kept %2 are true.")
                          .arg(formatPercent(share / 100), formatPercent(precision / 100)));
}

}
