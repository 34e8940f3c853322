#include "ui/shared/avatar.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox {

QString initials(const QString& name)
{
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList words = name.split(gap, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    if (words.size() == 1)
        return words.first() == words.first().toUpper() ? words.first().left(2) : words.first().left(1).toUpper();
    return (words.first().left(1) + words.last().left(1)).toUpper();
}

void paintAvatar(QPainter& painter, const QRectF& box, const Theme& theme, const QString& name, AvatarKind kind)
{
    const qreal size = std::min({box.width(), box.height(), qreal(theme.px(24))});
    const QRectF circle(box.center().x() - size / 2, box.center().y() - size / 2, size, size);
    const ThemeColor fill = kind == AvatarKind::Ai ? ThemeColor::AiTint
        : kind == AvatarKind::Agent                ? ThemeColor::AgentTint
                                                   : ThemeColor::Track;
    const ThemeColor ink = kind == AvatarKind::Ai ? ThemeColor::Ai
        : kind == AvatarKind::Agent               ? ThemeColor::Agent
                                                  : ThemeColor::Text;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(fill));
    painter.drawEllipse(circle);
    QFont font = theme.font(TextStyle::Small);
    font.setPixelSize(std::max(8, int(size * 0.40)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme.color(ink));
    painter.drawText(circle, Qt::AlignCenter, initials(name));
    painter.restore();
}

Avatar::Avatar(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Avatar::setPerson(const QString& name, AvatarKind kind)
{
    m_name = name;
    m_kind = kind;
    update();
}

QSize Avatar::sizeHint() const { return {m_theme.px(24), m_theme.px(24)}; }

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_theme, m_name, m_kind);
}

}
