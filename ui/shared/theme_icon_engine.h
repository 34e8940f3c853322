#pragma once

#include "ui/shared/theme.h"

#include <QIconEngine>
#include <QPointer>

namespace signalbox {

// Asks the theme each time it is painted, so icons follow the scheme without being set again.
class ThemeIconEngine : public QIconEngine {
public:
    ThemeIconEngine(const Theme& theme, QString name, ThemeColor role);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;
    bool isNull() override { return false; }

private:
    QPixmap draw(int size, QIcon::Mode mode, qreal devicePixelRatio) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    ThemeColor m_role;
};

}
