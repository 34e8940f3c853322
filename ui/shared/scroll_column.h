#pragma once

#include "ui/shared/theme.h"

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
    // Shows the filled column, laid out at once. The position is kept where that is possible.
    void finish();

private:
    Theme& m_theme;
    ThemeColor m_surface;
    int m_at = 0;   // scrolled to, before the restart
};

}
