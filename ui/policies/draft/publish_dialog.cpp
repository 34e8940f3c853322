#include "ui/policies/draft/publish_dialog.h"

#include "routing/rulebook/rulebook_json.h"
#include "ui/policies/draft/difference_view.h"
#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/draft/issue_links.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/case_runner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int longestNote = 2000;   // characters
constexpr int namedCases = 5;

QString nameOfCase(const CaseId& id, const Rulebook& rulebook)
{
    const auto found = std::ranges::find(rulebook.cases, id, &PolicyCase::id);
    return line(found == rulebook.cases.end() || found->name.empty() ? id.value : found->name, 60);
}

QString namesOf(const std::vector<CaseResult>& failing, const Rulebook& rulebook)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min<std::size_t>(failing.size(), namedCases); ++i)
        names << nameOfCase(failing[i].id, rulebook);
    if (failing.size() > namedCases)
        names << PublishDialog::tr("and %1 more").arg(failing.size() - namedCases);
    return names.join(QStringLiteral(", "));
}

QLineEdit* newField(const QString& name, const QString& objectName, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setMaxLength(longestNote);
    return field;
}

}

PublishDialog::PublishDialog(const StudioContext& context, DraftKeeper& keeper, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_keeper(keeper),
      m_document(context.draft.document()),
      m_issues(readRulebookAsItIs(m_document).issues),
      m_difference(new DifferenceView(context.page.theme, context.analysis, this)),
      m_message(new InlineMessage(context.page.theme, MessageKind::Bad, this)),
      m_failing(new InlineMessage(context.page.theme, MessageKind::Warning, this)),
      m_note(newField(tr("Note: what changes and why"), QStringLiteral("publishNote"), this)),
      m_reason(newField(tr("Why publish although cases fail"), QStringLiteral("publishReason"), this)),
      m_why(newParagraph({}, context.page.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_publish(newPrimaryButton(tr("Publish", "a rulebook"), QStringLiteral("confirmPublish"), this)),
      m_cancel(newButton(tr("Cancel"), QStringLiteral("cancelPublish"), this))
{
    Theme& theme = context.page.theme;
    const RulebookDraft& draft = context.draft;
    setObjectName(QStringLiteral("publishDialog"));
    setWindowTitle(tr("Publish"));
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    const int edge = theme.px(24);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.px(12));
    const QString question = tr("Publish as version %1?").arg(draft.liveVersion() + 1);
    column->addWidget(newLabel(question, theme, TextStyle::PaneTitle));
    buildErrors(*column);
    m_difference->setPlacesOpen(true);
    connect(m_difference, &DifferenceView::placeWanted, this, &PublishDialog::goTo);
    connect(m_difference, &DifferenceView::witnessWanted, this, [this](const Values& witness) {
        reject();
        m_context.selection.tryOut(tr("Comes out differently"), witness);
    });
    column->addWidget(m_difference, 1);
    buildNote(*column);
    buildButtons(*column);
    const std::string live = context.page.model.rulebookOnScreen().document;
    m_difference->compare({draft.live(), live}, {draft.rulebook(), m_document});
    connect(&context.cases, &CaseRunner::changed, this, &PublishDialog::refresh);
    resize(theme.px(760), theme.px(680));
    refresh();
    m_note->setFocus();
}

PublishDialog::~PublishDialog() = default;

void PublishDialog::buildErrors(QVBoxLayout& column)
{
    if (m_issues.empty())
        return;
    auto* errors = new InlineMessage(m_context.page.theme, MessageKind::Bad, this);
    errors->setText(m_issues.size() == 1 ? tr("An error stands in the way.")
                                         : tr("%1 errors stand in the way.").arg(m_issues.size()),
                    tr("Each opens at its place."));
    column.addWidget(errors);
    auto* links = new IssueLinks(m_context.page.theme, m_issues, m_context.draft.rulebook(), true, this);
    links->setFixedHeight(m_context.page.theme.px(m_issues.size() == 1 ? 64 : 132));
    connect(links, &IssueLinks::placeWanted, this, &PublishDialog::goTo);
    column.addWidget(links);
}

void PublishDialog::buildNote(QVBoxLayout& column)
{
    Theme& theme = m_context.page.theme;
    column.addWidget(m_failing);
    column.addWidget(m_reason);
    m_reason->setPlaceholderText(tr("Why publish although they fail?"));
    QLabel* label = newLabel(tr("What changes, and why?"), theme, TextStyle::BodyStrong);
    label->setBuddy(m_note);
    column.addWidget(label);
    column.addWidget(m_note);
    for (QLineEdit* field : {m_note, m_reason})
        connect(field, &QLineEdit::textChanged, this, &PublishDialog::refresh);
    m_message->hide();
    column.addWidget(m_message);
}

void PublishDialog::buildButtons(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_context.page.theme.px(8));
    row->addWidget(m_why, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_publish);
    m_publish->setDefault(true);
    connect(m_publish, &QPushButton::clicked, this, &PublishDialog::publish);
    connect(m_cancel, &QPushButton::clicked, this, &PublishDialog::reject);
    column.addLayout(row);
}

QString PublishDialog::whyNot() const
{
    if (m_publishing)
        return tr("Publishing…");
    if (!m_issues.empty())
        return tr("A rulebook with errors cannot be published.");
    if (!m_context.cases.isCurrent())
        return tr("The cases are still running.");
    if (!m_context.cases.failing().empty() && m_reason->text().trimmed().isEmpty())
        return tr("Say why it is published although cases fail.");
    if (m_note->text().trimmed().isEmpty())
        return tr("Say in a note what changes.");
    return {};
}

void PublishDialog::refresh()
{
    const std::vector<CaseResult> failing = m_context.cases.failing();
    m_failing->setVisible(!failing.empty());
    m_reason->setVisible(!failing.empty());
    if (!failing.empty())
        m_failing->setText(failing.size() == 1 ? tr("A pinned case fails:")
                                               : tr("%1 pinned cases fail:").arg(failing.size()),
                           namesOf(failing, m_context.draft.rulebook()));
    const QString why = whyNot();
    m_why->setText(why);
    m_publish->setEnabled(why.isEmpty());
    m_cancel->setEnabled(!m_publishing);
}

void PublishDialog::publish()
{
    if (!whyNot().isEmpty())
        return;
    QString note = m_note->text().trimmed();
    if (const auto failing = m_context.cases.failing(); !failing.empty())
        note += tr(" (published although cases fail: %1. Reason: %2)")
                    .arg(namesOf(failing, m_context.draft.rulebook()), m_reason->text().trimmed());
    m_publishing = true;
    m_message->hide();
    refresh();
    const int version = m_context.draft.liveVersion() + 1;
    m_keeper.publish(
        note,
        [this, version] {
            m_publishing = false;
            Q_EMIT published(version);
            accept();
        },
        [this](const QString& why) { refuse(why); });
}

void PublishDialog::refuse(const QString& why)
{
    m_publishing = false;
    m_message->setText(tr("It was not published."), text(why.toStdString()));
    m_message->show();
    refresh();
}

void PublishDialog::reject()
{
    if (!m_publishing)
        QDialog::reject();
}

void PublishDialog::goTo(const QString& pointer)
{
    if (m_publishing)
        return;
    reject();
    m_context.selection.goTo(pointer);
}

}
