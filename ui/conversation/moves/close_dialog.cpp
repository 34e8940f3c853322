#include "ui/conversation/moves/close_dialog.h"

#include "ui/conversation/conversation_words.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"
#include "ui/shared/wheel_guard.h"

#include <QButtonGroup>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int longestOutcome = 200;    // characters
constexpr int longestHandNote = 300;   // characters
constexpr double largestValue = 1e9;   // EUR
const std::string converted = "converted";

}

CloseDialog::CloseDialog(const PageContext& pageContext, const Conversation& conversation, const std::string& outcome,
                         QWidget* parent)
    : MoveDialog(pageContext, tr("Close %1 as").arg(line(conversation.visitorName, 60)),
                 tr("Close", "end a conversation"), parent),
      m_conversation(conversation.id),
      m_choices(new QButtonGroup(this)),
      m_value(new QDoubleSpinBox(this)),
      m_words(new QLineEdit(this))
{
    setObjectName(QStringLiteral("closeDialog"));
    build(conversation);
    const auto chosen = std::ranges::find(m_outcomes, outcome);
    m_choices
        ->button(int(chosen == m_outcomes.end() ? m_outcomes.size() - 1 : std::size_t(chosen - m_outcomes.begin())))
        ->setChecked(true);
    check();
    (outcome == converted ? static_cast<QWidget*>(m_value) : m_words)->setFocus();
}

void CloseDialog::build(const Conversation& conversation)
{
    for (const std::string outcome : {"resolved", "qualified", "converted", "no_answer", "spam"}) {
        addChoice(outcomeName(outcome), outcome);
        if (outcome == converted)
            body().addWidget(m_value);
    }
    addChoice(tr("In other words"), {});
    body().addWidget(m_words);
    m_value->setObjectName(QStringLiteral("conversionValue"));
    m_value->setAccessibleName(tr("Value of the conversion in euros"));
    m_value->setPrefix(QStringLiteral("€ "));
    m_value->setRange(0, largestValue);
    m_value->setDecimals(2);
    m_value->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_value->setGroupSeparatorShown(true);
    m_value->setValue(conversation.dealSize.value_or(0));
    ignoreWheelWithoutFocus(*m_value);
    m_words->setObjectName(QStringLiteral("outcomeWords"));
    m_words->setAccessibleName(tr("Outcome in your own words"));
    m_words->setMaxLength(longestOutcome);
    connect(m_choices, &QButtonGroup::idToggled, this, &CloseDialog::check);
    connect(m_words, &QLineEdit::textChanged, this, &CloseDialog::check);
}

void CloseDialog::addChoice(const QString& words, const std::string& outcome)
{
    auto* choice = new QRadioButton(words, this);
    choice->setObjectName(QStringLiteral("outcome_") + (outcome.empty() ? QStringLiteral("own") : text(outcome)));
    m_choices->addButton(choice, int(m_outcomes.size()));
    m_outcomes.push_back(outcome);
    body().addWidget(choice);
}

std::string CloseDialog::outcome() const
{
    const std::string& chosen = m_outcomes[std::size_t(m_choices->checkedId())];
    return chosen.empty() ? m_words->text().trimmed().toStdString() : chosen;
}

void CloseDialog::check()
{
    if (m_choices->checkedId() < 0)
        return;
    m_value->setVisible(outcome() == converted);
    m_words->setVisible(m_outcomes[std::size_t(m_choices->checkedId())].empty());
    setWhyNot(outcome().empty() ? tr("Say in a few words how it ended.") : QString());
}

void CloseDialog::go()
{
    if (outcome().empty())
        return;
    CloseConversation close{m_conversation, context().session.agent, outcome()};
    if (close.outcome == converted)
        close.value = m_value->value();
    send(close);
}

HandDialog::HandDialog(const PageContext& pageContext, const Conversation& conversation, QWidget* parent)
    : MoveDialog(pageContext, tr("Ask a lead to look at %1").arg(line(conversation.visitorName, 60)), tr("Raise hand"),
                 parent),
      m_conversation(conversation.id),
      m_words(new QLineEdit(this))
{
    setObjectName(QStringLiteral("handDialog"));
    m_words->setObjectName(QStringLiteral("handWords"));
    m_words->setAccessibleName(tr("What is it about?"));
    m_words->setPlaceholderText(tr("What is it about?"));
    m_words->setMaxLength(longestHandNote);
    body().addWidget(m_words);
    body().addWidget(newParagraph(tr("Leads see it on Live and in their work at once. You keep the conversation."),
                                  pageContext.theme, TextStyle::Secondary, ThemeColor::TextMuted, this));
    m_words->setFocus();
}

void HandDialog::go()
{
    send(RaiseHand{m_conversation, context().session.agent, true, m_words->text().trimmed().toStdString()});
}

}
