#include "ui/why/moments_row.h"

#include "ui/shared/format_text.h"
#include "ui/shared/style_paint.h"
#include "ui/why/why_words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int widest = 560;
constexpr int longestText = 32;

}

MomentsRow::MomentsRow(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("whyMoments"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        arrange();
        updateGeometry();
    });
}

void MomentsRow::showMoments(const std::vector<DecisionHead>& moments, int chosen)
{
    m_texts.clear();
    for (const DecisionHead& moment : moments) {
        QString place = placeName(moment.kind, moment.place);
        if (place.size() > longestText)
            place = place.left(longestText - 1).trimmed() + u'…';
        m_texts.push_back(tr("%1 %2", "time and place").arg(clockWithSeconds(moment.at), place));
    }
    m_chosen = chosen;
    setAccessibleName(
        m_texts.empty()
            ? tr("Decisions")
            : tr("Decision %1 of %2: %3").arg(chosen + 1).arg(m_texts.size()).arg(m_texts[std::size_t(chosen)]));
    arrange();
    updateGeometry();
}

int MomentsRow::widthOf(const QString& text, bool chosen) const
{
    const QFont font = m_theme.font(chosen ? TextStyle::BodyStrong : TextStyle::Body);
    return QFontMetrics(font).horizontalAdvance(text) + m_theme.px(20);
}

QSize MomentsRow::sizeHint() const
{
    int all = 2;
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        all += widthOf(m_texts[i], int(i) == m_chosen);
    return {std::min(all, m_theme.px(widest)), m_theme.px(30)};
}

QSize MomentsRow::minimumSizeHint() const { return {std::min(m_theme.px(120), sizeHint().width()), m_theme.px(30)}; }

void MomentsRow::arrange()
{
    m_segments.clear();
    const int count = int(m_texts.size());
    if (count == 0)
        return;
    int first = m_chosen;
    int last = m_chosen;
    int left = width() - widthOf(m_texts[std::size_t(m_chosen)], true);
    const int room = m_theme.px(48);   // for how many there are more, at each end
    const auto fits = [&](int moment, bool isEnd) {
        const int ends = (first > 0 && !(isEnd && moment == 0) ? room : 0)
            + (last < count - 1 && !(isEnd && moment == count - 1) ? room : 0);
        return widthOf(m_texts[std::size_t(moment)], false) + ends <= left;
    };
    for (bool grown = true; grown;) {
        grown = false;
        if (last + 1 < count && fits(last + 1, last + 2 == count))
            left -= widthOf(m_texts[std::size_t(++last)], false), grown = true;
        if (first > 0 && fits(first - 1, first == 1))
            left -= widthOf(m_texts[std::size_t(--first)], false), grown = true;
    }
    if (first > 0)
        m_segments.push_back({tr("‹ %1", "earlier decisions").arg(first), first - 1, room});
    for (int i = first; i <= last; ++i)
        m_segments.push_back({m_texts[std::size_t(i)], i, widthOf(m_texts[std::size_t(i)], i == m_chosen)});
    if (last + 1 < count)
        m_segments.push_back({tr("%1 ›", "later decisions").arg(count - 1 - last), last + 1, room});
    update();
}

void MomentsRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int radius = m_theme.px(6);
    paintBox(painter, rect(), radius, m_theme.color(ThemeColor::Panel), Qt::transparent);
    int x = 0;
    for (const Segment& segment : m_segments) {
        const bool chosen = segment.moment == m_chosen;
        const QRect box(x, 0, std::min(segment.width, width() - x), height());
        if (chosen)
            painter.fillRect(box.adjusted(x == 0 ? 2 : 0, 1, 0, -1), m_theme.color(ThemeColor::Selection));
        painter.setFont(m_theme.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(m_theme.color(chosen ? ThemeColor::Accent : ThemeColor::Text));
        painter.drawText(
            box.adjusted(m_theme.px(4), 0, -m_theme.px(4), 0), Qt::AlignCenter | Qt::TextSingleLine,
            QFontMetrics(painter.font()).elidedText(segment.text, Qt::ElideRight, box.width() - m_theme.px(8)));
        x += segment.width;
        if (x < width() - 2)
            painter.fillRect(QRect(x, 1, 1, height() - 2), m_theme.color(ThemeColor::Line));
    }
    paintBox(painter, rect(), radius, Qt::transparent, m_theme.color(ThemeColor::Control));
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme);
}

void MomentsRow::resizeEvent(QResizeEvent*) { arrange(); }

const MomentsRow::Segment* MomentsRow::segmentAt(int x) const
{
    int right = 0;
    for (const Segment& segment : m_segments)
        if (x < (right += segment.width))
            return &segment;
    return nullptr;
}

void MomentsRow::mousePressEvent(QMouseEvent* event)
{
    if (const Segment* segment = segmentAt(int(event->position().x())); segment && event->button() == Qt::LeftButton)
        Q_EMIT wanted(segment->moment);
}

bool MomentsRow::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Segment* segment = segmentAt(help->pos().x()))
            QToolTip::showText(help->globalPos(), m_texts[std::size_t(segment->moment)].toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

}
