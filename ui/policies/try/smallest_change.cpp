#include "ui/policies/try/smallest_change.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/draft_engine.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString inWords(const ContextEdit& edit, const Rulebook& rulebook)
{
    const QString to = valueText(edit.attribute, edit.to, rulebook);
    return SmallestChange::tr("%1 %2 instead of %3")
        .arg(attributeTitle(edit.attribute, rulebook), to.isEmpty() ? SmallestChange::tr("empty") : to,
             valueText(edit.attribute, edit.from, rulebook));
}

QString inWords(const Counterfactual& answer, const Rulebook& rulebook)
{
    QStringList lines;
    for (const ContextEdit& edit : answer.edits)
        lines << inWords(edit, rulebook);
    return lines.join(SmallestChange::tr(", and\n")) + u'.';
}

}

SmallestChange::SmallestChange(const StudioContext& studio, Trial& trial, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_trial(trial)
{
    Theme& theme = studio.page.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10));
    column->setSpacing(theme.px(6));
    m_title = newLabel({}, theme, TextStyle::SectionLabel, ThemeColor::TextMuted, this);
    m_title->setObjectName(u"smallestChangeTitle"_s);
    column->addWidget(m_title);
    m_words = newParagraph({}, theme, TextStyle::Body, ThemeColor::Text, this);
    m_words->setObjectName(u"smallestChange"_s);
    column->addWidget(m_words);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    m_try = newSmallButton({}, u"trySmallestChange"_s, this);
    m_keep = newSmallButton(tr("Save as case"), u"saveChangeAsCase"_s, this);
    row->addWidget(m_try);
    row->addWidget(m_keep);
    row->addStretch(1);
    column->addLayout(row);
    connect(&m_trial, &Trial::changed, this, &SmallestChange::search);
    connect(&studio.selection, &StudioSelection::policyChosen, this, &SmallestChange::search);
    connect(m_try, &QPushButton::clicked, this, [this] {
        const std::vector<ContextEdit> edits = m_answer.edits;   // trying searches anew
        for (const ContextEdit& edit : edits)
            m_trial.change(edit.attribute, edit.to);
    });
    connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT caseWanted(changedValues(), m_policy); });
    hide();
}

Values SmallestChange::changedValues() const
{
    Values values = m_trial.values();
    for (const ContextEdit& edit : m_answer.edits)
        if (edit.to)
            values.insert_or_assign(edit.attribute, *edit.to);
        else
            values.erase(edit.attribute);
    return values;
}

void SmallestChange::say(const QString& words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void SmallestChange::search()
{
    m_work.drop();
    m_answer = {};
    const bool anew = m_policy != m_studio.selection.policy();
    m_policy = m_studio.selection.policy();
    const int row = m_studio.draft.rowOf(m_policy);
    const bool fired = m_trial.isDecided() && m_trial.decision().policy == m_policy;
    setVisible(m_trial.isDecided() && row >= 0 && !fired);
    if (isHidden())
        return;
    m_title->setText(tr("Smallest change for policy %1").arg(row + 1));
    const bool off = !m_studio.draft.policies()[std::size_t(row)].enabled;
    m_try->setEnabled(false);   // until the answer is there
    m_keep->setEnabled(false);
    m_try->setVisible(!anew && !off && m_try->isVisibleTo(this));
    m_keep->setVisible(m_try->isVisibleTo(this));
    if (off)
        return say(tr("The policy is off: no value makes it fire."));
    if (anew)
        say(tr("Searching…"));
    m_work.start([this, draft = m_trial.draft(), decision = m_trial.decision(),
                  goal = Goal{Goal::Kind::Policy, m_policy.value}]() -> BackgroundWork::Finish {
        Counterfactual answer = draft->engine.whatWouldLeadTo(decision, goal);
        return [this, answer = std::move(answer)] { show(answer); };
    });
}

void SmallestChange::show(const Counterfactual& answer)
{
    if (!m_trial.isDecided())
        return;
    m_answer = answer;
    m_try->setVisible(answer.found && !answer.edits.empty());
    m_try->setEnabled(true);
    m_keep->setEnabled(true);
    m_keep->setVisible(m_try->isVisibleTo(this));
    if (!answer.found)
        return say(answer.searchedAll ? tr("No change of up to three values leads to it.")
                                      : tr("None was found in time; there may be one."));
    const Rulebook& rulebook = m_trial.draft()->engine.rulebook();
    say(inWords(answer, rulebook) + (answer.searchedAll ? QString() : u' ' + tr("There may be a smaller one.")));
    const bool one = answer.edits.size() == 1;
    const QString to = one ? valueText(answer.edits.front().attribute, answer.edits.front().to, rulebook) : QString();
    m_try->setText(one && to.size() <= 24 ? tr("Try with %1").arg(QString(to).replace(u'&', u"&&"_s))
                                          : tr("Try with this"));
}

}
