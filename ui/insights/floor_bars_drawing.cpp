// How the bars of the floor are drawn.
#include "ui/insights/floor_bars_plot.h"
#include "ui/insights/floor_words.h"
#include "ui/shared/custom_plot.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr double slotFilled = 0.62;
constexpr int longestName = 28;   // letters
constexpr int mostNumbers = 31;   // of upright bars; more would touch

}

// All anew: bars belong to their axes, which change with what is broken down by.
void FloorBarsPlot::build()
{
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_numbers.clear();
    m_slot = new QCPItemRect(m_plot);
    m_slot->setLayer(QStringLiteral("background"));
    for (QCPItemPosition* corner : {m_slot->topLeft, m_slot->bottomRight}) {
        corner->setAxes(m_plot->xAxis, m_plot->yAxis);
        corner->setType(QCPItemPosition::ptPlotCoords);
    }
    m_solid = new QCPBars(keyAxis(), valueAxis());
    m_few = new QCPBars(keyAxis(), valueAxis());
    for (QCPBars* bars : {m_solid, m_few}) {
        bars->setWidth(slotFilled);
        bars->setAntialiased(false);
    }
    m_intervals = new QCPErrorBars(keyAxis(), valueAxis());
    m_intervals->setErrorType(QCPErrorBars::etValueError);
    m_intervals->setSymbolGap(0);
    m_intervals->setWhiskerWidth(m_theme.px(5));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLength(0);
        axis->setTickLabelPadding(m_theme.px(6));
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    keyAxis()->grid()->setVisible(false);
    valueAxis()->grid()->setVisible(true);
    m_plot->yAxis->setRangeReversed(isLying());   // the first on top
}

void FloorBarsPlot::style()
{
    const auto color = [this](ThemeColor role) { return m_theme.color(role); };
    m_plot->setBackground(QBrush(color(ThemeColor::Panel)));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(m_theme.font(TextStyle::Small));
        axis->setTickLabelColor(color(ThemeColor::TextMuted));
        axis->setLabelFont(m_theme.font(TextStyle::Small));
        axis->setLabelColor(color(ThemeColor::TextMuted));
        axis->grid()->setPen(QPen(color(ThemeColor::Line), 1));
    }
    if (!m_solid)
        return;
    keyAxis()->setTickLabelFont(m_theme.font(TextStyle::Secondary));
    keyAxis()->setTickLabelColor(color(ThemeColor::Text));
    const bool ofAi = m_measure >= FloorMeasure::AiShare && m_measure <= FloorMeasure::AiSpam;
    const QColor fill = color(ofAi ? ThemeColor::Ai : ThemeColor::Accent);
    m_solid->setPen(Qt::NoPen);
    m_solid->setBrush(fill);
    m_few->setPen(QPen(fill, 1));
    m_few->setBrush(color(ofAi ? ThemeColor::AiTint : ThemeColor::Selection));
    m_intervals->setPen(QPen(color(ThemeColor::Text), 1));
    for (QCPItemText* number : m_numbers) {
        number->setFont(m_theme.font(TextStyle::Small));
        number->setColor(color(ThemeColor::Text));
    }
}

// Seconds become what people say of such times.
void FloorBarsPlot::chooseScale()
{
    double most = 0;
    for (const FloorValue& value : m_values)
        most = std::max(most, value.value.value_or(0));
    QString unit;
    m_scale = 1;
    switch (about(m_measure).unit) {
    case FloorUnit::Share:
        m_scale = 100;
        unit = tr("%", "on the axis of a chart");
        break;
    case FloorUnit::Seconds:
        m_scale = most < 180 ? 1 : most < 3 * 3600 ? 1.0 / 60 : 1.0 / 3600;
        unit = most < 180 ? tr("seconds") : most < 3 * 3600 ? tr("minutes") : tr("hours");
        break;
    case FloorUnit::Hours:
        unit = tr("hours");
        break;
    default:
        break;
    }
    m_most = scaled(most);
    keyAxis()->setLabel({});
    valueAxis()->setLabel(unit);
}

// Up to where a bar goes with its interval. That may be far longer than the bars: what is cut off is in the table.
double FloorBarsPlot::reachOf(const FloorValue& value) const
{
    if (!value.value)
        return 0;
    const double longest = m_most * 1.6;
    const double high = !value.low ? 0 : value.high ? std::min(scaled(*value.high), longest) : longest;
    return std::max(scaled(*value.value), high);
}

void FloorBarsPlot::layOut()
{
    QVector<double> keys, values, fewKeys, few, below, above, errorKeys, errorValues;
    const FloorUnit unit = about(m_measure).unit;
    double end = m_most;
    for (int bar = 0; bar < bars(); ++bar) {
        const FloorValue& value = m_values[std::size_t(bar)];
        if (!value.value)
            continue;
        const bool isFew = value.isThin() && unit != FloorUnit::Count && unit != FloorUnit::Hours;
        (isFew ? fewKeys : keys).append(bar);
        (isFew ? few : values).append(scaled(*value.value));
        end = std::max(end, reachOf(value));
        if (!value.low)
            continue;
        errorKeys.append(bar);
        errorValues.append(scaled(*value.value));
        below.append(scaled(*value.value - *value.low));
        above.append(reachOf(value) - scaled(*value.value));
    }
    m_solid->setData(keys, values, true);
    m_few->setData(fewKeys, few, true);
    // Error bars stand at the data of a plottable: points without a look hold those of both kinds.
    auto* points = m_plot->addGraph(keyAxis(), valueAxis());
    points->setLineStyle(QCPGraph::lsNone);
    points->setData(errorKeys, errorValues, true);
    m_intervals->setDataPlottable(points);
    m_intervals->setData(below, above);
    valueAxis()->setRange(0, end > 0 ? end * 1.12 : 1);
    keyAxis()->setRange(-0.6, std::max(1, bars()) - 0.4);
    if (isLying() || bars() <= mostNumbers)
        writeNumbers();
}

void FloorBarsPlot::writeNumbers()
{
    for (int bar = 0; bar < bars(); ++bar) {
        const FloorValue& value = m_values[std::size_t(bar)];
        const double reach = reachOf(value);
        if (!isLying() && !(reach > 0))
            continue;   // a quiet hour is seen to be one
        auto* number = new QCPItemText(m_plot);
        number->setText(floorValueText(m_measure, value));
        number->setPositionAlignment(isLying() ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignBottom);
        number->position->setCoords(isLying() ? reach : bar, isLying() ? bar : reach);
        number->setPadding(QMargins(m_theme.px(4), 0, 0, m_theme.px(2)));
        number->setClipToAxisRect(false);
        m_numbers.push_back(number);
    }
}

void FloorBarsPlot::label()
{
    if (!m_counts)
        return;
    const QFontMetrics metrics(m_theme.font(TextStyle::Secondary));
    int widest = 1;
    for (const QString& name : m_names)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    const int room = std::max(1, width() - m_theme.px(72));
    const int apart = isLying() ? 1 : std::max(1, int(std::ceil(double(bars()) * (widest + m_theme.px(10)) / room)));
    QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    for (int bar = 0; bar < bars(); bar += apart) {
        const QString& name = m_names[std::size_t(bar)];
        names->addTick(bar, name.size() > longestName ? name.left(longestName - 1) + QStringLiteral("…") : name);
    }
    keyAxis()->setTicker(names);
    QSharedPointer<QCPAxisTicker> numbers(new QCPAxisTicker);
    numbers->setTickCount(4);
    valueAxis()->setTicker(numbers);
    valueAxis()->setNumberFormat(QStringLiteral("f"));
    valueAxis()->setNumberPrecision(m_most < 4 ? 1 : 0);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

}
