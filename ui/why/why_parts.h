#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace signalbox {

// A box with rounded corners that its contents stand in.
class WhyCard : public QWidget {
    Q_OBJECT

public:
    explicit WhyCard(Theme& theme, QWidget* parent = nullptr);

    void setEdge(ThemeColor edge, int width = 1);
    void makeClickable(const QString& name);   // by mouse, and by Enter while it has the keyboard

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Theme& m_theme;
    ThemeColor m_edge = ThemeColor::Line;
    int m_width = 1;
    bool m_clickable = false;
};

// How a policy on the path came out, in the circle beside its card; the line that leads to the next one.
class PathMark : public QWidget {
    Q_OBJECT

public:
    enum class Mark { Failed, Near, Off, Fired };
    PathMark(Theme& theme, Mark mark, bool last, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    Mark m_mark;
    bool m_last;
};

// A part of a pane: its title, and room for what it says; a line beneath unless it is the last.
QVBoxLayout* addWhySection(QVBoxLayout& column, Theme& theme, const QString& title, QWidget* parent, bool line = true);
// A paragraph that never asks for more room across than there is.
void letWrap(QLabel& paragraph);
// A paragraph whose text can be selected.
QLabel* newSelectable(const QString& text, Theme& theme, TextStyle style, ThemeColor color, QWidget* parent);

}
