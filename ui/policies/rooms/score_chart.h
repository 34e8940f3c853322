#pragma once

#include "ui/shared/analysis_port.h"
#include "ui/shared/theme.h"

#include <QWidget>

namespace signalbox {

// How a score was spread over a period, with thresholds as lines across it that can be dragged, or chosen with Tab and moved
// with the arrow keys (1, with Ctrl 10). Scores go from 0 to 100.
class ScoreChart : public QWidget {
    Q_OBJECT

public:
    struct Marker {
        QString id;      // what markerMoved tells
        QString label;   // "P1", "P1 WhatsApp"
        double at = 0;
        int tierRank = 0;
        bool operator==(const Marker&) const = default;
    };

    explicit ScoreChart(Theme& theme, QWidget* parent = nullptr);

    void setSeen(const SeenValues& seen);   // none asked yet: no bars
    void setMarkers(const std::vector<Marker>& markers);
    // The share of conversations at or above the value, as far as the bars tell; none without any.
    std::optional<double> shareFrom(double value) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void markerMoved(const QString& id, double to);   // by a person, while dragging too

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QRectF plot() const;
    double xOf(double value) const;
    double valueAt(double x) const;
    int markerNear(double x) const;   // -1: none
    void paintBars(QPainter& painter) const;
    void paintMarkers(QPainter& painter) const;
    void moveMarker(int marker, double to);
    void announce();

    Theme& m_theme;
    SeenValues m_seen;
    std::vector<Marker> m_markers;
    int m_chosen = -1;
    bool m_dragging = false;
};

}
