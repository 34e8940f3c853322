#pragma once

#include "ui/shared/theme.h"

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace signalbox {

// One place on the rail: icon above its name, a count at the top right, red when it must be seen.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(Theme& theme, const QString& icon, const QString& name, QWidget* parent = nullptr);

    void setCount(int count, bool urgent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:

    Theme& m_theme;
    QString m_icon;
    int m_count = 0;
    bool m_urgent = false;
};

// The places at the left edge, 72 wide; the last one stands at the bottom.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(Theme& theme, QWidget* parent = nullptr);

    void setButtons(const QList<RailButton*>& buttons);   // in order; the rail does not own their places

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QVBoxLayout* m_column;
};

}
