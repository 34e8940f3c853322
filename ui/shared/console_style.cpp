#include "ui/shared/console_style.h"

#include "ui/shared/style_paint.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTableView>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

bool has(const QWidget* widget, const char* property) { return widget && widget->property(property).toBool(); }

}

ConsoleStyle::ConsoleStyle(const Theme& theme) : QProxyStyle(u"Fusion"_s), m_theme(theme) { }

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(*option, *painter, widget);
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            paintFocusRing(*painter, option->rect, m_theme);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth == 0)
            return;
        drawField(*option, *painter);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isField(widget))
            drawField(*option, *painter);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_IndicatorCheckBox:
        has(widget, "switch") ? drawSwitch(*option, *painter) : drawCheckMark(*option, *painter);
        return;
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(*option, *painter);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (qobject_cast<const QTableView*>(widget))
            drawCellPanel(*option, *painter);
        else
            drawItemPanel(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioMark(*option, *painter);
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.color(ThemeColor::Panel));
        painter->setPen(m_theme.color(ThemeColor::Control));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
        return;
    case PE_IndicatorArrowDown:
        painter->drawPixmap(centered(option->rect, m_theme.px(12)).topLeft(),
                            m_theme.pixmap(u"chevron-down"_s, ThemeColor::Text, m_theme.px(12), ratioOf(*painter)));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        drawButton(*option, *painter, widget);
        return;
    case CE_CheckBox:
        drawCheckBox(*option, *painter, widget);
        return;
    case CE_PushButtonLabel:
        drawButtonLabel(*option, *painter, widget);
        return;
    case CE_Splitter:
        painter->fillRect(splitterLine(option->rect, option->state & State_Horizontal),
                          m_theme.color(ThemeColor::Line));
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(*option, *painter);
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(*option, *painter, widget);
        return;
    case CE_MenuItem:
        drawMenuItem(*option, *painter, widget);
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(*option, *painter);
        return;
    case CE_MenuBarEmptyArea:
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        drawProgress(*option, *painter);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const
{
    if (control == CC_ScrollBar)
        drawScrollBar(*option, *painter, widget);
    else if (control == CC_ComboBox && !has(widget, "plain"))
        drawCombo(*option, *painter, widget);
    else if (control == CC_SpinBox)
        drawSpin(*option, *painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (has(widget, "switch")) {
        const QRect all = option->rect;
        const QSize size(m_theme.px(28), m_theme.px(16));
        if (element == SE_CheckBoxIndicator)
            return {QPoint(all.left() + 1, all.center().y() - size.height() / 2 + 1), size};
        if (element == SE_CheckBoxContents)
            return all.adjusted(size.width() + m_theme.px(8), 0, 0, 0);
        if (element == SE_CheckBoxFocusRect || element == SE_CheckBoxClickRect)
            return all;
    }
    if (element == SE_LineEditContents) {
        const QRect inner = QProxyStyle::subElementRect(element, option, widget);
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame && frame->lineWidth > 0 ? inner.adjusted(m_theme.px(5), 0, -m_theme.px(3), 0) : inner;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const
{
    if (control == CC_ScrollBar)
        return scrollBarPart(*option, part);
    if (control == CC_SpinBox)
        return spinPart(*option, part);
    if (control == CC_ComboBox) {
        const QRect all = option->rect;
        const int arrow = m_theme.px(26);
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, all, all.adjusted(all.width() - arrow, 0, 0, 0));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, all, all.adjusted(m_theme.px(7), 1, -arrow, -1));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                     const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton:
        return buttonSize(*option, contents, widget, m_theme);
    case CT_LineEdit:
        return {contents.width() + m_theme.px(16), std::max(m_theme.px(28), contents.height() + m_theme.px(6))};
    case CT_ComboBox:
        return {contents.width() + m_theme.px(38), m_theme.px(28)};
    case CT_SpinBox:
        return {contents.width() + m_theme.px(34), m_theme.px(28)};
    case CT_CheckBox: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        if (has(widget, "switch"))
            return {contents.width() + m_theme.px(28 + 2) + (contents.width() > 0 ? m_theme.px(8) : 0),
                    std::max(m_theme.px(20), contents.height())};
        return {size.width(), std::max(m_theme.px(22), size.height())};
    }
    case CT_MenuItem:
        return menuItemSize(*option, contents, m_theme);
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width(), std::max(size.height(), m_theme.px(32))};
    }
    case CT_MenuBarItem:
        return {contents.width() + m_theme.px(16), m_theme.px(28)};
    case CT_HeaderSection:
        return {contents.width(), m_theme.px(28)};
    default:
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return m_theme.px(10);
    case PM_ScrollBarSliderMin:
        return m_theme.px(32);
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.px(16);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.px(8);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return m_theme.px(4);
    case PM_MenuHMargin:
        return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return m_theme.px(5);
    case PM_DefaultFrameWidth:
        return isField(widget) ? m_theme.px(3) : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
        return m_theme.px(10);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Menu_SubMenuPopupDelay:
        return 150;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

void ConsoleStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QScrollBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* area = qobject_cast<QAbstractScrollArea*>(widget); area && isField(area))
        area->viewport()->setAutoFillBackground(false);   // the field is filled with its frame, corners left free
}

}
