#include "routing/rulebook/describe.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/action_list.h"
#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/last_matches.h"
#include "ui/policies/editor/policy_editor_parts.h"
#include "ui/policies/editor/queue_summary.h"
#include "ui/policies/list/policy_words.h"
#include "ui/policies/problems/problem_list.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

namespace signalbox {
namespace {

constexpr int longestComment = 10'000;

}

void PolicyEditor::setTraffic(const Traffic& traffic)
{
    const auto own = traffic.hits.find(m_parts->id);
    m_parts->hits = traffic.conversations == 0 ? -1 : own == traffic.hits.end() ? 0 : own->second;
    m_parts->showWords();
}

const Policy* PolicyEditor::Parts::found() const
{
    const auto& policies = context.draft.policies();
    const auto at = std::size_t(row);
    return at < policies.size() && policies[at].id == id ? &policies[at] : context.draft.find(id);
}

QString PolicyEditor::Parts::placeOf(const char* part) const
{
    return QStringLiteral("/policies/%1/%2").arg(row).arg(QLatin1String(part));
}

void PolicyEditor::Parts::connectParts()
{
    RulebookDraft& draft = context.draft;
    connect(&context.selection, &StudioSelection::policyChosen, this, &Parts::choose);
    connect(&draft, &RulebookDraft::policyChanged, this, [this](int changed) {
        if (changed == row)
            show();
    });
    connect(&draft, &RulebookDraft::policiesChanged, this, [this] {
        row = context.draft.rowOf(id);
        show();
    });
    connect(&draft, &RulebookDraft::roomsChanged, this, &Parts::show);
    connect(&context.problems, &ProblemList::changed, this, &Parts::showProblems);
    connect(problem, &InlineMessage::linkActivated, this, [this](const QString& link) {
        for (const Problem* const each : context.problems.problemsOf(id))
            for (const PolicyId& other : each->hiddenBy)
                if (link == QStringLiteral("hiddenBy:") + text(other.value)) {
                    context.selection.choosePolicy(other);
                    return;
                }
    });
}

void PolicyEditor::Parts::connectFields()
{
    connect(name, &QLineEdit::textEdited, this, [this](const QString& written) {
        edit(tr("rename to %1").arg(written.left(60)), QStringLiteral("name %1").arg(text(id.value)),
             [&](Policy& policy) { policy.name = written.toStdString(); });
    });
    connect(enabled, &QCheckBox::clicked, this, [this](bool on) { context.draft.setEnabled(row, on); });
    connect(qualified, &QCheckBox::clicked, this, [this](bool only) {
        edit(only ? tr("ask for qualification") : tr("no longer ask for qualification"), {},
             [&](Policy& policy) { policy.requiresQualification = only; });
    });
    connect(group, &QComboBox::activated, this, [this] {
        const PolicyGroupId chosen{group->currentData().toString().toStdString()};
        edit(tr("put %1 in another group").arg(name->text().left(60)), {},
             [&](Policy& policy) { policy.group = chosen; });
    });
    connect(addComment, &QPushButton::clicked, this, [this] {
        addComment->hide();
        comment->show();
        comment->setFocus(Qt::OtherFocusReason);
    });
    connect(comment, &QPlainTextEdit::textChanged, this, [this] {
        if (!showing)
            edit(tr("comment on %1").arg(name->text().left(60)), QStringLiteral("comment %1").arg(text(id.value)),
                 [&](Policy& policy) { policy.comment = comment->toPlainText().left(longestComment).toStdString(); });
    });
    connect(when, &ConditionEditor::edited, this,
            [this](const Condition& after, const QString& what, const QString& key) {
                edit(what, key, [&](Policy& policy) { policy.when = after; });
            });
    connect(exceptWhen, &ConditionEditor::edited, this,
            [this](const Condition& after, const QString& what, const QString& key) {
                edit(what, key,
                     [&](Policy& policy) { policy.exception->when = after; });   // shown only while there is one
            });
    connect(exceptActions, &ActionList::edited, this,
            [this](const std::vector<Action>& after, const QString& what, const QString& key) {
                edit(what, key.isEmpty() ? key : QStringLiteral("except ") + key,
                     [&](Policy& policy) { policy.exception->actions = after; });
            });
    connect(actions, &ActionList::edited, this,
            [this](const std::vector<Action>& after, const QString& what, const QString& key) {
                edit(what, key, [&](Policy& policy) { policy.actions = after; });
            });
    connect(addUnless, &QPushButton::clicked, this, &Parts::addException);
}

void PolicyEditor::Parts::edit(const QString& what, const QString& mergeKey, const std::function<void(Policy&)>& change)
{
    const Policy* const before = policy();
    if (!before)
        return;
    Policy after = *before;
    change(after);
    const QString key = mergeKey.isEmpty() ? mergeKey : QStringLiteral("%1 %2").arg(text(id.value), mergeKey);
    context.draft.replacePolicy(row, std::move(after), what, key);
}

void PolicyEditor::Parts::addException()
{
    edit(tr("add an exception"), {}, [](Policy& policy) {
        policy.exception = PolicyException{{AnyOf{}}, policy.actions};
    });
    exceptWhen->addCondition();
}

void PolicyEditor::Parts::removeException()
{
    edit(tr("remove the exception"), {}, [](Policy& policy) { policy.exception.reset(); });
    addUnless->setFocus(Qt::OtherFocusReason);
}

void PolicyEditor::Parts::choose(const PolicyId& chosen)
{
    const bool isOther = chosen != id;
    id = chosen;
    row = context.draft.rowOf(id);
    if (isOther) {
        comment->hide();
        hits = -1;
    }
    show();
    if (isOther) {
        scroll->verticalScrollBar()->setValue(0);
        last->setPolicy(policy() ? id : PolicyId{});
    }
}

void PolicyEditor::Parts::fillGroups(const PolicyGroupId& own)
{
    const Rulebook& rulebook = context.draft.rulebook();
    group->clear();
    group->addItem(tr("None"), QString());
    for (const PolicyGroup& each : rulebook.groups)
        group->addItem(context.page.theme.icon(QStringLiteral("tag"), groupColor(each.color)), groupTitle(each),
                       text(each.id.value));
    group->chooseData(findGroup(own, rulebook) ? text(own.value) : QString());
    const PolicyGroup* const named = findGroup(own, rulebook);
    group->setToolTip(named ? line(named->comment, 300).toHtmlEscaped() : QString());
}

void PolicyEditor::Parts::show()
{
    const Policy* const shown = policy();
    empty->setVisible(!shown);
    scroll->setVisible(shown);
    if (!shown)
        return;
    showing = true;
    if (const QString written = line(shown->name, 500); line(name->text().toStdString(), 500) != written)
        name->setText(written);
    if (!name->hasFocus())
        name->setCursorPosition(0);
    enabled->setChecked(shown->enabled);
    enabled->setText(shown->enabled ? tr("On") : tr("Off"));
    qualified->setChecked(shown->requiresQualification);
    fillGroups(shown->group);
    if (const QString written = text(shown->comment); comment->toPlainText() != written)
        comment->setPlainText(written);
    if (!shown->comment.empty())
        comment->show();
    addComment->setVisible(comment->isHidden());
    when->setCondition(shown->when, placeOf("when"));
    unless->setVisible(shown->exception.has_value());
    addUnless->setVisible(!shown->exception);
    if (shown->exception) {
        exceptWhen->setCondition(shown->exception->when, placeOf("except/when"));
        exceptActions->setActions(shown->exception->actions);
    }
    actions->setActions(shown->actions);
    queue->showFor(*shown);
    showing = false;
    showWords();
    showProblems();
}

void PolicyEditor::Parts::showWords()
{
    const Policy* const shown = policy();
    if (!shown)
        return;
    const QString words = upperFirst(line(signalbox::sentence(*shown, context.draft.rulebook()), 2000));
    sentence->setText(shown->enabled ? words + u'.' : tr("Switched off. %1.").arg(words));
    matches->setText(hits < 0        ? QString()
                         : hits == 1 ? tr("1 match in 7 days")
                                     : tr("%1 matches in 7 days").arg(formatCount(hits)));
    matches->setVisible(hits >= 0);
    last->setTotal(hits);
}

void PolicyEditor::Parts::showProblems()
{
    std::map<std::string, QString> inWhen;
    QString title;
    QString words;
    bool isBad = false;
    QList<std::pair<QString, QString>> links;
    for (const Problem* const each : context.problems.problemsOf(id)) {
        if (each->weight == Problem::Weight::Note)
            continue;
        if (each->within.contains(QLatin1String("when/"))) {
            inWhen[QStringLiteral("/policies/%1%2").arg(row).arg(each->within).toStdString()]
                = each->words.isEmpty() ? each->title : each->words;
            continue;
        }
        if (!title.isEmpty())
            continue;
        title = each->title;
        words = each->words;
        isBad = each->weight == Problem::Weight::Error;
        for (const PolicyId& other : each->hiddenBy)
            if (const Policy* const hiding = context.draft.find(other); hiding && links.size() < 2)
                links << std::pair(QStringLiteral("hiddenBy:") + text(other.value),
                                   tr("Show %1").arg(policyTitle(*hiding).left(40)));
    }
    problem->setVisible(!title.isEmpty());
    if (!title.isEmpty()) {
        problem->setKind(isBad ? MessageKind::Bad : MessageKind::Warning);
        problem->setText(title, words);
        problem->setLinks(links);
    }
    when->setProblems(inWhen);
    exceptWhen->setProblems(inWhen);
}

}
