#pragma once

#include "ui/shared/explained_moment.h"
#include "ui/shared/theme.h"

#include <QWidget>

namespace signalbox {

// The decisions of a conversation side by side, one of them chosen. Where there is no room for all, those beside the
// chosen one show, and how many there are before and after.
class MomentsRow : public QWidget {
    Q_OBJECT

public:
    explicit MomentsRow(Theme& theme, QWidget* parent = nullptr);

    void showMoments(const std::vector<DecisionHead>& moments, int chosen);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wanted(int moment);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Segment {
        QString text;
        int moment = 0;   // to which it leads
        int width = 0;
    };
    int widthOf(const QString& text, bool chosen) const;
    void arrange();
    const Segment* segmentAt(int x) const;

    Theme& m_theme;
    std::vector<QString> m_texts;
    int m_chosen = 0;
    std::vector<Segment> m_segments;
};

}
