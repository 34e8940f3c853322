#include "ui/insights/parts_plot.h"

#include "ui/shared/custom_plot.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox {
namespace {

constexpr int rowHeight = 28;
constexpr int axisHeight = 44;
constexpr qsizetype longestName = 26;

QString shortPart(const QString& name)
{
    return name.size() <= longestName ? name : name.left(longestName - 1) + QChar(0x2026);
}

}

PartsPlot::PartsPlot(Theme& theme, const QString& objectName, QWidget* parent)
    : FigurePlot(theme, objectName, parent),
      m_sure(plot().addGraph()),
      m_thin(plot().addGraph()),
      m_maturing(plot().addGraph())
{
    for (QCPGraph* points : {m_sure, m_thin, m_maturing})
        points->setLineStyle(QCPGraph::lsNone);
    plot().yAxis->setRangeReversed(true);
    plot().yAxis2->setRangeReversed(true);
    plot().yAxis2->setVisible(true);
    plot().yAxis2->setTickLabels(true);
}

void PartsPlot::show(const std::vector<NamedLine>& lines)
{
    m_lines = lines;
    m_shown.resize(lines.size());
    std::iota(m_shown.begin(), m_shown.end(), 0);
    if (m_shown.size() > mostRows) {
        std::ranges::stable_sort(m_shown, [&](int one, int other) {
            return lines[std::size_t(one)].line.of > lines[std::size_t(other)].line.of;
        });
        m_shown.resize(mostRows);
        std::ranges::sort(m_shown);
    }
    draw();
}

void PartsPlot::drawRow(int row, const FigureLine& line, const AxisScale& scale)
{
    if (!line.value)
        return;
    const double x = *line.value / scale.perUnit;
    (line.thin ? m_thin : m_sure)->addData(x, row);
    if (!line.low)
        return;
    auto* interval = new QCPItemLine(&plot());
    const QCPRange axis = plot().xAxis->range();
    interval->start->setCoords(*line.low / scale.perUnit, row);
    interval->end->setCoords(line.high ? *line.high / scale.perUnit : axis.upper, row);
    interval->setPen(QPen(theme().color(ThemeColor::Accent), 2));
    const QCPLineEnding bar(QCPLineEnding::esBar, theme().px(9), theme().px(9));
    interval->setTail(bar);
    if (line.high)
        interval->setHead(bar);
}

void PartsPlot::labelRows()
{
    QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText), values(new QCPAxisTickerText);
    for (int row = 0; row < int(m_shown.size()); ++row) {
        const NamedLine& each = m_lines[std::size_t(m_shown[std::size_t(row)])];
        names->addTick(row, shortPart(each.name) + QStringLiteral("  "));
        const QString range = figureRange(each.line);
        values->addTick(row,
                        QStringLiteral("  ") + figureValue(each.line.unit, each.line.value)
                            + (range.isEmpty() ? QString() : QStringLiteral("   ") + range));
    }
    plot().yAxis->setTicker(names);
    plot().yAxis2->setTicker(values);
    const double rows = double(m_shown.size());
    for (QCPAxis* axis : {plot().yAxis, plot().yAxis2})
        axis->setRange(-0.6, rows - 0.4);
}

void PartsPlot::draw()
{
    plot().clearItems();
    const auto color = [this](ThemeColor role) { return theme().color(role); };
    plot().setBackground(QBrush(color(ThemeColor::Panel)));
    styleAxis(*plot().xAxis, false);
    styleAxis(*plot().yAxis, true);
    styleAxis(*plot().yAxis2, false);
    plot().yAxis->setTickLabelFont(theme().font(TextStyle::Secondary));
    plot().yAxis->setTickLabelColor(color(ThemeColor::Text));
    plot().yAxis2->setTickLabelFont(theme().font(TextStyle::Secondary));
    const FigureUnit unit = m_lines.empty() ? FigureUnit::Share : m_lines.front().line.unit;
    const AxisScale scale = scaleFor(unit, mostOf(m_lines));
    plot().xAxis->setRange(-0.02 * scale.end, scale.end * 1.02);
    plot().xAxis->setLabel(unit == FigureUnit::Share ? tr("per cent") : scale.unit);
    if (unit == FigureUnit::Share) {
        QSharedPointer<QCPAxisTickerFixed> quarters(new QCPAxisTickerFixed);
        quarters->setTickStep(25);
        plot().xAxis->setTicker(quarters);
    } else {
        plot().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    }
    const QPen accent(color(ThemeColor::Accent), 2);
    m_sure->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, accent, color(ThemeColor::Accent), theme().px(7)));
    m_thin->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, accent, color(ThemeColor::Panel), theme().px(8)));
    m_maturing->setScatterStyle(QCPScatterStyle(
        QCPScatterStyle::ssCircle, QPen(color(ThemeColor::Accent), 1.5, Qt::DotLine), Qt::NoBrush, theme().px(12)));
    for (QCPGraph* points : {m_sure, m_thin, m_maturing})
        points->data()->clear();
    labelRows();
    for (int row = 0; row < int(m_shown.size()); ++row) {
        const FigureLine& line = m_lines[std::size_t(m_shown[std::size_t(row)])].line;
        drawRow(row, line, scale);
        if (line.soFar)
            m_maturing->addData(*line.soFar * 100, row);
    }
    setFixedHeight(theme().px(axisHeight + rowHeight * std::max(1, int(m_shown.size()))));
    plot().replot(QCustomPlot::rpQueuedReplot);
}

int PartsPlot::partAt(const QPoint& point) const
{
    const auto row = std::llround(plot().yAxis->pixelToCoord(point.y()));
    return row < 0 || row >= int(m_shown.size()) ? -1 : m_shown[std::size_t(row)];
}

QPoint PartsPlot::middleOf(int part) const
{
    const auto row = std::ranges::find(m_shown, part) - m_shown.begin();
    return {plot().axisRect()->center().x(), int(std::lround(plot().yAxis->coordToPixel(double(row))))};
}

QString PartsPlot::wordsOf(int part) const
{
    const NamedLine& each = m_lines[std::size_t(part)];
    return tr("%1: %2, n = %3").arg(each.name, besideWords(each.line), formatCount(each.line.of));
}

}
