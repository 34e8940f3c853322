// The part of versions_room.h that brings an old version back.
#include "ui/policies/draft/policy_order.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/versions/versions_room.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/prompts.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/session.h"

#include <QPushButton>

namespace signalbox {

void VersionsRoom::refreshButtons()
{
    const int version = m_after->currentData().toInt();
    const int live = m_context.page.model.rulebookOnScreen().version;
    const bool old = m_after->currentData().isValid() && version != theDraft && version != live;
    const QString why = !m_context.page.session.mayPublish() ? tr("Only supervisors publish.")
        : !old                                               ? tr("Choose an older version first.")
                                                             : QString();
    const bool isRead = m_documents.contains(version);
    m_again->setEnabled(why.isEmpty() && isRead && !m_publishing);
    m_again->setToolTip(why.toHtmlEscaped());
    m_take->setEnabled(old && isRead);
}

void VersionsRoom::publishAgain()
{
    const int version = m_after->currentData().toInt();
    const auto document = this->document(version);
    if (!document)
        return;
    const int live = m_context.page.model.rulebookOnScreen().version;
    const auto note = m_context.page.prompts.askText(
        tr("Publish v%1 again, as version %2? Say why.").arg(version).arg(live + 1), tr("Publish", "a rulebook"));
    if (!note)
        return;
    const QString reason = note->trimmed();
    const QString words
        = reason.isEmpty() ? tr("v%1 again").arg(version) : tr("v%1 again: %2").arg(version).arg(reason);
    m_publishing = true;
    refreshButtons();
    const auto answered = [this](MessageKind kind, const QString& what, const QString& why) {
        m_publishing = false;
        m_message->setKind(kind);
        m_message->setText(what, why);
        m_message->show();
        refreshButtons();
    };
    m_commands.send(
        PublishRulebook{*document, words.toStdString(), m_context.page.session.agent, live, std::nullopt},
        [answered, version, live] {
            answered(MessageKind::Good, tr("v%1 is live again, as version %2.").arg(version).arg(live + 1), {});
        },
        [answered](const QString& why) {
            answered(MessageKind::Bad, tr("It was not published."), text(why.toStdString()));
        });
}

void VersionsRoom::takeAsDraft()
{
    const int version = m_after->currentData().toInt();
    if (const auto document = this->document(version))
        m_context.draft.replaceAll(readInTrialOrder(*document), tr("take v%1 as the draft").arg(version));
    compareDraft();
}

}
