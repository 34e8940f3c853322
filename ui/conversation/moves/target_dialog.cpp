#include "ui/conversation/moves/target_dialog.h"

#include "ui/conversation/moves/target_picker.h"
#include "ui/live/wait_preview.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace signalbox {
namespace {

using Use = TargetDialog::Use;

QString titleOf(Use use, const Conversation& conversation)
{
    const QString who = line(conversation.visitorName, 60);
    return use == Use::Transfer ? TargetDialog::tr("Transfer %1 to").arg(who)
                                : TargetDialog::tr("Invite to the conversation with %1").arg(who);
}

TargetPicker* newPicker(const PageContext& context, Use use, const Conversation& conversation, QWidget* parent)
{
    if (use == Use::Invite)
        return new TargetPicker(context.theme, inviteTargets(context.model, conversation), TargetDialog::tr("Agent"),
                                TargetDialog::tr("An agent's name"), parent);
    return new TargetPicker(context.theme, transferTargets(context.model, conversation),
                            TargetDialog::tr("Queue, team, agent or AI"),
                            TargetDialog::tr("A queue, a team, an agent or the AI"), parent);
}

QString verbOf(Use use) { return use == Use::Transfer ? TargetDialog::tr("Transfer") : TargetDialog::tr("Invite"); }

}

TargetDialog::TargetDialog(const PageContext& context, Use use, const Conversation& conversation, const QString& note,
                           QWidget* parent)
    : MoveDialog(context, titleOf(use, conversation), verbOf(use), parent),
      m_use(use),
      m_conversation(conversation),
      m_targets(newPicker(context, use, conversation, this)),
      m_note(new QPlainTextEdit(this)),
      m_preview(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this))
{
    setObjectName(use == Use::Transfer ? QStringLiteral("transferDialog") : QStringLiteral("inviteDialog"));
    build(note);
    sayWhatHappens();
    m_targets->setFocus();
}

void TargetDialog::build(const QString& note)
{
    Theme& theme = context().theme;
    body().addWidget(m_targets);
    QLabel* label = newLabel(m_use == Use::Transfer ? tr("Note for whoever takes it") : tr("What you want from them"),
                             theme, TextStyle::SectionLabel, ThemeColor::TextMuted, this);
    label->setBuddy(m_note);
    body().addWidget(label);
    m_note->setObjectName(QStringLiteral("moveNote"));
    m_note->setAccessibleName(label->text());
    m_note->setPlainText(note);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(theme.lineHeight(TextStyle::Body) * 3 + theme.px(16));
    body().addWidget(m_note);
    m_preview->setObjectName(QStringLiteral("movePreview"));
    m_preview->setVisible(m_use == Use::Transfer);
    body().addWidget(m_preview);
    connect(m_targets, &TargetPicker::changed, this, &TargetDialog::sayWhatHappens);
    connect(m_targets, &TargetPicker::activated, this, &TargetDialog::go);
}

void TargetDialog::sayWhatHappens()
{
    const MoveTarget* target = m_targets->chosen();
    setWhyNot(m_targets->whyNone());
    if (m_use == Use::Transfer)
        m_preview->setText(
            !target ? QString()
                    : transferPreviewWords(context().model, m_conversation, transferTo(*target), context().now()));
}

TransferConversation TargetDialog::transferTo(const MoveTarget& target) const
{
    const std::string id = target.id.toStdString();
    TransferConversation transfer{
        m_conversation.id, context().session.agent, {}, m_note->toPlainText().trimmed().toStdString()};
    switch (target.kind) {
    case MoveTarget::Kind::Ai:
        transfer.toAi = true;
        break;
    case MoveTarget::Kind::Queue:
        transfer.queue.value = id;
        break;
    case MoveTarget::Kind::Team:
        transfer.team = id;
        break;
    case MoveTarget::Kind::Agent:
        transfer.agent.value = id;
        break;
    }
    return transfer;
}

void TargetDialog::go()
{
    const MoveTarget* target = m_targets->chosen();
    if (!target)
        return;
    if (m_use == Use::Transfer)
        return send(transferTo(*target));
    send(InviteAgent{m_conversation.id, context().session.agent, AgentId{target->id.toStdString()},
                     m_note->toPlainText().trimmed().toStdString()});
}

}
