// What the pane is made of.
#include "ui/policies/backtest/partings_delegate.h"
#include "ui/policies/backtest/partings_model.h"
#include "ui/policies/backtest/past_pane.h"
#include "ui/policies/backtest/report_view.h"
#include "ui/policies/backtest/twice_view.h"
#include "ui/shared/buttons.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>

namespace signalbox {

using namespace Qt::StringLiterals;

QWidget* PastPane::newControls()
{
    Theme& theme = m_context.page.theme;
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(12));
    m_period = new QuietCombo(tr("Period"), u"backtestPeriod"_s, bar);
    m_period->addItem(tr("All of the past"), everyDay);
    for (const int days : {7, 30, 90})
        m_period->addItem(tr("Last %1 days").arg(days), days);
    m_period->setMinimumContentsLength(int(m_period->itemText(0).size()));
    m_period->setMinimumWidth(m_period->sizeHint().width() + theme.px(24));
    m_practice = new QCheckBox(tr("Practice too"), bar);
    m_practice->setObjectName(u"backtestPractice"_s);
    m_imported = new QCheckBox(tr("Imported too"), bar);
    m_imported->setObjectName(u"backtestImported"_s);
    m_run = newPrimaryButton(tr("Run backtest"), u"runBacktest"_s, bar);
    m_stop = newButton(tr("Stop"), u"stopBacktest"_s, bar);
    m_done = newLabel({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, bar);
    m_done->setObjectName(u"backtestProgressText"_s);
    m_progress = new QProgressBar(bar);
    m_progress->setObjectName(u"backtestProgress"_s);
    m_progress->setAccessibleName(tr("How far the backtest is"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(theme.px(220));
    row->addWidget(m_period);
    row->addWidget(m_practice);
    row->addWidget(m_imported);
    row->addWidget(m_progress);
    row->addWidget(m_done);
    row->addStretch(1);
    row->addWidget(m_stop);
    row->addWidget(m_run);
    return bar;
}

QWidget* PastPane::newResult()
{
    Theme& theme = m_context.page.theme;
    QSplitter* splitter = newSplitter(Qt::Horizontal, u"backtestSplitter"_s, m_stack);
    m_report = new ReportView(theme, splitter);
    m_report->setMinimumWidth(theme.px(360));
    QWidget* const list = newMovedList(splitter);
    m_twice = new TwiceView(theme, splitter);
    m_twice->setMinimumWidth(theme.px(420));
    setSurface(*m_twice, theme, ThemeColor::Panel);
    splitter->addWidget(m_report);
    splitter->addWidget(list);
    splitter->addWidget(m_twice);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 4);
    splitter->setSizes({theme.px(384), theme.px(240), theme.px(584)});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* PastPane::newMovedList(QWidget* parent)
{
    Theme& theme = m_context.page.theme;
    auto* list = new QWidget(parent);
    list->setMinimumWidth(theme.px(232));
    setSurface(*list, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_movedHeader = new PaneHeader(theme, tr("Who moves"), list);
    m_movedList = new QListView(list);
    m_movedList->setObjectName(u"movedList"_s);
    m_movedList->setAccessibleName(tr("Conversations that would go elsewhere"));
    m_movedList->setModel(m_moved);
    m_movedList->setItemDelegate(new PartingsDelegate(theme, m_movedList));
    m_movedList->setFrameShape(QFrame::NoFrame);
    m_movedList->setMouseTracking(true);
    m_movedList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*m_movedList->viewport(), theme, ThemeColor::Panel);
    column->addWidget(m_movedHeader);
    column->addWidget(m_movedList, 1);
    return list;
}

}
