#include "ui/conversation/moves/time_dialogs.h"

#include "ui/conversation/moves/when_field.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int longestNote = 2000;   // characters

std::vector<NamedTime> holdTimes(Instant now)
{
    std::vector<NamedTime> times = usualTimes(now);
    times.insert(times.begin(), {HoldDialog::tr("Until they write"), std::nullopt});
    return times;
}

QString followUpTitle(const QString& visitor, bool moves)
{
    return moves ? FollowUpDialog::tr("Move the follow-up with %1 to").arg(visitor)
                 : FollowUpDialog::tr("Follow up with %1").arg(visitor);
}

}

HoldDialog::HoldDialog(const PageContext& pageContext, const Conversation& conversation, QWidget* parent)
    : MoveDialog(pageContext, tr("Put %1 on hold until").arg(line(conversation.visitorName, 60)), tr("Hold"), parent),
      m_conversation(conversation.id),
      m_when(new WhenField(pageContext.theme, holdTimes(pageContext.now()), pageContext.now(), this))
{
    setObjectName(QStringLiteral("holdDialog"));
    body().addWidget(m_when);
    body().addWidget(newParagraph(tr("It holds no place meanwhile, and comes back earlier if they write."),
                                  pageContext.theme, TextStyle::Secondary, ThemeColor::TextMuted, this));
    m_when->takeKeyboard();
}

void HoldDialog::go() { send(HoldConversation{m_conversation, context().session.agent, m_when->chosen()}); }

FollowUpDialog::FollowUpDialog(const PageContext& pageContext, const ConversationId& conversation,
                               const QString& visitor, const std::optional<FollowUpOnScreen>& moved, QWidget* parent)
    : MoveDialog(pageContext, followUpTitle(visitor, moved.has_value()),
                 moved ? tr("Move", "a follow-up") : tr("Follow up"), parent),
      m_conversation(conversation),
      m_moved(moved),
      m_when(new WhenField(pageContext.theme, usualTimes(pageContext.now()), pageContext.now(), this)),
      m_owner(new QuietCombo(tr("Who does it"), QStringLiteral("followUpOwner"), this)),
      m_note(new QLineEdit(this))
{
    setObjectName(QStringLiteral("followUpDialog"));
    Theme& theme = pageContext.theme;
    body().addWidget(m_when);
    const auto labelled = [&](const QString& words, QWidget* field) {
        QLabel* label = newLabel(words, theme, TextStyle::SectionLabel, ThemeColor::TextMuted, this);
        label->setBuddy(field);
        body().addSpacing(theme.px(4));
        body().addWidget(label);
        body().addWidget(field);
    };
    m_note->setObjectName(QStringLiteral("followUpNote"));
    m_note->setAccessibleName(tr("What is to be done"));
    m_note->setPlaceholderText(tr("Call about the start of the pilot"));
    m_note->setMaxLength(longestNote);
    labelled(tr("What is to be done"), m_note);
    for (const auto& [id, agent] : pageContext.model.agents())
        m_owner->addItem(line(agent.agent.name, 80), text(id.value));
    m_owner->chooseData(moved ? text(moved->owner) : text(pageContext.session.agent.value));
    if (m_owner->currentIndex() < 0)
        m_owner->chooseData(text(pageContext.session.agent.value));
    labelled(tr("Who does it"), m_owner);
    if (moved)
        m_note->setText(text(moved->note));
    connect(m_note, &QLineEdit::textChanged, this, &FollowUpDialog::check);
    check();
    m_when->takeKeyboard();
}

void FollowUpDialog::check()
{
    setWhyNot(m_note->text().trimmed().isEmpty() ? tr("Say what is to be done.") : QString());
}

void FollowUpDialog::go()
{
    const AgentId owner{m_owner->currentData().toString().toStdString()};
    if (m_note->text().trimmed().isEmpty() || !m_when->chosen())
        return;
    if (m_moved)   // the old one goes only when the new one is kept
        connect(
            this, &MoveDialog::moved, this,
            [this] {
                context().model.submit(EndFollowUp{m_conversation, m_moved->due, context().session.agent, false});
            },
            Qt::SingleShotConnection);
    send(SetFollowUp{m_conversation, context().session.agent, *m_when->chosen(), owner,
                     m_note->text().trimmed().toStdString()});
}

}
