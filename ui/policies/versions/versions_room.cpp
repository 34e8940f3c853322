#include "ui/policies/versions/versions_room.h"

#include "ui/policies/draft/difference_view.h"
#include "ui/policies/draft/policy_order.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/versions/versions_model.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <functional>
#include <set>

namespace signalbox {
namespace {

constexpr int leastList = 440;
constexpr int leastComparison = 400;

}

VersionsRoom::VersionsRoom(const StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(context.page.port, context.page.model),
      m_model(new VersionsModel(context.page, this))
{
    setObjectName(QStringLiteral("versionsRoom"));
    Theme& theme = context.page.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_splitter = newSplitter(Qt::Horizontal, QStringLiteral("versionsSplitter"), this);
    buildList(*m_splitter);
    buildComparison(*m_splitter);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({theme.px(656), theme.px(552)});
    column->addWidget(m_splitter);
    connectParts();
    refreshButtons();
}

VersionsRoom::~VersionsRoom() = default;

void VersionsRoom::buildList(QSplitter& splitter)
{
    Theme& theme = m_context.page.theme;
    auto* pane = new QWidget(&splitter);
    pane->setMinimumWidth(theme.px(leastList));
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PaneHeader(theme, tr("Versions"), pane));
    m_table = new QTableView(pane);
    m_table->setObjectName(QStringLiteral("versionsTable"));
    m_table->setAccessibleName(tr("Versions of the rulebook, newest first"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto fit = [this, &theme] {
        m_table->verticalHeader()->setDefaultSectionSize(theme.px(34));
        m_table->setColumnWidth(VersionsModel::VersionColumn, theme.px(76));
        m_table->setColumnWidth(VersionsModel::PublishedColumn, theme.px(180));
        m_table->setColumnWidth(VersionsModel::ByColumn, theme.px(120));
        m_table->setColumnWidth(VersionsModel::DecisionsColumn, theme.px(84));
    };
    m_table->horizontalHeader()->setSectionResizeMode(VersionsModel::NoteColumn, QHeaderView::Stretch);
    connect(&theme, &Theme::changed, this, fit);
    fit();
    setSurface(*m_table->viewport(), theme, ThemeColor::Panel);
    column->addWidget(m_table, 1);
    m_empty = new EmptyState(theme, tr("No version is published yet. The first one you publish becomes version 1."), {},
                             pane);
    m_empty->hide();
    column->addWidget(m_empty, 1);
}

void VersionsRoom::buildComparison(QSplitter& splitter)
{
    Theme& theme = m_context.page.theme;
    auto* pane = new QWidget(&splitter);
    pane->setMinimumWidth(theme.px(leastComparison));
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PaneHeader(theme, tr("Compare"), pane);
    m_before = new QuietCombo(tr("Before"), QStringLiteral("compareBefore"), pane);
    m_before->setPlaceholderText(tr("Nothing", "to compare a version with"));
    m_after = new QuietCombo(tr("After"), QStringLiteral("compareAfter"), pane);
    m_again = newButton(tr("Publish again…"), QStringLiteral("publishAgain"), pane);
    m_take = newButton(tr("Take as draft"), QStringLiteral("takeAsDraft"), pane);
    m_head->addRight(m_take);
    m_head->addRight(m_again);
    column->addWidget(m_head);
    auto* both = new QHBoxLayout;
    both->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    both->setSpacing(theme.px(8));
    both->addWidget(m_after);
    both->addWidget(
        newLabel(tr("with", "compare one version with another"), theme, TextStyle::Body, ThemeColor::TextMuted, pane));
    both->addWidget(m_before);
    both->addStretch(1);
    column->addLayout(both);
    column->addWidget(newLine(theme, pane));
    m_message = new InlineMessage(theme, MessageKind::Info, pane);
    m_message->hide();
    column->addWidget(m_message);
    m_difference = new DifferenceView(theme, m_context.analysis, pane);
    m_difference->setPlacesOpen(false);
    column->addWidget(m_difference, 1);
}

void VersionsRoom::connectParts()
{
    connect(&m_context.analysis, &AnalysisPort::versionsListed, this,
            [this](quint64 ticket, const std::vector<VersionRow>& versions) {
                if (ticket != m_listing)
                    return;
                m_model->setVersions(versions);
                fillCombos();
                if (!m_after->currentData().isValid() && m_model->rowCount() > 0)
                    m_table->selectRow(0);
                else
                    compare();   // another version may be live by now
                m_empty->setVisible(m_model->rowCount() == 0);
                m_table->setVisible(m_model->rowCount() > 0);
            });
    connect(&m_context.analysis, &AnalysisPort::versionRead, this, [this](quint64 ticket, const QString& document) {
        if (const auto read = m_reading.find(ticket); read != m_reading.end()) {
            m_documents[read->second] = document.toStdString();
            m_reading.erase(read);
            compare();
        }
    });
    connect(&m_context.analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket != m_listing && m_reading.erase(ticket) == 0)
            return;
        m_message->setKind(MessageKind::Bad);
        m_message->setText(tr("The versions could not be read."), text(why.toStdString()));
        m_message->show();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { chooseRow(chosen()); });
    connect(m_before, &QComboBox::activated, this, &VersionsRoom::compare);
    connect(m_after, &QComboBox::activated, this, &VersionsRoom::compare);
    connect(m_again, &QPushButton::clicked, this, &VersionsRoom::publishAgain);
    connect(m_take, &QPushButton::clicked, this, &VersionsRoom::takeAsDraft);
    connect(m_difference, &DifferenceView::witnessWanted, this,
            [this](const Values& witness) { m_context.selection.tryOut(tr("Comes out differently"), witness); });
    connect(&m_context.page.model, &ConsoleModel::sessionChanged, this, &VersionsRoom::refreshButtons);
    connect(&m_context.page.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.rulebook && isVisible())
            refreshVersions();
    });
}

void VersionsRoom::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refreshVersions();
}

QSize VersionsRoom::minimumSizeHint() const
{
    const Theme& theme = m_context.page.theme;
    return {theme.px(leastList), theme.px(360)};
}

// Where list and comparison have no room side by side, one stands above the other.
void VersionsRoom::resizeEvent(QResizeEvent*)
{
    const bool wide = width() >= m_context.page.theme.px(leastList + leastComparison);
    m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
}

void VersionsRoom::refreshVersions() { m_listing = m_context.analysis.askVersions(); }

int VersionsRoom::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->versions()[std::size_t(current.row())].version : -1;
}

void VersionsRoom::fillCombos()
{
    std::set<int, std::greater<>> known{m_context.draft.baseVersion(), m_context.draft.liveVersion()};
    for (const VersionRow& version : m_model->versions())
        known.insert(version.version);
    known.erase(theDraft);
    for (QuietCombo* combo : {m_before, m_after}) {
        const QVariant before = combo->currentData();
        const QSignalBlocker quiet(combo);
        combo->clear();
        combo->addItem(tr("Draft"), theDraft);
        for (const int version : known)
            combo->addItem(tr("v%1").arg(version), version);
        combo->chooseData(before);
    }
}

// A chosen version is compared with the one before it: what did it change?
void VersionsRoom::chooseRow(int version)
{
    const int row = m_model->rowOf(version);
    if (row < 0)
        return;
    const bool hasOlder = row + 1 < m_model->rowCount();
    m_after->chooseData(version);
    m_before->chooseData(hasOlder ? QVariant(m_model->versions()[std::size_t(row + 1)].version) : QVariant());
    compare();
}

void VersionsRoom::compareDraft()
{
    fillCombos();
    m_after->chooseData(theDraft);
    m_before->chooseData(m_context.draft.baseVersion());
    compare();
}

std::optional<std::string> VersionsRoom::document(int version)
{
    if (version == theDraft)
        return m_context.draft.document();
    if (const RulebookOnScreen& live = m_context.page.model.rulebookOnScreen(); version == live.version)
        return live.document;
    if (const auto known = m_documents.find(version); known != m_documents.end())
        return known->second;
    for (const auto& [ticket, read] : m_reading)
        if (read == version)
            return std::nullopt;
    m_reading.emplace(m_context.analysis.askVersion(version), version);
    return std::nullopt;
}

void VersionsRoom::compare()
{
    refreshButtons();
    if (!m_after->currentData().isValid())
        return;
    const auto after
        = document(m_after->currentData().toInt());   // it may be wanted again, whatever it is compared with
    const QString name = m_after->currentText();
    if (!m_before->currentData().isValid())
        return m_difference->showNothing(tr("%1 is the first version: nothing is older.").arg(name));
    if (m_after->currentData() == m_before->currentData())
        return m_difference->showNothing(tr("That is %1 twice: choose another one on one side.").arg(name));
    const auto before = document(m_before->currentData().toInt());
    if (!after || !before)
        return;   // compared when it has been read
    const Rulebook rulebookAfter = readInTrialOrder(*after);
    const Rulebook rulebookBefore = readInTrialOrder(*before);
    m_difference->compare({rulebookBefore, *before}, {rulebookAfter, *after});
}

}
