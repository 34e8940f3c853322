#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QPainter;

namespace signalbox {

// A small filled word: a channel, "Practice", "Imported", "Draft of v41".
struct TagLook {
    QString text;
    QString icon;   // may be empty
    ThemeColor color = ThemeColor::Text;
    ThemeColor fill = ThemeColor::Hover;

    bool operator==(const TagLook&) const = default;
};

QSize tagSize(const Theme& theme, const TagLook& tag);
// The tag at the left of `box`, vertically in its middle.
void paintTag(QPainter& painter, const QRect& box, const Theme& theme, const TagLook& tag);

class Tag : public QWidget {
    Q_OBJECT

public:
    explicit Tag(Theme& theme, QWidget* parent = nullptr);

    void setTag(const TagLook& tag);   // no text hides it
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    TagLook m_tag;
};

}
