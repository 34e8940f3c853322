#include "ui/conversation/moves/target_dialog.h"

#include "ui/conversation/moves/target_delegate.h"
#include "ui/live/wait_preview.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
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

QString verbOf(Use use) { return use == Use::Transfer ? TargetDialog::tr("Transfer") : TargetDialog::tr("Invite"); }

}

TargetDialog::TargetDialog(const PageContext& context, Use use, const Conversation& conversation, const QString& note,
                           QWidget* parent)
    : MoveDialog(context, titleOf(use, conversation), verbOf(use), parent),
      m_use(use),
      m_conversation(conversation),
      m_targets(use == Use::Transfer ? transferTargets(context.model, conversation)
                                     : inviteTargets(context.model, conversation)),
      m_words(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_note(new QPlainTextEdit(this)),
      m_preview(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this))
{
    setObjectName(use == Use::Transfer ? QStringLiteral("transferDialog") : QStringLiteral("inviteDialog"));
    build(note);
    search({});
    m_words->setFocus();
}

void TargetDialog::build(const QString& note)
{
    Theme& theme = context().theme;
    m_words->setObjectName(QStringLiteral("targetWords"));
    m_words->setAccessibleName(m_use == Use::Transfer ? tr("Queue, team, agent or AI") : tr("Agent"));
    m_words->setPlaceholderText(m_use == Use::Transfer ? tr("A queue, a team, an agent or the AI")
                                                       : tr("An agent's name"));
    m_words->setMaxLength(200);
    m_words->installEventFilter(this);
    body().addWidget(m_words);
    m_list->setObjectName(QStringLiteral("targetList"));
    m_list->setAccessibleName(m_words->accessibleName());
    m_list->setItemDelegate(new TargetDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setFixedHeight(theme.px(34) * 6 + theme.px(8));
    makeField(*m_list);
    body().addWidget(m_list);
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
    connect(m_words, &QLineEdit::textChanged, this, &TargetDialog::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &TargetDialog::sayWhatHappens);
    connect(m_list, &QListWidget::itemActivated, this, &TargetDialog::go);
}

void TargetDialog::search(const QString& words)
{
    m_list->clear();
    for (std::size_t i = 0; i < m_targets.size(); ++i)
        if (matchesWords(m_targets[i], words)) {
            auto* item = new QListWidgetItem(m_targets[i].name, m_list);
            item->setData(TargetDelegate::DetailRole, m_targets[i].detail);
            item->setData(TargetDelegate::KindRole, int(m_targets[i].kind));
            item->setData(TargetDelegate::PresenceRole, int(m_targets[i].presence));
            item->setData(TargetDelegate::IndexRole, int(i));
            item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(m_targets[i].name, m_targets[i].detail));
        }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    sayWhatHappens();
}

const MoveTarget* TargetDialog::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? &m_targets[std::size_t(item->data(TargetDelegate::IndexRole).toInt())] : nullptr;
}

void TargetDialog::sayWhatHappens()
{
    if (!chosen())
        setWhyNot(m_targets.empty() ? tr("There is nobody else here yet.") : tr("Nobody and nothing is called that."));
    else
        setWhyNot({});
    if (m_use == Use::Transfer)
        m_preview->setText(
            !chosen() ? QString()
                      : transferPreviewWords(context().model, m_conversation, transferTo(*chosen()), context().now()));
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
    const MoveTarget* target = chosen();
    if (!target)
        return;
    if (m_use == Use::Transfer)
        return send(transferTo(*target));
    send(InviteAgent{m_conversation.id, context().session.agent, AgentId{target->id.toStdString()},
                     m_note->toPlainText().trimmed().toStdString()});
}

bool TargetDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return MoveDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return MoveDialog::eventFilter(watched, event);   // Enter is the dialog's default button
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
    return true;
}

}
