#include "ui/policies/policies_page.h"

#include "ui/policies/policies_page_parts.h"
#include "ui/policies/policy_list_delegate.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox {
namespace {

const QString splitterKey = QStringLiteral("policies/splitter");

}

PoliciesPage::PoliciesPage(const PageContext& context, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("policiesPage"));
    m_parts = std::make_unique<Parts>(*this, context);
    m_parts->buildLayout();
    m_parts->buildActions();
    m_parts->connectParts();
    m_parts->follow();
}

PoliciesPage::~PoliciesPage() = default;

QUndoStack& PoliciesPage::undoStack() { return m_parts->draft.undoStack(); }
QList<QAction*> PoliciesPage::menuActions() const { return m_parts->actions; }
void PoliciesPage::showPolicy(const PolicyId& policy) { m_parts->choose(m_parts->draft.rowOf(policy)); }

PoliciesPage::Parts::Parts(PoliciesPage& owner, const PageContext& pageContext)
    : page(owner), context(pageContext), commands(context.port, context.model), model(draft),
      header(new PaneHeader(context.theme, PoliciesPage::tr("Policies"), &page)), tag(new Tag(context.theme, &page)),
      undo(newLink({}, QStringLiteral("undoPolicyChange"), &page)),
      discard(newButton(PoliciesPage::tr("Discard"), QStringLiteral("discardDraft"), &page)),
      publish(newPrimaryButton(PoliciesPage::tr("Publish…"), QStringLiteral("publishDraft"), &page)),
      message(new InlineMessage(context.theme, MessageKind::Info, &page)), list(new QListView(&page)),
      reader(new PolicyReader(context.theme, &page)), splitter(newSplitter(Qt::Horizontal, QStringLiteral("policiesSplitter"), &page))
{
}

void PoliciesPage::Parts::buildLayout()
{
    Theme& theme = context.theme;
    auto* column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setSurface(page, theme, ThemeColor::Panel);
    header->row()->insertWidget(1, tag);
    for (QPushButton* button : {undo, discard, publish})
        header->addRight(button);
    column->addWidget(header);
    message->hide();
    column->addWidget(message);
    auto* left = new QWidget(&page);
    auto* pane = new QVBoxLayout(left);
    pane->setContentsMargins(0, 0, 0, 0);
    pane->setSpacing(0);
    QLabel* intro = newParagraph(PoliciesPage::tr("Tried from the top. The first that matches decides."), theme, TextStyle::Secondary, ThemeColor::TextMuted, left);
    intro->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    pane->addWidget(intro);
    pane->addWidget(newLine(theme, left));
    buildList();
    pane->addWidget(list, 1);
    pane->addWidget(newLine(theme, left));
    auto* keys = new QHBoxLayout;
    keys->setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8));
    keys->setSpacing(theme.px(6));
    keys->addWidget(newLabel(PoliciesPage::tr("Drag to reorder, or"), theme, TextStyle::Secondary, ThemeColor::TextMuted, left));
    keys->addWidget(newKeyCap(theme, PoliciesPage::tr("Alt+↑"), left));
    keys->addWidget(newKeyCap(theme, PoliciesPage::tr("Alt+↓"), left));
    keys->addWidget(newLabel(QStringLiteral("·"), theme, TextStyle::Secondary, ThemeColor::TextMuted, left));
    keys->addWidget(newKeyCap(theme, PoliciesPage::tr("Space"), left));
    keys->addWidget(newLabel(PoliciesPage::tr("on or off"), theme, TextStyle::Secondary, ThemeColor::TextMuted, left));
    keys->addStretch();
    pane->addLayout(keys);
    splitter->addWidget(left);
    splitter->addWidget(reader);
    left->setMinimumWidth(theme.px(320));
    reader->setMinimumWidth(theme.px(320));
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({theme.px(424), theme.px(900)});
    splitter->restoreState(context.state.bytes(splitterKey));
    connect(splitter, &QSplitter::splitterMoved, this, [this] { context.state.setBytes(splitterKey, splitter->saveState()); });
    column->addWidget(splitter, 1);
}

void PoliciesPage::Parts::buildList()
{
    list->setObjectName(QStringLiteral("policyList"));
    list->setAccessibleName(PoliciesPage::tr("Policies, in the order in which they are tried"));
    list->setFrameShape(QFrame::NoFrame);
    list->setModel(&model);
    list->setItemDelegate(new PolicyListDelegate(context.theme, list));
    list->setMouseTracking(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setDragDropMode(QAbstractItemView::InternalMove);
    list->setDefaultDropAction(Qt::MoveAction);
    list->setDragDropOverwriteMode(false);
    list->setResizeMode(QListView::Adjust);
    setSurface(*list->viewport(), context.theme, ThemeColor::Panel);
}

QAction* PoliciesPage::Parts::addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act)
{
    auto* action = new QAction(text, &page);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    actions << action;
    return action;
}

void PoliciesPage::Parts::buildActions()
{
    addAction(QStringLiteral("movePolicyUp"), PoliciesPage::tr("Move policy up"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { moveChosen(-1); });
    addAction(QStringLiteral("movePolicyDown"), PoliciesPage::tr("Move policy down"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { moveChosen(1); });
    addAction(QStringLiteral("movePolicyToTop"), PoliciesPage::tr("Move policy to the top"), QKeySequence(Qt::ALT | Qt::Key_Home), [this] { moveChosen(-model.rowCount()); });
    addAction(QStringLiteral("movePolicyToBottom"), PoliciesPage::tr("Move policy to the bottom"), QKeySequence(Qt::ALT | Qt::Key_End), [this] { moveChosen(model.rowCount()); });
    addAction(QStringLiteral("switchPolicy"), PoliciesPage::tr("Switch policy on or off"), {}, [this] {
        const int row = list->currentIndex().row();
        if (row >= 0)
            draft.setEnabled(row, !draft.policies()[std::size_t(row)].enabled);
    });
    publishAction = addAction(QStringLiteral("publishRulebook"), PoliciesPage::tr("Publish…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { publishDraft(); });
    discardAction = addAction(QStringLiteral("discardRulebookDraft"), PoliciesPage::tr("Discard draft"), {}, [this] { discardDraft(); });
    page.addActions(actions);
}

}
