#pragma once

#include "ui/shared/theme.h"

class QFrame;
class QLabel;
class QWidget;

namespace signalbox {

// Give a widget a text style or surface of the theme, now and after each change of the theme.
void setTextStyle(QWidget& widget, Theme& theme, TextStyle style, ThemeColor color = ThemeColor::Text);
void setSurface(QWidget& widget, Theme& theme, ThemeColor surface);

// Gives a list or a table the frame of a text field.
void makeField(QFrame& area);

// A label that shows its text as it stands, never as markup.
QLabel* newLabel(const QString& text, Theme& theme, TextStyle style = TextStyle::Body,
                 ThemeColor color = ThemeColor::Text, QWidget* parent = nullptr);
// The same, breaking lines.
QLabel* newParagraph(const QString& text, Theme& theme, TextStyle style = TextStyle::Body,
                     ThemeColor color = ThemeColor::Text, QWidget* parent = nullptr);

}
