#include "ui/policies/flow/flow_items.h"

#include "ui/shared/format_text.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/tier_chip.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr double wordsFrom = 0.35;   // smaller than that nobody can read them
constexpr double room = 3;           // around a box, for its ring

// Ways are quieter than stages, and where they meet they are one.
QColor colorOfWays(const Theme& theme)
{
    constexpr double strength = 0.6;
    const QColor line = theme.color(ThemeColor::Control);
    const QColor ground = theme.color(ThemeColor::Window);
    const auto mix = [](int one, int other) { return int(strength * one + (1 - strength) * other); };
    return QColor(mix(line.red(), ground.red()), mix(line.green(), ground.green()), mix(line.blue(), ground.blue()));
}

double detailOf(const QStyleOptionGraphicsItem& option, const QPainter& painter)
{
    return option.levelOfDetailFromTransform(painter.worldTransform());
}

}

FlowNodeItem::FlowNodeItem(const FlowGraph& graph, const FlowLook& look, int node)
    : m_graph(graph), m_look(look), m_node(node)
{
    setCacheMode(DeviceCoordinateCache);
    setZValue(1);
}

void FlowNodeItem::setSize(const QSizeF& size)
{
    if (size == m_size)
        return;
    prepareGeometryChange();
    m_size = size;
}

QRectF FlowNodeItem::boundingRect() const { return QRectF(QPointF(), m_size).adjusted(-room, -room, room, room); }

void FlowNodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const FlowNode& stage = m_graph.nodes[std::size_t(m_node)];
    const Theme& theme = m_look.theme;
    const QRectF box(QPointF(), m_size);
    const bool chosen = !stage.policy.empty() && stage.policy == m_look.chosen;
    const bool target = m_look.dropTarget == m_node;
    const bool ring = (m_look.focused && m_look.current == m_node) || target;
    const ThemeColor fill = target || chosen ? ThemeColor::Selection
        : m_look.hovered == m_node           ? ThemeColor::Hover
        : stage.on                           ? ThemeColor::Panel
                                             : ThemeColor::Raised;
    if (detailOf(*option, *painter) < wordsFrom) {
        painter->fillRect(box, theme.color(stage.on ? ThemeColor::Track : ThemeColor::Raised));
        painter->fillRect(QRectF(box.left(), box.top(), 6, box.height()),
                          theme.color(ring || chosen ? ThemeColor::Accent : ThemeColor::Control));
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme.color(fill));
    QPen edge(theme.color(ring ? ThemeColor::Focus : chosen ? ThemeColor::Accent : ThemeColor::Control), ring ? 2 : 1);
    edge.setStyle(stage.on ? Qt::SolidLine : Qt::DashLine);
    painter->setPen(edge);
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    paintWords(*painter, box.adjusted(10, 3, -10, -3), stage);
}

void FlowNodeItem::paintWords(QPainter& painter, const QRectF& box, const FlowNode& stage) const
{
    const Theme& theme = m_look.theme;
    const auto draw = [&](const QRectF& where, int flags, TextStyle style, ThemeColor color, const QString& text) {
        QFont font = theme.font(style);
        font.setPixelSize(std::max(1, int(font.pixelSize() > 0 ? font.pixelSize() / theme.textScale() : 12)));
        painter.setFont(font);
        painter.setPen(theme.color(color));
        painter.drawText(where, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, where.width()));
        return std::min(QFontMetricsF(font).horizontalAdvance(text), where.width());
    };
    QRectF first(box.left(), box.top(), box.width(), box.height() / 2);
    const QRectF second(box.left(), box.center().y(), box.width(), box.height() / 2);
    if (stage.number > 0)
        first.setLeft(
            first.left()
            + draw(first, Qt::AlignLeft, TextStyle::Body, ThemeColor::TextMuted, QString::number(stage.number)) + 6);
    if (stage.tierRank >= 0) {
        paintTierShape(painter, QRectF(first.left(), first.top(), 12, first.height()), theme, stage.tierRank);
        first.setLeft(first.left() + 16);
    }
    draw(first, Qt::AlignLeft, TextStyle::BodyStrong, stage.on ? ThemeColor::Text : ThemeColor::TextMuted, stage.title);
    if (!stage.on) {
        draw(second, Qt::AlignLeft, TextStyle::Secondary, ThemeColor::TextMuted,
             QCoreApplication::translate("Flow", "Off"));
        return;
    }
    if (m_graph.conversations == 0)
        return;
    const double share = double(stage.conversations) / double(m_graph.conversations);
    draw(second, Qt::AlignLeft, TextStyle::Secondary, ThemeColor::TextMuted, formatPercent(share));
    draw(second, Qt::AlignRight, TextStyle::Secondary, ThemeColor::TextMuted, formatCount(stage.conversations));
}

FlowEdgeItem::FlowEdgeItem(const FlowGraph& graph, const FlowLook& look, int edge)
    : m_graph(graph), m_look(look), m_edge(edge)
{
    setZValue(-2);
}

void FlowEdgeItem::setEnds(const QPointF& from, const QPointF& to, double width)
{
    prepareGeometryChange();
    m_width = width;
    m_path = QPainterPath(from);
    const double bend = std::max(40.0, (to.x() - from.x()) / 2);
    m_path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
}

QRectF FlowEdgeItem::boundingRect() const
{
    const double half = m_width / 2 + 1;
    return m_path.boundingRect().adjusted(-half, -half, half, half);
}

void FlowEdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const FlowEdge& edge = m_graph.edges[std::size_t(m_edge)];
    const FlowNode& from = m_graph.nodes[std::size_t(edge.from)];
    const bool lit = m_look.hovered == edge.from || m_look.hovered == edge.to
        || (m_look.focused && (m_look.current == edge.from || m_look.current == edge.to))
        || (!from.policy.empty() && from.policy == m_look.chosen);
    const bool hairline = m_look.moving || m_width == 0 || detailOf(*option, *painter) < wordsFrom;
    const QColor color = lit ? m_look.theme.color(ThemeColor::Accent)
        : hairline           ? m_look.theme.color(ThemeColor::Control)
                             : colorOfWays(m_look.theme);
    QPen pen(color, hairline ? 0 : m_width);
    pen.setCapStyle(Qt::FlatCap);
    if (m_width == 0)
        pen.setStyle(from.on ? Qt::DotLine : Qt::DashLine);
    painter->setRenderHint(QPainter::Antialiasing, !m_look.moving);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
}

void FlowTrunkItem::setBranches(const QPointF& top, std::vector<Source> sources, std::vector<Branch> branches)
{
    prepareGeometryChange();
    m_top = top;
    m_sources = std::move(sources);
    m_branches = std::move(branches);
    m_box = QRectF(m_top, QSizeF(1, 1));
    for (const Source& source : m_sources)
        m_box |= QRectF(source.from, QSizeF(1, 1));
    for (const Branch& branch : m_branches)
        m_box |= QRectF(branch.to, QSizeF(1, 1));
    m_box.adjust(-24, -24, 4, 24);
}

void FlowTrunkItem::paintSources(QPainter& painter, bool hairline) const
{
    const QColor color = hairline ? m_look.theme.color(ThemeColor::Control) : colorOfWays(m_look.theme);
    painter.setBrush(Qt::NoBrush);
    for (const Source& source : m_sources) {
        QPen pen(color, hairline ? 0 : source.width);
        pen.setCapStyle(Qt::FlatCap);
        if (source.width <= 0)
            pen.setStyle(Qt::DotLine);
        painter.setPen(pen);
        QPainterPath path(source.from);
        const double bend = (m_top.x() - source.from.x()) / 2;
        path.cubicTo(source.from + QPointF(bend, 0), m_top - QPointF(bend, 0), m_top);
        painter.drawPath(path);
    }
}

void FlowTrunkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    const bool hairline = m_look.moving || detailOf(*option, *painter) < wordsFrom;
    const QRectF seen = option->exposedRect;
    painter->setRenderHint(QPainter::Antialiasing, !m_look.moving);
    const QColor thin = m_look.theme.color(ThemeColor::Control);
    const QColor color = colorOfWays(m_look.theme);
    paintSources(*painter, hairline);
    const double x = m_top.x();
    double above = m_top.y() - (m_branches.empty() ? 0 : m_branches.front().arriving / 2);   // the corner is full
    for (const Branch& branch : m_branches) {
        const bool visible = branch.to.y() >= seen.top() - 80 && above <= seen.bottom() + 80;
        const auto line = [&](const QPointF& from, const QPointF& to, double width) {
            const bool fine = hairline || width <= 0;
            QPen pen(fine ? thin : color, fine ? 0 : width);
            pen.setCapStyle(Qt::FlatCap);
            painter->setPen(pen);
            painter->drawLine(from, to);
        };
        if (visible) {
            line({x, above}, {x, branch.to.y()}, branch.arriving);
            if (branch.on)
                line({hairline || branch.taken > 0 ? x : x + branch.arriving / 2, branch.to.y()}, branch.to, branch.taken);
        }
        above = branch.to.y();
    }
}

}
