#pragma once

#include "ui/live/live_model.h"
#include "ui/shared/theme.h"

#include <QAbstractItemDelegate>
#include <QHash>
#include <QStaticText>

namespace signalbox {

// Paints the live list's cells by hand: laid-out text and chips are kept, so that a frame of forty rows costs little.
class LiveDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    LiveDelegate(Theme& theme, const LiveModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    void setTierChipSize(TierChipSize size) { m_chipSize = size; }
    void setCompaniesShown(bool shown) { m_companies = shown; }

private:
    void paintTier(QPainter& painter, const QRect& box, const LiveWords& words) const;
    void paintVisitor(QPainter& painter, const QRect& box, const LiveWords& words, int tierRank) const;
    void paintOwner(QPainter& painter, const QRect& box, const LiveWords& words,
                    const Conversation& conversation) const;
    void paintIconAndText(QPainter& painter, const QRect& box, const QString& icon, const QString& text) const;
    // Returns the width painted. The text is cut with "…" at the box's width.
    int paintText(QPainter& painter, const QRect& box, const QFont& font, ThemeColor color, const QString& text) const;
    const QPixmap& chip(const TierLabel& tier, qreal ratio) const;
    const QPixmap& avatar(const QString& name, bool ai, qreal ratio) const;
    void forget();

    struct Laid {
        QStaticText text;
        int width = 0;
    };

    Theme& m_theme;
    const LiveModel& m_model;
    TierChipSize m_chipSize = TierChipSize::Full;
    bool m_companies = true;
    QFont m_body, m_medium, m_strong, m_secondary;
    mutable QHash<QString, Laid> m_laid;
    mutable QHash<QString, QPixmap> m_pixmaps;
};

}
