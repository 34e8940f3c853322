#include "ui/policies/try/try_pane.h"

#include "ui/policies/try/outcome_section.h"
#include "ui/policies/try/path_delegate.h"
#include "ui/policies/try/recent_impact.h"
#include "ui/policies/try/smallest_change.h"
#include "ui/policies/try/try_pane_parts.h"
#include "ui/policies/try/values_view.h"
#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QString trySplitterKey = u"policies/try"_s;

}

TryPane::TryPane(const StudioContext& studio, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"tryPane"_s);
    setAccessibleName(tr("Try"));
    m_parts = std::make_unique<Parts>(*this, studio);
}

TryPane::~TryPane() = default;

QList<QAction*> TryPane::menuActions() const { return m_parts->actions; }

TryPane::Parts::Parts(TryPane& pane, const StudioContext& studio)
    : m_pane(pane),
      m_studio(studio),
      m_trial(studio),
      m_path(m_trial, m_studio.selection),
      m_run(newSmallButton(TryPane::tr("Run"), u"runTry"_s, &pane)),
      m_sample(newButton({}, u"trySample"_s, &pane)),
      m_keep(newLink(TryPane::tr("Save as case"), u"saveAsCase"_s, &pane)),
      m_message(new InlineMessage(studio.page.theme, MessageKind::Good, &pane))
{
    Theme& theme = studio.page.theme;
    setSurface(pane, theme, ThemeColor::Raised);
    auto* column = new QVBoxLayout(&pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead();
    m_message->setDismissable(true);
    m_message->hide();
    column->addWidget(m_message);
    m_splitter = newSplitter(Qt::Vertical, u"trySplitter"_s, &pane);
    buildPath();
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(buildLower());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->restoreState(studio.page.state.bytes(trySplitterKey));
    column->addWidget(m_splitter, 1);
    m_empty = new EmptyState(theme, {}, TryPane::tr("Choose a conversation"), &pane);
    column->addWidget(m_empty, 1);
    m_impactLine = newLine(theme, &pane);
    column->addWidget(m_impactLine);
    m_impact = new RecentImpact(studio, &pane);
    column->addWidget(m_impact);
    pane.installEventFilter(this);
    buildActions();
    connectParts();
    refresh();
}

void TryPane::Parts::buildHead()
{
    Theme& theme = m_studio.page.theme;
    auto* column = static_cast<QVBoxLayout*>(m_pane.layout());
    auto* header = new PaneHeader(theme, TryPane::tr("Try"), &m_pane);
    m_run->setToolTip(TryPane::tr("Decide again, at this moment's rules (F5)"));
    header->addRight(m_run);
    column->addWidget(header);
    auto* block = new QVBoxLayout;
    block->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10));
    block->setSpacing(theme.px(6));
    m_sample->setIcon(theme.icon(u"search"_s));
    m_sample->setToolTip(TryPane::tr("Choose a conversation of the past (Ctrl+Shift+O)"));
    m_sample->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    block->addWidget(m_sample);
    auto* links = new QHBoxLayout;
    links->setSpacing(theme.px(8));
    const auto addLink = [&](const QString& text, const QString& name, const std::function<void()>& act) {
        QPushButton* link = newLink(text, name, &m_pane);
        connect(link, &QPushButton::clicked, this, act);
        links->addWidget(link);
    };
    addLink(TryPane::tr("Of this policy"), u"tryOfPolicy"_s, [this] {
        const PolicyId& policy = m_studio.selection.policy();
        openPicker(policy.empty() ? std::nullopt : std::optional(policy));
    });
    addLink(TryPane::tr("Saved cases"), u"trySavedCases"_s, [this] { showCases({}); });
    addLink(TryPane::tr("Paste JSON"), u"tryPaste"_s, [this] { openPaste(); });
    addLink(TryPane::tr("Type values"), u"tryTyped"_s, [this] {
        tryValues(TryPane::tr("Values typed in"), {{"conversation.channel", std::string("website")}});
        m_values->setFocusOnFirst();
    });
    links->addStretch(1);
    block->addLayout(links);
    column->addLayout(block);
    column->addWidget(newLine(theme, &m_pane));
    auto* outcome = new QHBoxLayout;
    outcome->setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10));
    m_outcome = new OutcomeSection(m_studio, m_trial, &m_pane);
    outcome->addWidget(m_outcome, 1);
    outcome->addWidget(m_keep, 0, Qt::AlignTop);
    column->addLayout(outcome);
}

void TryPane::Parts::buildPath()
{
    Theme& theme = m_studio.page.theme;
    m_list = new QListView(&m_pane);
    m_list->setObjectName(u"tryPath"_s);
    m_list->setAccessibleName(TryPane::tr("The way through the policies"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_path);
    m_list->setItemDelegate(new PathDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMinimumHeight(theme.px(120));
    setSurface(*m_list->viewport(), theme, ThemeColor::Raised);
}

QWidget* TryPane::Parts::buildLower()
{
    auto* lower = new QWidget(&m_pane);
    auto* column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_change = new SmallestChange(m_studio, m_trial, lower);
    column->addWidget(m_change);
    column->addWidget(newLine(m_studio.page.theme, lower));
    m_values = new ValuesView(m_studio, m_trial, lower);
    column->addWidget(m_values, 1);
    return lower;
}

QAction* TryPane::Parts::addAction(const QString& name, const QString& text, const QKeySequence& key,
                                   const std::function<void()>& act)
{
    auto* action = new QAction(text, &m_pane);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    actions << action;
    m_pane.addAction(action);
    return action;
}

}
