#include "ui/shared/theme_icon_engine.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox {

ThemeIconEngine::ThemeIconEngine(const Theme& theme, QString name, ThemeColor role)
    : m_theme(&theme), m_name(std::move(name)), m_role(role)
{
}

QPixmap ThemeIconEngine::draw(int size, QIcon::Mode mode, qreal devicePixelRatio) const
{
    if (!m_theme)
        return {};
    const ThemeColor role = mode == QIcon::Disabled ? ThemeColor::Control : m_role;
    return m_theme->pixmap(m_name, role, std::max(size, 1), devicePixelRatio);
}

void ThemeIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    const int size = std::min(rect.width(), rect.height());
    const QPixmap icon = draw(size, mode, painter->device()->devicePixelRatioF());
    painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, icon);
}

QPixmap ThemeIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State)
{
    return draw(std::min(size.width(), size.height()), mode, 1);
}

QPixmap ThemeIconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    return draw(int(std::lround(std::min(size.width(), size.height()) / scale)), mode, scale);
}

QIconEngine* ThemeIconEngine::clone() const { return new ThemeIconEngine(*this); }

}
