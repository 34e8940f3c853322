#include "ui/live/floor_room.h"

#include "ui/live/floor_tree_view.h"
#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

FloorRoom::FloorRoom(const PageContext& context, const FloorLoads& loads, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(context, loads),
      m_header(new PaneHeader(context.theme, tr("The floor"))),
      m_refusal(new InlineMessage(context.theme, MessageKind::Bad)),
      m_view(new FloorTreeView(context, m_model)),
      m_empty(
          new EmptyState(context.theme, tr("Nobody works here yet. Add agents in Settings, under Agents and skills.")))
{
    setSurface(*this, context.theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_refusal->setObjectName(u"floorRefusal"_s);
    m_refusal->setDismissable(true);
    m_refusal->hide();
    column->addWidget(m_refusal);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    auto* foot = newLabel(tr("Enter looks into a conversation or opens an agent. The menu of a row has the rest."),
                          context.theme, TextStyle::Secondary, ThemeColor::TextMuted);
    foot->setContentsMargins(context.theme.px(16), context.theme.px(8), context.theme.px(16), context.theme.px(8));
    column->addWidget(newLine(context.theme));
    column->addWidget(foot);
    connect(m_view, &FloorTreeView::opened, this, &FloorRoom::opened);
    connect(m_view, &FloorTreeView::refused, this, [this](const QString& why) {
        m_refusal->setText(tr("That was not done."), why);
        m_refusal->setVisible(!why.isEmpty());
    });
    connect(m_refusal, &InlineMessage::dismissed, m_refusal, &QWidget::hide);
    refresh();
}

void FloorRoom::refresh()
{
    m_model.refresh();
    const bool somebody = m_model.rowCount() > 0;
    m_view->setVisible(somebody);
    m_empty->setVisible(!somebody);
    showDetail();
}

void FloorRoom::showDetail()
{
    const auto& agents = m_context.model.agents();
    const auto online
        = std::ranges::count_if(agents, [](const auto& each) { return each.second.presence == Presence::Online; });
    QString detail = tr("%1 of %2 online").arg(formatCount(online)).arg(formatCount(qint64(agents.size())));
    if (const int hands = m_model.handsUp(); hands > 0)
        detail += hands == 1 ? tr(", 1 hand raised") : tr(", %1 hands raised").arg(hands);
    m_header->setDetail(agents.empty() ? QString() : detail);
}

}
