#include "ui/conversation/talk_pane.h"

#include "ui/conversation/held_reply_bar.h"
#include "ui/conversation/suggestion_bar.h"
#include "ui/conversation/transcript_search.h"
#include "ui/conversation/transcript_view.h"
#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QHideEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace signalbox {

TalkPane::TalkPane(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(context.port, context.model),
      m_drafts(context.state),
      m_transcript(nullptr, [&model = context.model](const AgentId& id) { return model.agentName(id); }),
      m_view(new TranscriptView(context.theme, this)),
      m_search(new TranscriptSearch(context.theme, m_transcript, *m_view, this)),
      m_typing(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_message(new InlineMessage(context.theme, MessageKind::Bad, this)),
      m_suggestion(new SuggestionBar(context.theme, this)),
      m_heldBar(new HeldReplyBar(context.theme, this)),
      m_composer(new Composer(context, this))
{
    setObjectName(QStringLiteral("talkPane"));
    build();
    connectParts();
    connectComposer();
}

TalkPane::~TalkPane()
{
    disconnect(m_composer, nullptr, this, nullptr);
    sendHeld();
    rememberDraft();
}

void TalkPane::build()
{
    setSurface(*this, m_context.theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_search);
    m_view->setTranscript(&m_transcript);
    column->addWidget(m_view, 1);
    column->addLayout(buildFoot());
    const auto key
        = [this](const QString& name, const QString& text, const QKeySequence& keys, std::function<void()> act) {
              auto* action = new QAction(text, this);
              action->setObjectName(name);
              action->setShortcut(keys);
              action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
              connect(action, &QAction::triggered, this, std::move(act));
              addAction(action);
          };
    key(QStringLiteral("nextFound"), tr("Next message found"), QKeySequence(Qt::Key_F3), [this] { m_search->step(1); });
    key(QStringLiteral("previousFound"), tr("Previous message found"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [this] { m_search->step(-1); });
}

QVBoxLayout* TalkPane::buildFoot()
{
    Theme& theme = m_context.theme;
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(theme.px(24), theme.px(4), theme.px(24), theme.px(16));
    foot->setSpacing(theme.px(6));
    m_typing->setObjectName(QStringLiteral("whoWrites"));
    m_typing->setMinimumHeight(theme.lineHeight(TextStyle::Secondary));
    m_message->setObjectName(QStringLiteral("talkMessage"));
    m_message->setDismissable(true);
    m_message->hide();
    for (QWidget* part :
         {static_cast<QWidget*>(m_typing), static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_suggestion),
          static_cast<QWidget*>(m_heldBar), static_cast<QWidget*>(m_composer)})
        foot->addWidget(part);
    return foot;
}

void TalkPane::connectParts()
{
    connect(&m_context.model, &ConsoleModel::changed, this, &TalkPane::apply);
    connect(&m_context.model, &ConsoleModel::sessionChanged, this, &TalkPane::showConversation);
    connect(&m_context.port, &ConsolePort::detailLoaded, this, &TalkPane::showDetail);
    connect(&m_context.port, &ConsolePort::earlierLoaded, this, &TalkPane::showEarlier);
    connect(&m_context.port, &ConsolePort::answerSuggested, this, &TalkPane::showSuggestion);
    connect(&m_context.port, &ConsolePort::attachmentLoaded, this, &TalkPane::writeFile);
    connect(m_view, &TranscriptView::earlierWanted, this, &TalkPane::askForEarlier);
    connect(m_view, &TranscriptView::linkWanted, this, &TalkPane::followLink);
    connect(m_view, &TranscriptView::fileWanted, this, &TalkPane::saveFile);
    connect(m_view, &TranscriptView::whyWanted, this, [this] { Q_EMIT whyWanted(m_shown); });
    connect(m_search, &TranscriptSearch::opened, this, [this] {
        if (m_view->hasEarlier())
            askForEarlier();   // a search is about all of the conversation
    });
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
}

void TalkPane::connectComposer()
{
    connect(m_composer, &Composer::sendWanted, this, &TalkPane::send);
    connect(m_composer, &Composer::takeWanted, this, &TalkPane::take);
    connect(m_composer, &Composer::edited, this, &TalkPane::rememberDraft);
    connect(m_composer, &Composer::typing, this, [this] {
        m_context.model.submit(AgentTyping{m_shown, m_context.session.agent});
    });
    connect(m_composer, &Composer::tabInEmpty, m_suggestion, &SuggestionBar::take);
    connect(m_composer, &Composer::undoInEmpty, this, &TalkPane::undoSend);
    connect(m_composer, &Composer::filesRefused, this,
            [this](const QString& why) { sayRefused(tr("The file was not attached."), why); });
    connect(m_heldBar, &HeldReplyBar::over, this, &TalkPane::sendHeld);
    connect(m_heldBar, &HeldReplyBar::undoWanted, this, &TalkPane::undoSend);
    connect(m_suggestion, &SuggestionBar::taken, this, [this](const QString& answer) {
        m_composer->setTabWanted(false);
        writeReply();
        m_composer->insert(answer);
    });
    connect(m_suggestion, &SuggestionBar::dismissed, this, [this] {
        m_composer->setTabWanted(false);
        m_composer->takeKeyboard();
    });
}

void TalkPane::search() { m_search->open(); }

// Ctrl+F means another search elsewhere in the window; inside this pane it is ours before it is a shortcut.
bool TalkPane::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TalkPane::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find))
        search();
    else
        QWidget::keyPressEvent(event);
}

// Another place of the window, or the end of it: what was said is on its way. Minimising is neither.
void TalkPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        sendHeld();
}

}
