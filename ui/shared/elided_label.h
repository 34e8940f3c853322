#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

namespace signalbox {

// One line of plain text that ends in "…" when there is no room; the whole text is then its tooltip.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(Theme& theme, TextStyle style = TextStyle::Body, ThemeColor color = ThemeColor::Text,
                         QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    void setLook(TextStyle style, ThemeColor color);
    void setAlignment(Qt::Alignment alignment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWholeTextWhenCut();

    Theme& m_theme;
    TextStyle m_style;
    ThemeColor m_color;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    QString m_text;
};

}
