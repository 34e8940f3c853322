#include "ui/conversation/handoff_correction.h"

#include "routing/rulebook/rulebook.h"
#include "ui/conversation/handoff_words.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/console_model.h"
#include "ui/shared/field_column.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestReason = 300;
constexpr int longestIntent = 120;

QString questionFor(const std::string& subject, const ConversationDetail& detail)
{
    if (subject == "intent")
        return CorrectionDialog::tr("What does the visitor want?");
    if (subject == "tier")
        return CorrectionDialog::tr("Which tier is it?");
    const std::string id = subject.substr(criterionSubject.size());
    QString name = line(id, 80);
    if (detail.decision)
        for (const CriterionResult& criterion : detail.decision->qualification)
            if (criterion.id.value == id && !criterion.name.empty())
                name = line(criterion.name, 80);
    return CorrectionDialog::tr("How does “%1” stand?").arg(name);
}

}

CorrectionDialog::CorrectionDialog(const PageContext& pageContext, const ConversationDetail& detail,
                                   const std::string& subject, QWidget* parent)
    : MoveDialog(pageContext, questionFor(subject, detail), tr("Correct"), parent),
      m_conversation(detail.conversation.id),
      m_subject(subject)
{
    setObjectName(u"correctCard"_s);
    auto* fields = new FieldColumn(pageContext.theme, this);
    fields->layout()->setContentsMargins(0, 0, 0, 0);
    body().addWidget(fields);
    m_value = fields->addChoice(u"correctedValue"_s, tr("It is"));
    m_reason = fields->addLine(u"correctionReason"_s, tr("Because"), longestReason,
                               tr("Reviews read it, so that the rules get better."));
    fill(detail);
    connect(m_value, &QComboBox::currentTextChanged, this, &CorrectionDialog::refresh);
    connect(m_reason, &QLineEdit::textChanged, this, &CorrectionDialog::refresh);
    refresh();
}

void CorrectionDialog::addChoice(const std::string& value)
{
    m_value->addItem(correctedValue(m_subject, value, context().model), QString::fromStdString(value));
}

// Intents are words: the ones that rules ask for are offered, others may be typed.
void CorrectionDialog::fillIntents(const ConversationDetail& detail)
{
    m_value->setEditable(true);
    m_value->lineEdit()->setMaxLength(longestIntent);
    m_value->addItems(comparedValues("ai.intent", context().model.rulebook()));
    m_value->setCurrentText(text(detail.conversation.intent));
}

void CorrectionDialog::fill(const ConversationDetail& detail)
{
    if (m_subject == "intent")
        return fillIntents(detail);
    if (m_subject == "tier") {
        for (const Tier& tier : context().model.rulebook().tiers)
            addChoice(tier.id.value);
        m_value->setCurrentIndex(
            std::max(0, m_value->findData(QString::fromStdString(detail.conversation.tier.value))));
        return;
    }
    for (const char* const state : {"met", "not_met", "unknown"})
        addChoice(state);
}

void CorrectionDialog::refresh()
{
    if (m_value->currentText().trimmed().isEmpty())
        setWhyNot(tr("Say what is right."));
    else
        setWhyNot(m_reason->text().trimmed().isEmpty() ? tr("Say why, in a few words.") : QString());
}

void CorrectionDialog::go()
{
    const QVariant chosen = m_value->currentData();
    const QString after
        = m_value->isEditable() || !chosen.isValid() ? m_value->currentText().trimmed() : chosen.toString();
    send(CorrectConversation{m_conversation, context().session.agent, m_subject, after.toStdString(),
                             m_reason->text().trimmed().toStdString()});
}

}
