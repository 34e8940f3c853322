#include "ui/policies/flow/flow_room.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/flow/flow_edits.h"
#include "ui/policies/flow/flow_table_model.h"
#include "ui/policies/flow/flow_view.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto settlePause = std::chrono::milliseconds(80);
constexpr int wholeHistory = -1;

// The start of this desk's day, `days` ago.
Instant dayBefore(Instant now, int days)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMicroseconds(now) / 1000).toLocalTime();
    return fromMicroseconds(local.date().addDays(-days).startOfDay().toMSecsSinceEpoch() * 1000);
}

}

FlowRoom::FlowRoom(const StudioContext& studio, QWidget* parent)
    : QWidget(parent),
      m_studio(studio),
      m_header(new PaneHeader(studio.page.theme, tr("Flow"), this)),
      m_period(new QuietCombo(tr("Time"), u"flowPeriod"_s, this)),
      m_origin(new QuietCombo(tr("Which conversations"), u"flowOrigin"_s, this)),
      m_asPicture(newSmallButton(tr("Picture"), u"flowAsPicture"_s, this)),
      m_asTable(newSmallButton(tr("Table"), u"flowAsTable"_s, this)),
      m_message(new InlineMessage(studio.page.theme, MessageKind::Warning, this)),
      m_stack(new QStackedWidget(this)),
      m_view(new FlowView(studio.page.theme, this)),
      m_table(new QTableView(this)),
      m_rows(new FlowTableModel(this)),
      m_figures(new ElidedLabel(studio.page.theme, TextStyle::Secondary, ThemeColor::TextMuted, this))
{
    setObjectName(u"flowRoom"_s);
    Theme& theme = studio.page.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader();
    m_message->hide();
    column->addWidget(m_message);
    m_stack->addWidget(m_view);
    buildTable();
    m_stack->addWidget(m_table);
    column->addWidget(m_stack, 1);
    column->addWidget(newLine(theme, this));
    m_figures->setObjectName(u"flowFigures"_s);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6));
    foot->addWidget(m_figures, 1);
    column->addLayout(foot);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settlePause);
    connectParts();
    showPicture(true);
    showFigures(-1);
}

FlowRoom::~FlowRoom() = default;

void FlowRoom::buildHeader()
{
    m_period->addItem(tr("Today"), 0);
    m_period->addItem(tr("Last 7 days"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    m_period->addItem(tr("Whole history"), wholeHistory);
    m_period->setCurrentIndex(1);
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);   // few words, and the header has room
    m_origin->addItem(tr("Live"));
    m_origin->addItem(tr("Imported"));
    m_origin->addItem(tr("Practice"));
    for (QPushButton* button : {m_asPicture, m_asTable})
        button->setCheckable(true);
    QToolButton* larger = newIconButton(m_studio.page.theme, u"plus"_s, tr("Larger (+)"), u"flowLarger"_s, this);
    QToolButton* smaller = newIconButton(m_studio.page.theme, u"minus"_s, tr("Smaller (−)"), u"flowSmaller"_s, this);
    QPushButton* all = newSmallButton(tr("Show all"), u"flowShowAll"_s, this);
    all->setToolTip(tr("The whole picture (0); full size (1)"));
    connect(larger, &QToolButton::clicked, m_view, [this] { m_view->zoom(1.25); });
    connect(smaller, &QToolButton::clicked, m_view, [this] { m_view->zoom(0.8); });
    connect(all, &QPushButton::clicked, m_view, &FlowView::fitAll);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_period, m_origin, smaller, larger, all, m_asPicture, m_asTable})
        m_header->addRight(part);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_header);
}

void FlowRoom::buildTable()
{
    m_table->setObjectName(u"flowTable"_s);
    m_table->setAccessibleName(tr("Policies with what they take, in the order in which they are tried"));
    m_table->setModel(m_rows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    QHeaderView* const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(FlowTableModel::WhereColumn, QHeaderView::Stretch);
    Theme& theme = m_studio.page.theme;
    const auto measure = [this, &theme, header] {
        m_table->verticalHeader()->setDefaultSectionSize(theme.px(34));
        const std::pair<int, int> widths[] = {{FlowTableModel::NumberColumn, 48}, {FlowTableModel::PolicyColumn, 280},
                                              {FlowTableModel::OnColumn, 80},     {FlowTableModel::ArrivingColumn, 120},
                                              {FlowTableModel::TakenColumn, 88},  {FlowTableModel::ShareColumn, 72}};
        for (const auto& [section, width] : widths)
            header->resizeSection(section, theme.px(width));
    };
    connect(&theme, &Theme::changed, this, measure);
    measure();
}

void FlowRoom::connectParts()
{
    connect(&m_settle, &QTimer::timeout, this, &FlowRoom::rebuild);
    connect(&m_studio.draft, &RulebookDraft::changed, this, [this] {
        if (isVisible())
            m_settle.start();
    });
    for (QComboBox* choice : {m_period, m_origin})
        connect(choice, &QComboBox::activated, this, &FlowRoom::askTraffic);
    connect(m_asPicture, &QPushButton::clicked, this, [this] { showPicture(true); });
    connect(m_asTable, &QPushButton::clicked, this, [this] { showPicture(false); });
    connect(m_view, &FlowView::nodeChanged, this, &FlowRoom::showFigures);
    connect(m_view, &FlowView::menuWanted, this, &FlowRoom::showMenu);
    connect(m_view, &FlowView::opened, this, &FlowRoom::openPolicy);
    connect(m_view, &FlowView::chosen, this,
            [this](const PolicyId& policy) { m_studio.selection.choosePolicy(policy); });
    connect(m_view, &FlowView::switched, this,
            [this](const PolicyId& policy) { switchPolicy(m_studio.draft, policy); });
    connect(m_rows, &FlowTableModel::switched, this,
            [this](const PolicyId& policy) { switchPolicy(m_studio.draft, policy); });
    connect(m_view, &FlowView::sent, this, [this](const PolicyId& policy, int destination) {
        sendTo(m_studio.draft, policy, m_view->graph().nodes[std::size_t(destination)]);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (const PolicyId policy = m_rows->policyAt(now.row()); !policy.empty())
            m_studio.selection.choosePolicy(policy);
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { openPolicy(m_rows->policyAt(index.row())); });
    connect(&m_studio.selection, &StudioSelection::policyChosen, this, [this](const PolicyId& policy) {
        m_view->setChosen(policy);
        if (const int row = m_rows->rowOf(policy); row >= 0 && row != m_table->currentIndex().row())
            m_table->setCurrentIndex(m_rows->index(row, FlowTableModel::PolicyColumn));
    });
    connect(&m_studio.analysis, &AnalysisPort::trafficCounted, this, [this](quint64 ticket, const Traffic& traffic) {
        if (ticket != m_ticket || ticket == 0)
            return;
        m_ticket = 0;
        m_traffic = traffic;
        m_message->hide();
        rebuild();
    });
    connect(&m_studio.analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket != m_ticket || ticket == 0)
            return;
        m_ticket = 0;
        m_message->setText(tr("The traffic could not be counted."), why);
        m_message->show();
    });
}

void FlowRoom::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    rebuild();
    askTraffic();
}

Period FlowRoom::period() const
{
    const Instant now = m_studio.page.now();
    const int days = m_period->currentData().toInt();
    const int origin = m_origin->currentIndex();
    Period period;
    period.since = days == wholeHistory ? Instant{} : dayBefore(now, days == 0 ? 0 : days - 1);
    period.until = now + seconds{1};
    period.live = origin == 0;
    period.imported = origin == 1;
    period.practice = origin == 2;
    return period;
}

void FlowRoom::askTraffic()
{
    if (m_ticket != 0)
        m_studio.analysis.cancel(m_ticket);
    m_ticket = m_studio.analysis.askTraffic(period());
}

void FlowRoom::rebuild()
{
    const FlowGraph graph = flowOf(m_studio.draft.rulebook(), m_traffic ? &*m_traffic : nullptr);
    m_view->setGraph(graph);
    m_rows->setGraph(graph);
    m_view->setChosen(m_studio.selection.policy());
    QString detail = !m_traffic    ? tr("Counting…")
        : graph.conversations == 1 ? tr("1 conversation")
                                   : tr("%1 conversations").arg(formatCount(graph.conversations));
    if (graph.elsewhere > 0)
        detail = tr("%1, %2 of them decided by policies that the draft does not have")
                     .arg(detail, formatCount(graph.elsewhere));
    m_header->setDetail(detail);
    showFigures(m_view->currentNode());
}

void FlowRoom::showPicture(bool picture)
{
    m_stack->setCurrentWidget(picture ? static_cast<QWidget*>(m_view) : m_table);
    m_asPicture->setChecked(picture);
    m_asTable->setChecked(!picture);
}

void FlowRoom::showFigures(int node)
{
    const FlowGraph& graph = m_view->graph();
    if (node < 0 || node >= int(graph.nodes.size())) {
        m_figures->setText(tr("Arrow keys walk through the stages, Space switches a policy, Enter opens it; "
                              "drag a policy to a queue to send it there."));
        return;
    }
    const QString words
        = tr("%1: %2", "a stage and its figures").arg(graph.nodes[std::size_t(node)].title, figuresOf(graph, node));
    m_figures->setText(words);
    m_view->setAccessibleDescription(words);
}

void FlowRoom::showMenu(int node, const QPoint& global)
{
    const FlowGraph& graph = m_view->graph();
    const FlowNode& stage = graph.nodes[std::size_t(node)];
    if (stage.kind != FlowNode::Kind::Policy)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"flowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const PolicyId policy = stage.policy;
    menu->addAction(tr("Open"), this, [this, policy] { openPolicy(policy); });
    menu->addAction(stage.on ? tr("Switch off") : tr("Switch on"), this,
                    [this, policy] { switchPolicy(m_studio.draft, policy); });
    QMenu* const send = menu->addMenu(tr("Send to"));
    send->setObjectName(u"flowSendTo"_s);
    for (const FlowNode& destination : graph.nodes)
        if (takesPolicies(destination))
            send->addAction(QString(destination.title).replace(u'&', u"&&"_s), this,
                            [this, policy, destination] { sendTo(m_studio.draft, policy, destination); });
    menu->popup(global);
}

void FlowRoom::openPolicy(const PolicyId& policy)
{
    const int row = m_studio.draft.rowOf(policy);
    if (row < 0)
        return;
    m_studio.selection.choosePolicy(policy);
    m_studio.selection.goTo(QStringLiteral("/policies/%1").arg(row));
}

}
