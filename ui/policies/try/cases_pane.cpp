#include "ui/policies/try/cases_pane.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/case_edits.h"
#include "ui/policies/try/case_runner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole;

template <class Entry>
std::vector<std::pair<decltype(Entry::id), QString>> entriesOf(const std::vector<Entry>& all)
{
    std::vector<std::pair<decltype(Entry::id), QString>> entries;
    for (const Entry& entry : all)
        entries.emplace_back(entry.id, line(entry.name.empty() ? entry.id.value : entry.name, 80));
    return entries;
}

}

CasesPane::CasesPane(const StudioContext& studio, QWidget* parent) : QWidget(parent), m_studio(studio)
{
    setObjectName(u"casesPane"_s);
    Theme& theme = studio.page.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QWidget(this);
    left->setFixedWidth(theme.px(280));
    buildList(*left);
    row->addWidget(left);
    m_detail = new QWidget(this);
    buildDetail(*m_detail);
    row->addWidget(m_detail, 1);
    connect(&studio.draft, &RulebookDraft::roomsChanged, this, &CasesPane::refreshList);
    connect(&studio.draft, &RulebookDraft::policiesChanged, this, &CasesPane::refreshDetail);
    connect(&studio.cases, &CaseRunner::changed, this, &CasesPane::refreshList);
    refreshList();
}

void CasesPane::buildList(QWidget& side)
{
    Theme& theme = m_studio.page.theme;
    setSurface(side, theme, ThemeColor::Raised);
    auto* column = new QVBoxLayout(&side);
    column->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    column->setSpacing(theme.px(8));
    m_summary = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, &side);
    m_summary->setObjectName(u"casesSummary"_s);
    column->addWidget(m_summary);
    m_list = new QListWidget(&side);
    m_list->setObjectName(u"caseList"_s);
    m_list->setAccessibleName(tr("Cases"));
    makeField(*m_list);
    column->addWidget(m_list, 1);
    QPushButton* run = newSmallButton(tr("Run all"), u"runAllCases"_s, &side);
    run->setToolTip(tr("Shift+F5"));
    column->addWidget(run, 0, Qt::AlignLeft);
    connect(run, &QPushButton::clicked, this, [this] { m_studio.cases.run(); });
    connect(m_list, &QListWidget::currentRowChanged, this, &CasesPane::refreshDetail);
}

QComboBox* CasesPane::addChoice(const QString& objectName, const QString& label)
{
    auto* choice = new QuietCombo(label, objectName, m_detail);
    static_cast<QFormLayout*>(m_detail->layout())->addRow(label, choice);
    return choice;
}

void CasesPane::buildDetail(QWidget& side)
{
    Theme& theme = m_studio.page.theme;
    auto* form = new QFormLayout(&side);
    form->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    form->setVerticalSpacing(theme.px(10));
    form->setHorizontalSpacing(theme.px(12));
    m_outcome = newParagraph({}, theme, TextStyle::Body, ThemeColor::Text, &side);
    m_outcome->setObjectName(u"caseOutcome"_s);
    form->addRow(m_outcome);
    m_name = new QLineEdit(&side);
    m_name->setObjectName(u"caseName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(200);
    form->addRow(tr("Name"), m_name);
    m_pinned = addChoice(u"casePinnedTo"_s, tr("Example of"));
    m_policy = addChoice(u"casePolicy"_s, tr("Must fire"));
    m_queue = addChoice(u"caseQueue"_s, tr("Must go to"));
    m_tier = addChoice(u"caseTier"_s, tr("Must be"));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    QPushButton* again = newSmallButton(tr("Try it"), u"tryCase"_s, &side);
    QPushButton* remove = newSmallButton(tr("Delete"), u"deleteCase"_s, &side);
    row->addWidget(again);
    row->addWidget(remove);
    row->addStretch(1);
    form->addRow(row);
    connect(again, &QPushButton::clicked, this, &CasesPane::tryChosen);
    connect(remove, &QPushButton::clicked, this, [this] { removeCase(m_studio.draft, chosen()); });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& name) {
        edit(u"case name"_s, [&name](PolicyCase& kept) { kept.name = name.trimmed().toStdString(); });
    });
    const auto follow = [this](QComboBox* choice, const std::function<void(PolicyCase&, const std::string&)>& take) {
        connect(choice, &QComboBox::activated, this, [this, choice, take] {
            const std::string id = choice->currentData(idRole).toString().toStdString();
            edit({}, [&](PolicyCase& kept) { take(kept, id); });
        });
    };
    follow(m_pinned, [](PolicyCase& kept, const std::string& id) { kept.pinnedTo.value = id; });
    follow(m_policy, [](PolicyCase& kept, const std::string& id) { kept.policy.value = id; });
    follow(m_queue, [](PolicyCase& kept, const std::string& id) { kept.queue.value = id; });
    follow(m_tier, [](PolicyCase& kept, const std::string& id) { kept.tier.value = id; });
}

CaseId CasesPane::chosen() const
{
    const QListWidgetItem* const item = m_list->currentItem();
    return item ? CaseId{item->data(idRole).toString().toStdString()} : CaseId{};
}

void CasesPane::tryChosen()
{
    const PolicyCase* const kept = findCase(m_studio.draft, chosen());
    if (!kept)
        return;
    m_studio.selection.tryOut(line(kept->name.empty() ? kept->id.value : kept->name, 120), kept->context);
    if (!kept->pinnedTo.empty())
        m_studio.selection.choosePolicy(kept->pinnedTo);
}

void CasesPane::choose(const CaseId& id)
{
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(idRole).toString().toStdString() == id.value)
            m_list->setCurrentRow(row);
}

void CasesPane::edit(const QString& mergeKey, const std::function<void(PolicyCase&)>& change)
{
    const PolicyCase* const kept = m_filling ? nullptr : findCase(m_studio.draft, chosen());
    if (!kept)
        return;
    PolicyCase after = *kept;
    change(after);
    replaceCase(m_studio.draft, after, mergeKey.isEmpty() ? QString() : mergeKey + text(after.id.value));
}

void CasesPane::refreshList()
{
    const Theme& theme = m_studio.page.theme;
    const CaseId before = chosen();
    const std::vector<PolicyCase>& cases = m_studio.draft.rulebook().cases;
    m_filling = true;
    while (m_list->count() > int(cases.size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < int(cases.size()))
        m_list->addItem(new QListWidgetItem);
    for (int row = 0; row < int(cases.size()); ++row) {
        const PolicyCase& kept = cases[std::size_t(row)];
        QListWidgetItem* const item = m_list->item(row);
        const CaseResult* const result = m_studio.cases.resultOf(kept.id);
        item->setText(line(kept.name.empty() ? kept.id.value : kept.name, 80));
        item->setData(idRole, text(kept.id.value));
        const QString word = !result ? tr("not run yet") : result->passed ? tr("passes") : tr("fails");
        item->setIcon(!result              ? theme.icon(u"minus"_s, ThemeColor::TextMuted)
                          : result->passed ? theme.icon(u"check"_s, ThemeColor::Good)
                                           : theme.icon(u"cross"_s, ThemeColor::Bad));
        item->setToolTip(tr("%1: %2", "a case and how it came out").arg(item->text(), word).toHtmlEscaped());
        item->setData(Qt::AccessibleTextRole, tr("%1, %2", "a case and how it came out").arg(item->text(), word));
    }
    m_filling = false;
    choose(before);
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(0);
    const QString summary = m_studio.cases.summary();
    m_summary->setText(cases.empty()           ? tr("No case is saved yet. Try a conversation, then save it as a case: "
                                                              "it is run after every change.")
                           : summary.isEmpty() ? tr("Not run yet")
                                               : summary);
    refreshDetail();
}

template <class Id>
void CasesPane::fill(QComboBox& choice, const QString& none, const std::vector<std::pair<Id, QString>>& entries,
                     const Id& now)
{
    choice.clear();
    choice.addItem(none, QString());
    for (const auto& [id, name] : entries)
        choice.addItem(name, text(id.value));
    const int at = choice.findData(text(now.value));
    if (at < 0)
        choice.addItem(tr("%1 (not there any more)").arg(line(now.value, 60)), text(now.value));
    choice.setCurrentIndex(at < 0 ? choice.count() - 1 : at);
}

void CasesPane::refreshDetail()
{
    if (m_filling)
        return;
    const PolicyCase* const kept = findCase(m_studio.draft, chosen());
    m_detail->setVisible(kept != nullptr);
    if (!kept)
        return;
    m_filling = true;
    const Rulebook& rulebook = m_studio.draft.rulebook();
    if (m_name->text() != text(kept->name))
        m_name->setText(text(kept->name));
    const auto policies = entriesOf(rulebook.policies);
    fill(*m_pinned, tr("The whole rulebook"), policies, kept->pinnedTo);
    fill(*m_policy, tr("Any policy"), policies, kept->policy);
    fill(*m_queue, tr("Anywhere"), entriesOf(rulebook.queues), kept->queue);
    fill(*m_tier, tr("Any tier"), entriesOf(rulebook.tiers), kept->tier);
    m_filling = false;
    refreshOutcome();
}

void CasesPane::refreshOutcome()
{
    const CaseResult* const result = m_studio.cases.resultOf(chosen());
    if (!result)
        m_outcome->setText(tr("Not run yet"));
    else if (result->expected.isEmpty())
        m_outcome->setText(tr("Nothing is asked of it: choose what must come out."));
    else if (result->passed)
        m_outcome->setText(tr("Passes: %1.").arg(result->expected));
    else
        m_outcome->setText(tr("Fails. Expected: %1. It came out otherwise: %2.").arg(result->expected, result->came));
    const bool failed = result && !result->passed;
    setTextStyle(*m_outcome, m_studio.page.theme, TextStyle::Body, failed ? ThemeColor::Bad : ThemeColor::Text);
}

CasesPane& openCases(const StudioContext& studio, QWidget& parent)
{
    auto* dialog = parent.findChild<QDialog*>(u"casesDialog"_s, Qt::FindDirectChildrenOnly);
    if (!dialog) {
        dialog = new QDialog(&parent);
        dialog->setObjectName(u"casesDialog"_s);
        dialog->setWindowTitle(CasesPane::tr("Saved cases"));
        auto* column = new QVBoxLayout(dialog);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(new CasesPane(studio, dialog));
        dialog->resize(studio.page.theme.px(760), studio.page.theme.px(440));
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return *dialog->findChild<CasesPane*>();
}

}
