#include "ui/policies/backtest/backtest_room.h"

#include "ui/policies/backtest/past_pane.h"
#include "ui/policies/backtest/shadow_pane.h"
#include "ui/policies/draft/room_tabs.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

BacktestRoom::BacktestRoom(const StudioContext& context, QWidget* parent)
    : QWidget(parent), m_tabs(new RoomTabs(context.page.theme, this)), m_panes(new QStackedWidget(this))
{
    setObjectName(u"backtestRoom"_s);
    setSurface(*this, context.page.theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->setObjectName(u"backtestTabs"_s);
    m_tabs->setAccessibleName(tr("What the draft is tried on"));
    m_tabs->addTab(tr("The past"));
    m_tabs->addTab(tr("Live traffic"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(context.page.theme.px(4), 0, 0, 0);   // under the words of the rooms
    row->addWidget(m_tabs);
    column->addLayout(row);
    column->addWidget(newLine(context.page.theme, this));
    m_panes->addWidget(new PastPane(context, m_panes));
    m_panes->addWidget(new ShadowPane(context, m_panes));
    column->addWidget(m_panes, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_panes, &QStackedWidget::setCurrentIndex);
    setFocusProxy(m_tabs);
}

}
