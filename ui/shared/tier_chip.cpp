#include "ui/shared/tier_chip.h"

#include "ui/shared/style_paint.h"

#include <QPainter>

namespace signalbox {

namespace {

struct ChipMeasures {
    int padding, shape, gap, height;
    QFont codeFont, nameFont;
    int code, name;
};

ChipMeasures measure(const Theme& theme, const TierLabel& tier)
{
    ChipMeasures m{theme.px(7),
                   theme.px(9),
                   theme.px(4),
                   theme.px(20),
                   theme.font(TextStyle::Code),
                   theme.font(TextStyle::Secondary),
                   0,
                   0};
    m.code = QFontMetrics(m.codeFont).horizontalAdvance(tier.code);
    m.name = QFontMetrics(m.nameFont).horizontalAdvance(tier.name);
    return m;
}

}

void paintTierShape(QPainter& painter, const QRectF& box, const Theme& theme, int rank)
{
    const qreal size = theme.px(9);
    const QRectF shape(box.center().x() - size / 2, box.center().y() - size / 2, size, size);
    const QColor color = theme.tierColor(rank);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (rank <= 0) {
        painter.drawPolygon(
            QPolygonF({QPointF(shape.center().x(), shape.top() + 0.5), QPointF(shape.right(), shape.bottom() - 0.5),
                       QPointF(shape.left(), shape.bottom() - 0.5)}));
    } else if (rank == 1) {
        painter.drawPolygon(
            QPolygonF({QPointF(shape.center().x(), shape.top()), QPointF(shape.right(), shape.center().y()),
                       QPointF(shape.center().x(), shape.bottom()), QPointF(shape.left(), shape.center().y())}));
    } else if (rank == 2) {
        painter.drawEllipse(shape.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.6 * theme.textScale()));
        painter.drawEllipse(shape.adjusted(1.2, 1.2, -1.2, -1.2));
    }
    painter.restore();
}

QSize tierChipSize(const Theme& theme, const TierLabel& tier, TierChipSize size)
{
    const ChipMeasures m = measure(theme, tier);
    if (size == TierChipSize::Shape)
        return {m.shape, m.height};
    int width = 2 * m.padding + m.shape + m.gap + m.code;
    if (size == TierChipSize::Full && !tier.name.isEmpty())
        width += m.gap + m.name;
    return {width, m.height};
}

void paintTierChip(QPainter& painter, const QRect& box, const Theme& theme, const TierLabel& tier, TierChipSize size)
{
    const ChipMeasures m = measure(theme, tier);
    const QRect chip(QPoint(box.x(), box.y() + (box.height() - m.height) / 2), tierChipSize(theme, tier, size));
    if (size == TierChipSize::Shape) {
        paintTierShape(painter, chip, theme, tier.rank);
        return;
    }
    paintBox(painter, chip, theme.px(4), theme.tierTint(tier.rank), Qt::transparent);
    int x = chip.x() + m.padding;
    paintTierShape(painter, QRectF(x, chip.y(), m.shape, chip.height()), theme, tier.rank);
    x += m.shape + m.gap;
    painter.setPen(theme.tierColor(tier.rank));
    painter.setFont(m.codeFont);
    painter.drawText(QRect(x, chip.y(), m.code + 2, chip.height()), Qt::AlignLeft | Qt::AlignVCenter, tier.code);
    x += m.code + m.gap;
    if (size == TierChipSize::Code)
        return;
    painter.setFont(m.nameFont);
    painter.drawText(QRect(x, chip.y(), m.name + 2, chip.height()), Qt::AlignLeft | Qt::AlignVCenter, tier.name);
}

TierChip::TierChip(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void TierChip::setTier(const TierLabel& tier)
{
    if (tier == m_tier)
        return;
    m_tier = tier;
    setVisible(!tier.code.isEmpty());
    setAccessibleName(tr("Tier %1 %2").arg(tier.code, tier.name));
    setToolTip(QStringLiteral("%1 %2").arg(tier.code, tier.name).toHtmlEscaped());
    updateGeometry();
    update();
}

void TierChip::setChipSize(TierChipSize size)
{
    m_size = size;
    updateGeometry();
    update();
}

QSize TierChip::sizeHint() const { return tierChipSize(m_theme, m_tier, m_size); }

void TierChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTierChip(painter, rect(), m_theme, m_tier, m_size);
}

}
