#include "ui/conversation/talk_pane.h"

#include "ui/conversation/transcript_view.h"
#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {
namespace {

QString keyOf(const ConversationId& id) { return QString::fromStdString(id.value); }

}

TalkPane::TalkPane(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_commands(context.port, context.model), m_view(new TranscriptView(context.theme, this)),
      m_typing(newLabel({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_message(new InlineMessage(context.theme, MessageKind::Bad, this)), m_composer(new Composer(context.theme, this))
{
    setObjectName(QStringLiteral("talkPane"));
    build();
    connectParts();
}

TalkPane::~TalkPane() = default;

void TalkPane::build()
{
    Theme& theme = m_context.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_view->setModel(&m_transcript);
    column->addWidget(m_view, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(theme.px(24), theme.px(4), theme.px(24), theme.px(16));
    foot->setSpacing(theme.px(6));
    m_typing->setMinimumHeight(theme.lineHeight(TextStyle::Secondary));
    foot->addWidget(m_typing);
    m_message->setDismissable(true);
    m_message->hide();
    foot->addWidget(m_message);
    foot->addWidget(m_composer);
    column->addLayout(foot);
}

void TalkPane::connectParts()
{
    connect(&m_context.model, &ConsoleModel::changed, this, &TalkPane::apply);
    connect(&m_context.model, &ConsoleModel::sessionChanged, this, &TalkPane::showConversation);
    connect(&m_context.port, &ConsolePort::detailLoaded, this, &TalkPane::showDetail);
    connect(&m_context.port, &ConsolePort::earlierLoaded, this, [this](const ConversationId& id, const std::vector<Message>& earlier) {
        if (id != m_shown)
            return;
        m_transcript.prependEarlier(earlier);
        m_view->setHasEarlier(!earlier.empty() && m_transcript.firstSequence() > 1);
    });
    connect(m_view, &TranscriptView::earlierWanted, this, [this] { m_context.port.loadEarlier(m_shown, m_transcript.firstSequence()); });
    connect(m_composer, &Composer::sendWanted, this, &TalkPane::send);
    connect(m_composer, &Composer::takeWanted, this, &TalkPane::take);
    connect(m_composer, &Composer::typing, this, [this] { m_context.model.submit(AgentTyping{m_shown, m_context.session.agent}); });
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
}

void TalkPane::open(const ConversationId& id)
{
    if (id.empty())
        return;
    if (id != m_shown) {
        rememberDraft();
        m_shown = id;
        m_conversation.reset();
        m_typingUntil.reset();
        m_message->hide();
        m_transcript.clear();
        m_view->setHasEarlier(false);
        m_composer->setDraft(m_drafts.value(keyOf(id)));
    }
    if (const Conversation* known = m_context.model.conversation(id))
        m_conversation = *known;
    m_typingUntil = m_context.model.visitorTypingUntil(id);
    m_context.port.loadDetail(id);
    showConversation();
}

void TalkPane::rememberDraft()
{
    if (m_shown.empty())
        return;
    const Composer::Draft draft = m_composer->draft();
    if (draft.text.isEmpty())
        m_drafts.remove(keyOf(m_shown));
    else
        m_drafts.insert(keyOf(m_shown), draft);
}

void TalkPane::showDetail(const ConversationDetail& detail)
{
    if (detail.conversation.id != m_shown)
        return;
    // What the model knows is newer than what was read from the store, unless the conversation is closed by now.
    const Conversation* known = m_context.model.conversation(m_shown);
    m_conversation = known ? *known : detail.conversation;
    m_transcript.showLatest(detail.messages);
    m_view->setHasEarlier(detail.hasEarlier);
    showConversation();
}

void TalkPane::apply(const ChangeSet& changes)
{
    if (m_shown.empty())
        return;
    for (const Conversation& changed : changes.conversations)
        if (changed.id == m_shown)
            m_conversation = changed;
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
        m_composer->setRights(rights());
        tick(m_context.now());
    }
    Q_EMIT conversationChanged();
}

void TalkPane::tick(Instant now)
{
    const bool types = m_conversation && m_typingUntil && *m_typingUntil > now;
    m_typing->setText(types ? tr("%1 is typing…").arg(line(m_conversation->visitorName, 60)) : QString());
}

}
