#include "ui/conversation/pane_row.h"

#include "ui/conversation/conversation_header.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/talk_pane.h"
#include "ui/shared/panes.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QResizeEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int leastPane = 360;

}

PaneRow::PaneRow(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_splitter(newSplitter(Qt::Horizontal, QStringLiteral("paneSplitter"), this))
{
    setObjectName(QStringLiteral("paneRow"));
    m_splitter->setChildrenCollapsible(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
    m_active = addPane();
    mark();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        for (ConversationPane* pane : m_panes)
            if (now && pane->isAncestorOf(now))
                activate(*pane);
    });
}

PaneRow::~PaneRow()
{
    disconnect(qApp, nullptr, this, nullptr);   // the focus moves while the panes go
}

ConversationPane* PaneRow::addPane()
{
    auto* pane = new ConversationPane(m_context, this);
    pane->setMinimumWidth(m_context.theme.px(leastPane));
    m_splitter->addWidget(pane);
    m_panes.push_back(pane);
    connect(pane, &ConversationPane::shownChanged, this, &PaneRow::changed);
    connect(pane, &ConversationPane::detailChanged, this, [this, pane] {
        if (pane == m_active)
            Q_EMIT detailChanged();
    });
    connect(pane, &ConversationPane::leftBehind, this,
            [this, pane](const ConversationId& id) { Q_EMIT leftBehind(pane, id); });
    connect(&pane->header(), &ConversationHeader::paneLeaves, this, [this, pane] { leave(*pane); });
    connect(&pane->header(), &ConversationHeader::windowWanted, this,
            [this, pane] { Q_EMIT windowWanted(pane->shown()); });
    connect(pane->header().cardButton(), &QToolButton::clicked, this, &PaneRow::cardToggled);
    return pane;
}

ConversationPane* PaneRow::paneOf(const ConversationId& id) const
{
    const auto found = std::ranges::find_if(m_panes, [&](const ConversationPane* pane) { return pane->shown() == id; });
    return found == m_panes.end() ? nullptr : *found;
}

std::size_t PaneRow::roomFor() const
{
    if (!isVisible())
        return mostPanes;   // not laid out yet
    return std::clamp<std::size_t>(std::size_t(width() / m_context.theme.px(leastPane)), 1, mostPanes);
}

std::vector<Conversation> PaneRow::conversations() const
{
    std::vector<Conversation> open;
    for (const ConversationPane* pane : m_panes)
        if (pane->conversation())
            open.push_back(*pane->conversation());
    return open;
}

std::vector<ConversationId> PaneRow::shown() const
{
    std::vector<ConversationId> ids;
    for (const ConversationPane* pane : m_panes)
        if (!pane->shown().empty())
            ids.push_back(pane->shown());
    return ids;
}

void PaneRow::activate(ConversationPane& pane)
{
    if (m_active == &pane)
        return;
    m_active = &pane;
    mark();
    Q_EMIT activeChanged();
}

void PaneRow::mark()
{
    for (ConversationPane* pane : m_panes)
        pane->setAmongOthers(pane == m_active, m_panes.size() == 1);
}

void PaneRow::open(const ConversationId& id)
{
    if (ConversationPane* known = paneOf(id))
        activate(*known);
    m_active->open(id);
}

void PaneRow::openBeside(const ConversationId& id)
{
    if (id.empty() || m_active->shown().empty() || paneOf(id))
        return open(id);
    if (m_panes.size() < roomFor()) {
        activate(*addPane());
        mark();
        m_splitter->setSizes(QList<int>(qsizetype(m_panes.size()), width() / int(m_panes.size())));
    } else if (m_panes.size() > 1) {
        activate(*m_panes[m_panes.back() == m_active ? m_panes.size() - 2 : m_panes.size() - 1]);
    }
    m_active->open(id);
}

void PaneRow::leave(ConversationPane& pane)
{
    if (m_panes.size() > 1)
        remove(&pane);
}

void PaneRow::remove(ConversationPane* pane)
{
    const auto at = std::ranges::find(m_panes, pane);
    const bool wasActive = pane == m_active;
    const auto next = m_panes.erase(at);
    if (wasActive)
        m_active = next == m_panes.end() ? m_panes.back() : *next;
    pane->disconnect(this);
    pane->hide();
    pane->deleteLater();
    mark();
    if (wasActive)
        m_active->talk().composer()->takeKeyboard();
    Q_EMIT activeChanged();
    Q_EMIT changed();
}

void PaneRow::cycle(int step)
{
    const auto at = std::ranges::find(m_panes, m_active) - m_panes.begin();
    const auto count = std::ptrdiff_t(m_panes.size());
    activate(*m_panes[std::size_t((at + step + count) % count)]);
    m_active->talk().composer()->takeKeyboard();
}

void PaneRow::tick(Instant now)
{
    for (ConversationPane* pane : m_panes)
        pane->tick(now);
}

// A narrower window keeps as many as can be read, and the active one in any case.
void PaneRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    while (m_panes.size() > roomFor())
        remove(m_panes.back() == m_active ? m_panes.front() : m_panes.back());
}

}
