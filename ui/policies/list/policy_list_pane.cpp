#include "ui/policies/list/policy_list_pane.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/list/policy_view.h"
#include "ui/policies/list/policy_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"
#include "ui/shared/undo_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace signalbox {

PolicyListPane::PolicyListPane(const StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(context),
      m_model(context),
      m_view(new PolicyView(context.page.theme, this))
{
    setObjectName(QStringLiteral("policyListPane"));
    m_filter.setSourceModel(&m_model);
    m_view->setModel(&m_filter);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    build();
    buildActions();
    connectParts();
    fillFilter();
    showIntro();
    showWhatIsThere();
}

void PolicyListPane::build()
{
    Theme& theme = m_context.page.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    m_message = new InlineMessage(theme, MessageKind::Warning, this);
    m_message->setDismissable(true);
    m_message->hide();
    column->addWidget(m_message);
    column->addWidget(newLine(theme, this));
    m_empty = new EmptyState(theme, {}, tr("New policy"), this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_undo = new UndoBar(theme, this);
    column->addWidget(m_undo);
    column->addWidget(newLine(theme, this));
    column->addWidget(buildFoot());
}

QWidget* PolicyListPane::buildTop()
{
    Theme& theme = m_context.page.theme;
    auto* top = new QWidget(this);
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    column->setSpacing(theme.px(8));
    auto* first = new QHBoxLayout;
    first->setSpacing(theme.px(4));
    m_intro = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, top);
    first->addWidget(m_intro, 1);
    QPushButton* const add = newButton(tr("New policy"), QStringLiteral("newPolicy"), top);
    add->setIcon(theme.icon(QStringLiteral("plus")));
    first->addWidget(add);
    QToolButton* const start = newIconButton(theme, QStringLiteral("chevron-down"), tr("Start from a template"),
                                             QStringLiteral("policyTemplates"), top);
    first->addWidget(start);
    column->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(theme.px(8));
    m_search = new QLineEdit(top);
    m_search->setObjectName(QStringLiteral("policySearch"));
    m_search->setAccessibleName(tr("Find policies"));
    m_search->setPlaceholderText(tr("Find policies  /"));
    m_search->setMaxLength(200);
    m_search->setClearButtonEnabled(true);
    m_kind = new QuietCombo(tr("Which policies"), QStringLiteral("policyFilter"), top);
    m_kind->setMinimumContentsLength(10);
    second->addWidget(m_search, 1);
    second->addWidget(m_kind);
    column->addLayout(second);
    connect(add, &QPushButton::clicked, this, &PolicyListPane::addEmpty);
    connect(start, &QToolButton::clicked, this, &PolicyListPane::showTemplates);
    return top;
}

QWidget* PolicyListPane::buildFoot()
{
    Theme& theme = m_context.page.theme;
    auto* foot = new QWidget(this);
    auto* keys = new QHBoxLayout(foot);
    keys->setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8));
    keys->setSpacing(theme.px(6));
    const auto words = [&](const QString& said) {
        keys->addWidget(newLabel(said, theme, TextStyle::Secondary, ThemeColor::TextMuted, foot));
    };
    words(tr("Drag to reorder, or"));
    keys->addWidget(newKeyCap(theme, tr("Alt+↑"), foot));
    keys->addWidget(newKeyCap(theme, tr("Alt+↓"), foot));
    words(QStringLiteral("·"));
    keys->addWidget(newKeyCap(theme, tr("Space"), foot));
    words(tr("on or off"));
    keys->addStretch();
    return foot;
}

void PolicyListPane::connectParts()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid() && !m_choosing)
            m_context.selection.choosePolicy(PolicyId{current.data(PolicyRowsModel::IdRole).toString().toStdString()});
    });
    connect(m_view, &PolicyView::dropped, this, &PolicyListPane::drop);
    connect(m_view, &PolicyView::switched, this, &PolicyListPane::switchChosen);
    connect(m_view, &QListView::activated, this, &PolicyListPane::editWanted);
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { showMenu(m_view->viewport()->mapToGlobal(at)); });
    connect(&m_context.selection, &StudioSelection::policyChosen, this, &PolicyListPane::choose);
    connect(&m_context.draft, &RulebookDraft::policiesChanged, this, [this] {
        showWhatIsThere();
        showIntro();
    });
    connect(&m_context.draft, &RulebookDraft::roomsChanged, this, &PolicyListPane::fillFilter);
    connect(&m_context.draft, &RulebookDraft::reloaded, this, &PolicyListPane::askTraffic);
    connect(&m_context.draft.undoStack(), &QUndoStack::indexChanged, this, [this](int at) {
        if (m_undoAt >= 0 && at != m_undoAt)
            m_undo->dismiss();
    });
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        if (!m_filter.isActive())
            return addEmpty();
        m_search->clear();
        m_kind->setCurrentIndex(0);
        takeFilter();
    });
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(std::chrono::milliseconds(120));
    connect(m_search, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(&m_searchPause, &QTimer::timeout, this, &PolicyListPane::takeFilter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        takeFilter();
        m_view->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_kind, &QComboBox::activated, this, &PolicyListPane::takeFilter);
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
    m_trafficLater.setInterval(std::chrono::minutes(1));
    connect(&m_trafficLater, &QTimer::timeout, this, &PolicyListPane::askTraffic);
    connect(&m_context.analysis, &AnalysisPort::trafficCounted, this, [this](quint64 ticket, const Traffic& traffic) {
        if (ticket != m_trafficTicket)
            return;
        m_model.setTraffic(traffic);
        showIntro();
        Q_EMIT trafficChanged();
    });
}

void PolicyListPane::showEvent(QShowEvent*)
{
    askTraffic();
    m_trafficLater.start();
}

void PolicyListPane::askTraffic()
{
    if (!isVisible())
        return;
    const Instant now = m_context.page.now();
    m_trafficTicket = m_context.analysis.askTraffic({now - std::chrono::days{7}, now});
}

void PolicyListPane::showIntro()
{
    const std::int64_t conversations = m_model.traffic().conversations;
    m_intro->setText(conversations > 0 ? tr("The first that matches decides. Share of %1 conversations, last 7 days.")
                                             .arg(formatCount(conversations))
                                       : tr("Tried from the top. The first that matches decides."));
}

void PolicyListPane::showWhatIsThere()
{
    const bool isEmpty = m_filter.rowCount() == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_view);
    if (isEmpty) {
        const bool filtered = m_filter.isActive() && m_model.rowCount() > 0;
        m_empty->setSentence(filtered ? tr("No policy is like that.")
                                      : tr("There are no policies: the AI answers, and hands over what it cannot."));
        m_empty->button()->setText(filtered ? tr("Show all") : tr("New policy"));
    }
    const PolicyId& wanted = m_context.selection.policy();
    if (m_model.rowOf(wanted) >= 0)
        choose(wanted);
    else
        chooseNear(m_view->currentIndex().isValid() ? m_view->currentIndex().row() : 0);
}

void PolicyListPane::fillFilter()
{
    const QVariant before = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("All policies"), QStringLiteral("all"));
    m_kind->addItem(tr("Changed"), QStringLiteral("changed"));
    m_kind->addItem(tr("With problems"), QStringLiteral("problems"));
    m_kind->addItem(tr("Off"), QStringLiteral("off"));
    for (const PolicyGroup& group : m_context.draft.rulebook().groups)
        m_kind->addItem(groupTitle(group), QStringLiteral("group:") + QString::fromStdString(group.id.value));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(before)));
    takeFilter();
}

void PolicyListPane::takeFilter()
{
    const QString kind = m_kind->currentData().toString();
    const QString prefix = QStringLiteral("group:");
    using Kind = PolicyFilter::Kind;
    m_filter.setWords(m_search->text());
    if (kind.startsWith(prefix))
        m_filter.setKind(Kind::Group, kind.mid(prefix.size()));
    else
        m_filter.setKind(kind == QLatin1String("changed")        ? Kind::Changed
                             : kind == QLatin1String("problems") ? Kind::WithProblems
                             : kind == QLatin1String("off")      ? Kind::Off
                                                                 : Kind::All);
    showWhatIsThere();
}

void PolicyListPane::findInList()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

}
