#include "ui/shared/themed.h"

#include <QFrame>
#include <QLabel>
#include <QWidget>

namespace signalbox {

void setTextStyle(QWidget& widget, Theme& theme, TextStyle style, ThemeColor color)
{
    const auto apply = [&widget, &theme, style, color] {
        widget.setFont(theme.font(style));
        QPalette palette = widget.palette();
        palette.setColor(QPalette::Active, QPalette::WindowText, theme.color(color));
        palette.setColor(QPalette::Inactive, QPalette::WindowText, theme.color(color));
        widget.setPalette(palette);
    };
    apply();
    // A later call replaces the earlier one: one watcher a widget.
    static const char watcherName[] = "textStyleWatcher";
    delete widget.findChild<QObject*>(QLatin1String(watcherName), Qt::FindDirectChildrenOnly);
    auto* watcher = new QObject(&widget);
    watcher->setObjectName(QLatin1String(watcherName));
    QObject::connect(&theme, &Theme::changed, watcher, apply);
}

void setSurface(QWidget& widget, Theme& theme, ThemeColor surface)
{
    const auto apply = [&widget, &theme, surface] {
        QPalette palette = widget.palette();
        palette.setColor(widget.backgroundRole(), theme.color(surface));
        widget.setPalette(palette);
    };
    widget.setAutoFillBackground(true);
    apply();
    QObject::connect(&theme, &Theme::changed, &widget, apply);
}

void makeField(QFrame& area)
{
    area.setProperty("field", true);
    area.setFrameStyle(area.frameStyle());   // its width is another one now
}

QLabel* newLabel(const QString& text, Theme& theme, TextStyle style, ThemeColor color, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    setTextStyle(*label, theme, style, color);
    return label;
}

QLabel* newParagraph(const QString& text, Theme& theme, TextStyle style, ThemeColor color, QWidget* parent)
{
    QLabel* label = newLabel(text, theme, style, color, parent);
    label->setWordWrap(true);
    return label;
}

}
