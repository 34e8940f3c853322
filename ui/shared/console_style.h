#pragma once

#include "ui/shared/theme.h"

#include <QPointer>
#include <QProxyStyle>

namespace signalbox {

// Fusion with the look's own edges: 1 px control edges, 2 px focus ring, radius 6, flat, 30 px buttons. Widgets choose a
// shape by property: "primary", "link", "small", "quiet" on buttons, "switch" on check boxes.
class ConsoleStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit ConsoleStyle(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

private:
    void drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawField(const QStyleOption& option, QPainter& painter) const;
    void drawSpin(const QStyleOptionComplex& option, QPainter& painter) const;
    QRect spinPart(const QStyleOptionComplex& option, SubControl part) const;
    void drawCheckMark(const QStyleOption& option, QPainter& painter) const;
    void drawRadioMark(const QStyleOption& option, QPainter& painter) const;
    void drawCheckBox(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawItemPanel(const QStyleOption& option, QPainter& painter) const;
    void drawSwitch(const QStyleOption& option, QPainter& painter) const;
    void drawCellPanel(const QStyleOption& option, QPainter& painter) const;
    void drawHeaderLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawHeaderSection(const QStyleOption& option, QPainter& painter) const;
    void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawCombo(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawMenuBarItem(const QStyleOption& option, QPainter& painter) const;
    void drawProgress(const QStyleOption& option, QPainter& painter) const;

    const Theme& m_theme;
};

}
