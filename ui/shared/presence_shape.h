#pragma once

#include "model/domain/agent.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QPainter;

namespace signalbox {

QString presenceName(Presence presence);   // "Online"
ThemeColor presenceColor(Presence presence);
// ● online, ▲ away, ■ break, ○ offline: 8 px at full size in the middle of `box`.
void paintPresence(QPainter& painter, const QRectF& box, const Theme& theme, Presence presence);
QIcon presenceIcon(Theme& theme, Presence presence);

class PresenceShape : public QWidget {
    Q_OBJECT

public:
    explicit PresenceShape(Theme& theme, QWidget* parent = nullptr);

    void setPresence(Presence presence);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    Presence m_presence = Presence::Offline;
};

}
