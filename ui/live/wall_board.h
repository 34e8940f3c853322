#pragma once

#include "ui/shared/page_context.h"
#include "ui/shared/theme.h"

#include <QTimer>
#include <QWidget>

namespace signalbox {

class WallFigures;
struct QueueFigures;

// Figures for a big screen, to be read from across the room: who waits where and how long, who is there, how many were
// answered in time. F11 fills the screen, Escape leaves it. Painted once a second, whatever happens in between.
class WallBoard : public QWidget {
    Q_OBJECT

public:
    WallBoard(const PageContext& context, WallFigures& figures, QWidget* parent = nullptr);

    QString spoken() const;   // the same in words, for a screen reader

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Figure {
        QString text;
        QString label;
        ThemeColor color = ThemeColor::Text;
    };
    struct QueueLine {
        QString name;
        QString waiting;
        QString longest;
        QString over;
        bool isOver = false;
    };

    void refresh();
    std::vector<Figure> figures() const;
    std::vector<QueueLine> queues(int room) const;
    QueueLine lineOf(const QString& name, const QueueFigures& figures) const;
    QString answeredWords() const;
    QString agentsWords() const;
    QFont fontOf(int height, bool strong) const;
    void paintFigures(QPainter& painter, const QRect& area) const;
    void paintQueues(QPainter& painter, const QRect& area) const;
    void paintQueue(QPainter& painter, const QRect& row, const QueueLine& line, bool head) const;
    void paintFoot(QPainter& painter, const QRect& area) const;

    const PageContext& m_context;
    WallFigures& m_figures;
    QTimer m_second;
};

}
