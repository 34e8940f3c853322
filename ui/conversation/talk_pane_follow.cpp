// How the pane follows what is known of its conversation.
#include "ui/conversation/suggestion_bar.h"
#include "ui/conversation/talk_pane.h"
#include "ui/conversation/text_links.h"
#include "ui/conversation/transcript_search.h"
#include "ui/conversation/transcript_view.h"
#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"

#include <QDesktopServices>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int whatsAppCharacters = 4096;   // of one message, by WhatsApp's rules
constexpr std::chrono::seconds writesFor{8};

// As a name a file may have anywhere: no folders, nothing hidden.
QString plainFileName(const std::string& name)
{
    QString plain = line(name, 120);
    for (QChar& c : plain)
        if (QStringView(u"/\\:*?\"<>|").contains(c))
            c = u'_';
    while (plain.startsWith(u'.'))
        plain.remove(0, 1);
    return plain.isEmpty() ? QStringLiteral("file") : plain;
}

}

void TalkPane::open(const ConversationId& id)
{
    if (id.empty())
        return;
    if (id != m_shown) {
        sendHeld();
        rememberDraft();
        m_shown = id;
        m_conversation.reset();
        m_known = {};
        m_typingUntil.reset();
        m_suggestedFor = 0;
        m_draftShown = false;
        m_message->hide();
        m_suggestion->withdraw();
        m_transcript.clear();
        m_view->setHasEarlier(false);
        m_composer->setDraft({});
    }
    if (const Conversation* known = m_context.model.conversation(id))
        m_conversation = *known;
    m_typingUntil = m_context.model.visitorTypingUntil(id);
    restoreDraft();
    m_context.port.loadDetail(id);
    showConversation();
}

void TalkPane::showDetail(const ConversationDetail& detail)
{
    if (detail.conversation.id != m_shown)
        return;
    // What the model knows is newer than what was read from the store, unless the conversation is closed by now.
    const Conversation* known = m_context.model.conversation(m_shown);
    m_conversation = known ? *known : detail.conversation;
    m_known = detail.context;
    m_transcript.showLatest(detail.messages);
    m_view->setHasEarlier(detail.hasEarlier);
    m_search->setMoreToLoad(detail.hasEarlier);
    restoreDraft();
    showConversation();
}

void TalkPane::askForEarlier()
{
    m_view->setHasEarlier(false);   // once for each time that more is known to be there
    m_context.port.loadEarlier(m_shown, m_transcript.firstSequence());
}

void TalkPane::showEarlier(const ConversationId& id, const std::vector<Message>& earlier)
{
    if (id != m_shown)
        return;
    m_transcript.prependEarlier(earlier);
    const bool more = !earlier.empty() && m_transcript.firstSequence() > 1;
    m_view->setHasEarlier(more);
    m_search->setMoreToLoad(more);
    if (more && m_search->isVisibleTo(this))
        askForEarlier();
}

void TalkPane::apply(const ChangeSet& changes)
{
    if (m_shown.empty())
        return;
    for (const Conversation& changed : changes.conversations)
        if (changed.id == m_shown)
            m_conversation = changed;
    for (const auto& [id, change] : changes.context)
        if (id == m_shown)
            m_known.apply(change, m_context.now());
    for (const auto& [id, added] : changes.messages)
        if (id == m_shown) {
            m_transcript.append(added);
            if (added.author == Author::Visitor)
                m_typingUntil.reset();
        }
    for (const auto& [id, until] : changes.visitorTyping)
        if (id == m_shown)
            m_typingUntil = until;
    showConversation();
}

void TalkPane::showConversation()
{
    if (m_conversation) {
        m_transcript.setReached(m_conversation->deliveredUpTo, m_conversation->readUpTo);
        m_composer->setRights(rights());
        showKnown();
        askForSuggestion();
        tick(m_context.now());
    }
    Q_EMIT conversationChanged();
}

void TalkPane::showKnown()
{
    Values known = m_known.valuesAt(m_context.now());
    QString language;
    if (const auto told = known.find("visitor.language");
        told != known.end() && std::holds_alternative<std::string>(told->second))
        language = line(std::get<std::string>(told->second), 20);
    m_composer->setKnown(std::move(known), language,
                         m_conversation->channel == Channel::WhatsApp ? whatsAppCharacters : 0);
}

void TalkPane::tick(Instant now) { m_typing->setText(whoWrites(now)); }

QString TalkPane::whoWrites(Instant now) const
{
    QStringList writing;
    if (m_conversation && m_typingUntil && *m_typingUntil > now)
        writing << tr("%1 is typing…").arg(line(m_conversation->visitorName, 60));
    for (const Looking& looking : m_context.model.looking(m_shown))
        if (looking.typing && looking.agent != m_context.session.agent && now - looking.seen < writesFor)
            writing << tr("%1 is writing a reply too").arg(m_context.model.agentName(looking.agent));
    return writing.join(tr(" · "));
}

// The knowledge is asked once for each message of the visitor, while this agent has the conversation.
void TalkPane::askForSuggestion()
{
    const bool owed = mine() && m_conversation->lastAuthor == Author::Visitor;
    if (!owed) {
        m_suggestion->withdraw();
        m_composer->setTabWanted(false);
        return;
    }
    const std::int64_t asked = m_transcript.lastSequenceOf(Author::Visitor);
    if (asked == m_suggestedFor)
        return;
    m_suggestedFor = asked;
    m_suggestion->withdraw();
    m_composer->setTabWanted(false);
    m_context.port.suggestAnswer(m_shown);
}

void TalkPane::showSuggestion(const ConversationId& id, const std::optional<KnowledgeMatch>& match)
{
    if (id != m_shown || !mine() || m_conversation->lastAuthor != Author::Visitor || !match || match->answer.empty())
        return;
    m_suggestion->suggest(text(match->answer), line(match->title, 120));
    m_composer->setTabWanted(true);
}

void TalkPane::followLink(const QUrl& link)
{
    const QString target = targetOf(link);
    const QString question = link.scheme() == QLatin1String("mailto")
        ? tr("Write a mail to %1? The address comes from the conversation.").arg(target)
        : tr("Open a page of %1 in the browser? The link comes from the conversation:\n\n%2")
              .arg(target, link.toString(QUrl::FullyEncoded).left(300));
    if (m_context.prompts.confirm(question, tr("Open", "a link")))
        QDesktopServices::openUrl(link);
}

void TalkPane::saveFile(const Attachment& file)
{
    const auto target = m_context.prompts.saveFile(tr("Save file"), {}, plainFileName(file.name));
    if (!target)
        return;
    m_saving.insert(QString::fromStdString(file.id.value), *target);
    m_context.port.loadAttachment(file.id);
}

void TalkPane::writeFile(const AttachmentId& file, const Result<std::string>& bytes)
{
    const QString target = m_saving.take(QString::fromStdString(file.value));
    if (target.isEmpty())
        return;
    const auto refused = [this](const std::string& why) { sayRefused(tr("The file was not saved."), text(why)); };
    if (!bytes) {
        refused(bytes.error().message);
        return;
    }
    m_context.prompts.writeFile(target, *bytes, this, [this, target, refused](const Result<void>& written) {
        if (!written) {
            refused(written.error().message);
            return;
        }
        m_message->setKind(MessageKind::Good);
        m_message->setText(tr("Saved as %1.").arg(target.section(u'/', -1)));
        m_message->show();
    });
}

}
