#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QPainter;

namespace signalbox {

// How a tier shows: its rank gives shape and colour, code and name are the rulebook's.
struct TierLabel {
    int rank = 0;
    QString code;   // "P1"
    QString name;   // "Act now"

    bool operator==(const TierLabel&) const = default;
};

enum class TierChipSize { Full, Code, Shape };   // shape, code and name; shape and code; shape alone

// ▲ ◆ ● ○ in the middle of `box`, 9 px at full size, in the tier's colour.
void paintTierShape(QPainter& painter, const QRectF& box, const Theme& theme, int rank);
// The chip at the left of `box`, vertically in its middle.
void paintTierChip(QPainter& painter, const QRect& box, const Theme& theme, const TierLabel& tier,
                   TierChipSize size = TierChipSize::Full);
QSize tierChipSize(const Theme& theme, const TierLabel& tier, TierChipSize size = TierChipSize::Full);

class TierChip : public QWidget {
    Q_OBJECT

public:
    explicit TierChip(Theme& theme, QWidget* parent = nullptr);

    void setTier(const TierLabel& tier);   // an empty code hides the chip
    void setChipSize(TierChipSize size);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    TierLabel m_tier;
    TierChipSize m_size = TierChipSize::Full;
};

}
