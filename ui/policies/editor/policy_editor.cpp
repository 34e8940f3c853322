#include "ui/policies/editor/policy_editor.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/action_list.h"
#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/editor/last_matches.h"
#include "ui/policies/editor/policy_editor_parts.h"
#include "ui/policies/editor/queue_summary.h"
#include "ui/policies/editor/sentence_box.h"
#include "ui/policies/problems/problem_list.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace signalbox {
namespace {

constexpr int longestName = 500;

void addHeading(QVBoxLayout& column, const QString& words, Theme& theme, QWidget* parent)
{
    column.addSpacing(theme.px(10));
    column.addWidget(newLabel(words, theme, TextStyle::BodyStrong, ThemeColor::Text, parent));
}

}

PolicyEditor::PolicyEditor(const StudioContext& context, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("policyEditor"));
    m_parts = std::make_unique<Parts>(*this, context);
    m_parts->build();
    m_parts->connectParts();
    m_parts->connectFields();
    m_parts->choose(context.selection.policy());
}

PolicyEditor::~PolicyEditor()
{
    delete m_parts->scroll;   // its fields look at the parts until they are gone
}

void PolicyEditor::focusName()
{
    m_parts->name->setFocus(Qt::OtherFocusReason);
    m_parts->name->selectAll();
}

void PolicyEditor::focusConditions() { m_parts->when->showPlace(m_parts->placeOf("when")); }

void PolicyEditor::addToHead(QWidget* widget) { m_parts->head->addWidget(widget); }

void PolicyEditor::showPlace(const QString& within)
{
    const QString whole = m_parts->placeOf("") + within.mid(1);
    if (within.startsWith(QLatin1String("/except/when")))
        m_parts->exceptWhen->showPlace(whole);
    else if (within.startsWith(QLatin1String("/except")))
        m_parts->exceptActions->focusFirst();
    else if (within.startsWith(QLatin1String("/actions")))
        m_parts->actions->focusFirst();
    else if (within.startsWith(QLatin1String("/name")) || within.startsWith(QLatin1String("/id")))
        focusName();
    else
        m_parts->when->showPlace(whole);
}

PolicyEditor::Parts::Parts(PolicyEditor& owner, const StudioContext& studio)
    : editor(owner), context(studio), seen(studio)
{
}

void PolicyEditor::Parts::build()
{
    Theme& theme = context.page.theme;
    auto* outer = new QVBoxLayout(&editor);
    outer->setContentsMargins(0, 0, 0, 0);
    setSurface(editor, theme, ThemeColor::Panel);
    empty = new EmptyState(theme, tr("Choose a policy to see and change it."), {}, &editor);
    outer->addWidget(empty, 1);
    scroll = new ScrollColumn(theme, ThemeColor::Panel, &editor);
    scroll->setObjectName(QStringLiteral("policyEditorScroll"));
    scroll->setAccessibleName(tr("The chosen policy"));
    outer->addWidget(scroll, 1);
    QVBoxLayout* const column = scroll->restart();
    column->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(20));
    column->setSpacing(theme.px(8));
    buildHead(*column);
    buildSettings(*column);
    buildBody(*column);
    column->addStretch(1);
    scroll->finish();
}

void PolicyEditor::Parts::buildHead(QVBoxLayout& column)
{
    Theme& theme = context.page.theme;
    QWidget* const inside = scroll->widget();
    head = new QHBoxLayout;
    head->setSpacing(theme.px(12));
    name = new QLineEdit(inside);
    name->setObjectName(QStringLiteral("policyName"));
    name->setAccessibleName(tr("Name of the policy"));
    name->setPlaceholderText(tr("Name of the policy"));
    name->setMaxLength(longestName);
    setTextStyle(*name, theme, TextStyle::PageTitle);
    matches = new ElidedLabel(theme, TextStyle::Secondary, ThemeColor::TextMuted, inside);
    matches->setObjectName(QStringLiteral("policyMatches"));
    matches->setAlignment(Qt::AlignRight);
    head->addWidget(name, 3);
    head->addWidget(matches, 1);
    column.addLayout(head);
    auto* box = new SentenceBox(theme, inside);
    sentence = box->label();
    sentence->setObjectName(QStringLiteral("policySentence"));
    column.addWidget(box);
    problem = new InlineMessage(theme, MessageKind::Warning, inside);
    problem->setObjectName(QStringLiteral("policyProblem"));
    problem->hide();
    column.addWidget(problem);
}

void PolicyEditor::Parts::buildSettings(QVBoxLayout& column)
{
    Theme& theme = context.page.theme;
    QWidget* const inside = scroll->widget();
    auto* settings = new QHBoxLayout;
    settings->setSpacing(theme.px(16));
    enabled = newSwitch(tr("On"), QStringLiteral("policyEnabled"), inside);
    qualified = new QCheckBox(tr("Only when qualified"), inside);
    qualified->setObjectName(QStringLiteral("policyQualified"));
    qualified->setToolTip(tr("It fires only when every required criterion is met.").toHtmlEscaped());
    group = new QuietCombo(tr("Group"), QStringLiteral("policyGroup"), inside);
    addComment = newLink(tr("Add a comment"), QStringLiteral("addComment"), inside);
    settings->addWidget(enabled);
    settings->addWidget(qualified);
    settings->addWidget(newLabel(tr("Group"), theme, TextStyle::Body, ThemeColor::TextMuted, inside));
    settings->addWidget(group);
    settings->addWidget(addComment);
    settings->addStretch(1);
    column.addLayout(settings);
    comment = new QPlainTextEdit(inside);
    comment->setObjectName(QStringLiteral("policyComment"));
    comment->setAccessibleName(tr("Comment"));
    comment->setPlaceholderText(tr("Why is it like that? For the next one who reads it."));
    comment->setTabChangesFocus(true);
    comment->setFixedHeight(2 * theme.lineHeight(TextStyle::Body) + theme.px(18));
    comment->hide();
    column.addWidget(comment);
}

void PolicyEditor::Parts::buildBody(QVBoxLayout& column)
{
    Theme& theme = context.page.theme;
    QWidget* const inside = scroll->widget();
    column.addSpacing(theme.px(4));
    when = new ConditionEditor(context, inside);
    when->setObjectName(QStringLiteral("policyWhen"));
    when->setTitle(tr("When"));
    column.addWidget(when);
    addUnless = newLink(tr("Unless…"), QStringLiteral("addException"), inside);
    addUnless->setIcon(theme.icon(QStringLiteral("plus"), ThemeColor::Accent));
    addUnless->setToolTip(tr("Conditions under which something else happens instead").toHtmlEscaped());
    column.addWidget(addUnless, 0, Qt::AlignLeft);
    unless = new QWidget(inside);
    auto* except = new QVBoxLayout(unless);
    except->setContentsMargins(0, theme.px(10), 0, 0);
    except->setSpacing(theme.px(4));
    exceptWhen = new ConditionEditor(context, unless);
    exceptWhen->setObjectName(QStringLiteral("policyUnless"));
    exceptWhen->setTitle(tr("Unless"));
    except->addWidget(exceptWhen);
    auto* instead = new QHBoxLayout;
    instead->addWidget(newLabel(tr("Then instead"), theme, TextStyle::BodyStrong, ThemeColor::Text, unless));
    instead->addStretch(1);
    QPushButton* const drop = newLink(tr("Remove the exception"), QStringLiteral("removeException"), unless);
    instead->addWidget(drop);
    connect(drop, &QPushButton::clicked, this, &Parts::removeException);
    except->addLayout(instead);
    exceptActions = new ActionList(context, seen, unless);
    exceptActions->setObjectName(QStringLiteral("exceptActions"));
    except->addWidget(exceptActions);
    column.addWidget(unless);
    addHeading(column, tr("Then"), theme, inside);
    actions = new ActionList(context, seen, inside);
    actions->setObjectName(QStringLiteral("policyActions"));
    column.addWidget(actions);
    queue = new QueueSummary(context, inside);
    column.addWidget(queue);
    last = new LastMatches(context, inside);
    column.addWidget(last);
}

}
