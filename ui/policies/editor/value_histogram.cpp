#include "ui/policies/editor/value_histogram.h"

#include "ui/policies/editor/seen_values.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int chartWidth = 184;
constexpr int chartHeight = 28;

}

ValueHistogram::ValueHistogram(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_words(newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this))
{
    setObjectName(QStringLiteral("valueHistogram"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(12) + theme.px(chartWidth) + theme.px(12), theme.px(6), theme.px(12), theme.px(6));
    row->addWidget(m_words, 1);
    setMinimumHeight(theme.px(chartHeight) + theme.px(14));
}

void ValueHistogram::show(const SeenValues& seen, const std::string& unit, const std::function<bool(double)>& passes)
{
    m_counts = seen.histogram;
    m_pass.assign(m_counts.size(), false);
    if (seen.least && seen.most)
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            m_pass[i] = passes(*seen.least + (*seen.most - *seen.least) * (double(i) + 0.5) / double(m_counts.size()));
    m_words->setText(seenInWords(seen, unit));
    setAccessibleName(m_words->text());
    const bool charted = !m_counts.empty();
    layout()->setContentsMargins(charted ? m_theme.px(24) + m_theme.px(chartWidth) : m_theme.px(12), m_theme.px(6),
                                 m_theme.px(12), m_theme.px(6));
    update();
}

void ValueHistogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), m_theme.px(6), m_theme.color(ThemeColor::Raised), m_theme.color(ThemeColor::Line));
    if (m_counts.empty())
        return;
    const std::int64_t most = std::max<std::int64_t>(1, *std::ranges::max_element(m_counts));
    const double step = double(m_theme.px(chartWidth)) / double(m_counts.size());
    const int tall = m_theme.px(chartHeight);
    const double bottom = (height() + tall) / 2.0;
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const double high = m_counts[i] == 0 ? 1 : std::max(2.0, double(tall) * double(m_counts[i]) / double(most));
        painter.setBrush(m_theme.color(m_pass[i] ? ThemeColor::Accent : ThemeColor::Control));
        painter.drawRect(QRectF(m_theme.px(12) + double(i) * step, bottom - high, step - 1, high));
    }
}

}
