#pragma once

#include "ui/shared/theme.h"

#include <QPointer>
#include <QScrollArea>

class QVBoxLayout;

namespace signalbox {

// A column that scrolls up and down and is always as high as its broken lines need at its width.
class ScrollColumn : public QScrollArea {
    Q_OBJECT

public:
    ScrollColumn(Theme& theme, ThemeColor surface, QWidget* parent = nullptr);

    // Takes away what is there; returns the empty column to fill, out of sight until `finish`.
    QVBoxLayout* restart();
    // The same with what is there left in sight until `finish`, which may come later.
    QVBoxLayout* restartAside();
    // Shows the filled column, laid out at once. The position is kept where that is possible.
    void finish();

private:
    QWidget* newContent();

    Theme& m_theme;
    ThemeColor m_surface;
    QPointer<QWidget> m_aside;
    int m_at = 0;   // scrolled to, before the restart
};

}
