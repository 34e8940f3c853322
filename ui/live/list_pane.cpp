#include "ui/live/list_pane.h"

#include "routing/rulebook/rulebook.h"
#include "ui/live/floor_actions.h"
#include "ui/live/live_view.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

ListPane::ListPane(const PageContext& context, LiveModel& model, const LiveFigures& figures, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(model),
      m_figures(figures),
      m_header(new PaneHeader(context.theme, tr("All waiting"))),
      m_filter(new QLineEdit),
      m_columns(newButton(tr("Columns"), u"liveColumns"_s)),
      m_agentsToggle(newButton(tr("Agents"), u"toggleAgents"_s)),
      m_alert(new InlineMessage(context.theme, MessageKind::Warning)),
      m_refusal(new InlineMessage(context.theme, MessageKind::Bad)),
      m_view(new LiveView(context.theme, model)),
      m_actions(new FloorActions(context, *m_view)),
      m_empty(new EmptyState(context.theme, {}, tr("Switch on practice visitors"))),
      m_demo(newLink(tr("Open the demo page"), u"openDemoPage"_s)),
      m_sorted(newLabel({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_held(newLabel({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_apply(newLink(tr("Apply order"), u"applyOrder"_s)),
      m_applyKey(newKeyCap(context.theme, u"R"_s))
{
    setSurface(*this, context.theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader();
    column->addWidget(m_header);
    auto* alertRow = new QHBoxLayout;
    alertRow->setContentsMargins(context.theme.px(16), context.theme.px(8), context.theme.px(16), context.theme.px(8));
    alertRow->addWidget(m_alert);
    m_alert->setObjectName(u"liveAlert"_s);
    column->addLayout(alertRow);
    column->addWidget(m_refusal);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(newLine(context.theme));
    column->addWidget(newFooter());
    connect(m_view, &LiveView::opened, this, &ListPane::opened);
    connect(m_view, &LiveView::holdChanged, this, &ListPane::showOrderState);
    connect(&m_model, &LiveModel::changesWaitingChanged, this, &ListPane::showOrderState);
    connect(&context.model, &ConsoleModel::alertsChanged, this, &ListPane::showAlert);
    connect(m_alert, &InlineMessage::linkActivated, this, [this](const QString& name) {
        const std::vector<Alert> alerts = m_context.model.alertsForMe();
        if (alerts.empty())
            return;
        if (name == u"openAlert")
            Q_EMIT opened(alerts.back().conversation);
        m_context.model.acknowledge(alerts.back());
    });
    connect(&context.model, &ConsoleModel::gatewayChanged, this, &ListPane::refresh);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &ListPane::refresh);
    connectActions();
    addNextSteps();
    restoreColumns();
    showAlert();
    refresh();
}

// What a lead can do with the chosen conversation stands in its menu and under single keys.
void ListPane::connectActions()
{
    m_refusal->setObjectName(u"liveRefusal"_s);
    m_refusal->setDismissable(true);
    m_refusal->hide();
    const auto choose = [this] { m_actions->choose(m_view->currentConversation()); };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, choose);
    connect(&m_model, &QAbstractItemModel::modelReset, this, choose);
    connect(m_view, &LiveView::menuAboutToShow, this, [this, choose](QMenu& menu) {
        choose();
        m_actions->addTo(menu);
        menu.addSeparator();
        QAction* why = menu.addAction(tr("Why did it go there?"));
        why->setObjectName(u"whyDidItGoThere"_s);
        connect(why, &QAction::triggered, this, [this, id = m_view->currentConversation()] { Q_EMIT whyWanted(id); });
    });
    connect(m_actions, &FloorActions::opened, this, &ListPane::opened);
    connect(m_actions, &FloorActions::refused, this, [this](const QString& why) {
        m_refusal->setText(tr("That was not done."), why);
        m_refusal->setVisible(!why.isEmpty());
    });
    connect(m_refusal, &InlineMessage::dismissed, m_refusal, &QWidget::hide);
}

void ListPane::buildHeader()
{
    m_filter->setObjectName(u"liveFilter"_s);
    m_filter->setPlaceholderText(tr("Filter this list"));
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setToolTip(tr("Names, companies, intents, queues, people or #numbers. Press / to come here."));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    m_filter->setFixedWidth(m_context.theme.px(176));
    m_filter->addAction(m_context.theme.icon(u"filter"_s, ThemeColor::TextMuted), QLineEdit::LeadingPosition)
        ->setObjectName(u"filterMark"_s);
    m_columns->setIcon(m_context.theme.icon(u"columns"_s));
    m_agentsToggle->setIcon(m_context.theme.icon(u"panel-right"_s));
    m_agentsToggle->setCheckable(true);
    m_header->addRight(m_filter);
    m_header->addRight(m_columns);
    m_header->addRight(m_agentsToggle);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        const ConversationId kept = m_view->currentConversation();
        m_shown.words = folded(words.simplified().toStdString());
        m_model.setFilter(m_shown);
        m_view->select(kept);
        refresh();
    });
    connect(m_columns, &QPushButton::clicked, this, &ListPane::showColumnsMenu);
}

QWidget* ListPane::newFooter()
{
    Theme& theme = m_context.theme;
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    row->setSpacing(theme.px(8));
    row->addWidget(m_sorted);
    row->addStretch(1);
    row->addWidget(m_held);
    row->addWidget(m_apply);
    row->addWidget(m_applyKey);
    const auto resize = [footer, &theme] { footer->setFixedHeight(theme.px(36)); };
    connect(&theme, &Theme::changed, footer, resize);
    resize();
    connect(m_apply, &QPushButton::clicked, this, [this] { m_model.applyOrder(); });
    return footer;
}

void ListPane::showView(const QString& title, const LiveFilter& filter)
{
    m_header->setTitle(title);
    m_shown = filter;
    m_shown.words = folded(m_filter->text().simplified().toStdString());
    m_model.setFilter(m_shown);
    refresh();
}

void ListPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

namespace {

QString sentenceFor(LiveFilter::View view)
{
    switch (view) {
    case LiveFilter::View::AllWaiting:
        return ListPane::tr("Nobody is waiting for a person.");
    case LiveFilter::View::Queue:
        return ListPane::tr("Nobody is waiting in this queue.");
    case LiveFilter::View::AiAnswering:
        return ListPane::tr("The AI has answered everybody who wrote.");
    case LiveFilter::View::AiWaitingForVisitor:
        break;
    }
    return ListPane::tr("No conversation with the AI waits for its visitor.");
}

}

void ListPane::refresh()
{
    const int rows = m_model.rowCount();
    const QueueFigures figures
        = m_shown.view == LiveFilter::View::Queue ? m_figures.queue(m_shown.queue) : m_figures.all();
    const bool waiting = m_shown.view == LiveFilter::View::AllWaiting || m_shown.view == LiveFilter::View::Queue;
    const bool counted = waiting && m_shown.words.empty();
    const int shown = counted ? figures.waiting : rows;
    QString detail = shown == 1 ? tr("1 conversation") : tr("%1 conversations").arg(formatCount(shown));
    if (counted && figures.overTarget > 0)
        detail += tr(", %1 over target").arg(formatCount(figures.overTarget));
    if (counted && rows > figures.waiting)   // practice and imported rows show, and stay out of the figures
        detail += tr(" · %1 not counted").arg(formatCount(rows - figures.waiting));
    m_header->setDetail(rows == 0 ? QString() : detail);
    m_view->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    if (rows == 0)
        showEmpty();
    showOrderState();
}

void ListPane::addNextSteps()
{
    static_cast<QVBoxLayout*>(m_empty->layout())
        ->insertWidget(m_empty->layout()->count() - 1, m_demo, 0, Qt::AlignHCenter);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        m_context.model.submit(SwitchPractice{true, m_context.session.agent});
    });
    connect(m_demo, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl(m_context.model.gatewayAddress() + u"/demo"_s)); });
}

void ListPane::showEmpty()
{
    const ConsoleModel& console = m_context.model;
    const bool nothingYet = console.loaded() && m_shown.words.empty() && console.conversations().empty();
    const bool reachable = !console.gatewayAddress().isEmpty();
    m_empty->button()->setVisible(nothingYet && !console.practiceOn() && m_context.session.mayEditSettings());
    m_demo->setVisible(nothingYet && reachable);
    QString why;
    if (nothingYet)
        why = reachable ? tr("There are no open conversations. One appears here as soon as a visitor writes.")
                        : tr("There are no open conversations, and the website chat is not running.");
    else if (console.loaded())
        why = m_shown.words.empty() ? sentenceFor(m_shown.view)
                                    : tr("Nothing here matches “%1”.").arg(m_filter->text().left(60));
    m_empty->setSentence(why);
}

void ListPane::showOrderState()
{
    const bool usual = m_model.sortColumn() == LiveColumn::Tier && m_model.sortOrder() == Qt::AscendingOrder;
    m_sorted->setText(
        usual ? tr("Sorted by tier, then time left")
              : tr("Sorted by %1")
                    .arg(m_model.headerData(int(m_model.sortColumn()), Qt::Horizontal).toString().toLower()));
    const int waiting = m_model.changesWaiting();
    m_held->setText(!m_model.orderHeld() ? QString()
                        : waiting == 0   ? tr("Order is held while you are in the list")
                                         : tr("Order is held: %1 to move").arg(formatCount(waiting)));
    m_apply->setVisible(waiting > 0);
    m_applyKey->setVisible(waiting > 0);
}

void ListPane::showAlert()
{
    const std::vector<Alert> alerts = m_context.model.alertsForMe();
    m_alert->setVisible(!alerts.empty());
    if (alerts.empty())
        return;
    const Alert& newest = alerts.back();
    const std::vector<AlertTrigger>& triggers = m_context.model.rulebook().alerts;
    const auto trigger = std::ranges::find(triggers, newest.trigger, &AlertTrigger::id);
    const QString name = line(trigger != triggers.end() ? trigger->name : newest.trigger.value, 60);
    QString why = line(newest.text, 200);
    if (alerts.size() > 1)
        why += u' ' + tr("%1 more.").arg(alerts.size() - 1);
    m_alert->setText(name.endsWith(u'.') ? name : name + u'.', why);
    m_alert->setLinks({{u"openAlert"_s, tr("Open conversation")}, {u"dismissAlert"_s, tr("Dismiss")}});
}

void ListPane::showColumnsMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"columnsMenu"_s);
    for (int column = 0; column < liveColumnCount; ++column) {
        if (LiveColumn(column) == LiveColumn::Visitor)
            continue;   // a row without its visitor is nobody's
        QAction* action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->hiddenColumns().contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            QList<int> hidden = m_view->hiddenColumns();
            hidden.removeAll(column);
            if (!shown)
                hidden.append(column);
            m_view->setHiddenColumns(hidden);
            QStringList kept;
            for (const int each : hidden)
                kept.append(QString::number(each));
            m_context.state.setString(u"live/hiddenColumns"_s, kept.join(u','));
        });
    }
    menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 2)));
}

void ListPane::restoreColumns()
{
    QList<int> hidden;
    for (const QString& each : m_context.state.string(u"live/hiddenColumns"_s).split(u',', Qt::SkipEmptyParts))
        if (const int column = each.toInt();
            column >= 0 && column < liveColumnCount && column != int(LiveColumn::Visitor))
            hidden.append(column);
    m_view->setHiddenColumns(hidden);
}

}
