#pragma once

#include "ui/shared/theme.h"

#include <QHeaderView>

namespace signalbox {

class LiveModel;

// The list's head: quiet words, an arrow at the column it is sorted by when that is not the usual order.
class LiveHeader : public QHeaderView {
    Q_OBJECT

public:
    LiveHeader(Theme& theme, const LiveModel& model, QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    Theme& m_theme;
    const LiveModel& m_model;
};

}
