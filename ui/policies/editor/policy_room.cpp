#include "ui/policies/editor/policy_room.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/policy_editor.h"
#include "ui/policies/list/policy_list_pane.h"
#include "ui/policies/list/policy_view.h"
#include "ui/policies/try/try_pane.h"
#include "ui/shared/buttons.h"
#include "ui/shared/panes.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QRegularExpression>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox {
namespace {

const QString roomSplitterKey = QStringLiteral("policies/room");
const QString tryKey = QStringLiteral("policies/try");

}

PolicyRoom::PolicyRoom(const StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_list(new PolicyListPane(context, this)),
      m_editor(new PolicyEditor(context, this)),
      m_try(new TryPane(context, this)),
      m_splitter(newSplitter(Qt::Horizontal, QStringLiteral("policyRoomSplitter"), this)),
      m_toggle(new QAction(tr("Show Try"), this))
{
    Theme& theme = context.page.theme;
    UiState& state = context.page.state;
    setObjectName(QStringLiteral("policyRoom"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_editor);
    m_splitter->addWidget(m_try);
    m_splitter->setChildrenCollapsible(false);
    const auto measure = [this, &theme] {
        m_list->setMinimumWidth(theme.px(300));
        m_editor->setMinimumWidth(theme.px(380));
    };
    connect(&theme, &Theme::changed, this, measure);
    measure();
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({theme.px(424), theme.px(728), theme.px(356)});
    m_splitter->restoreState(state.bytes(roomSplitterKey));
    m_toggle->setObjectName(QStringLiteral("toggleTry"));
    m_toggle->setCheckable(true);
    m_toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_toggle->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_toggle);
    QToolButton* const button = newIconButton(theme, QStringLiteral("panel-right"), tr("Show or hide Try"),
                                              QStringLiteral("toggleTryButton"), this);
    m_editor->addToHead(button);
    connect(button, &QToolButton::clicked, m_toggle, &QAction::trigger);
    m_wanted = state.string(tryKey, QStringLiteral("shown")) == QLatin1String("shown");
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this, &state] { state.setBytes(roomSplitterKey, m_splitter->saveState()); });
    connect(m_toggle, &QAction::triggered, this, &PolicyRoom::showTry);
    connect(m_list, &PolicyListPane::trafficChanged, this, [this] { m_editor->setTraffic(m_list->traffic()); });
    connect(&context.selection, &StudioSelection::policyChosen, this,
            [this] { m_editor->setTraffic(m_list->traffic()); });
    connect(m_list, &PolicyListPane::nameWanted, m_editor, &PolicyEditor::focusName);
    connect(m_list, &PolicyListPane::editWanted, m_editor, &PolicyEditor::focusConditions);
    setFocusProxy(m_list->view());
    arrange();
}

QList<QAction*> PolicyRoom::menuActions() const { return m_list->menuActions() << m_toggle << m_try->menuActions(); }

bool PolicyRoom::isTryShown() const { return !m_try->isHidden(); }

void PolicyRoom::showTry(bool shown)
{
    const bool roomy = width() >= m_context.page.theme.px(1380);
    if (roomy) {
        m_wanted = shown;
        m_context.page.state.setString(tryKey, shown ? QStringLiteral("shown") : QStringLiteral("hidden"));
    }
    m_opened = shown;
    arrange();
}

// With all three the editor would be too narrow for a condition: then Try stands in the list's place for a while.
void PolicyRoom::arrange()
{
    const bool roomy = width() >= m_context.page.theme.px(1380);
    const bool shown = roomy ? m_wanted : m_opened;
    m_try->setVisible(shown);
    m_list->setVisible(roomy || !shown);
    m_toggle->setChecked(shown);
    m_toggle->setText(shown ? tr("Hide Try") : tr("Show Try"));
}

void PolicyRoom::resizeEvent(QResizeEvent*) { arrange(); }

void PolicyRoom::showPolicy(const PolicyId& policy)
{
    m_context.selection.choosePolicy(policy);
    if (m_list->isVisible())
        m_list->view()->setFocus(Qt::OtherFocusReason);
}

void PolicyRoom::showPlace(const QString& pointer)
{
    static const QRegularExpression form(QStringLiteral("^/policies/(\\d{1,7})(/.*)?$"));
    const auto match = form.match(pointer);
    const auto& policies = m_context.draft.policies();
    const auto row = match.captured(1).toUInt();
    if (!match.hasMatch() || row >= policies.size())
        return;
    m_context.selection.choosePolicy(policies[row].id);
    if (!match.captured(2).isEmpty())
        m_editor->showPlace(match.captured(2));
    else if (m_list->isVisible())
        m_list->view()->setFocus(Qt::OtherFocusReason);
}

}
