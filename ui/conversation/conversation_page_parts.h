#pragma once

#include "model/domain/change_set.h"
#include "ui/conversation/composer.h"
#include "ui/conversation/conversation_page.h"
#include "ui/conversation/transcript_model.h"
#include "ui/shared/command_answers.h"

#include <QHash>
#include <QTimer>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace signalbox {

class ConversationHeader;
class EmptyState;
class HandoffCard;
class InlineMessage;
class TranscriptView;
class WorkPane;

// What the conversation page is made of and does: which conversation is shown, its drafts, its commands.
struct ConversationPage::Parts : QObject {
    Parts(ConversationPage& page, const PageContext& context);

    void buildLayout();
    void buildActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    void connectParts();

    void open(const ConversationId& id);
    void apply(const ChangeSet& changes);
    void applyToShown(const ChangeSet& changes);
    void showDetail(const ConversationDetail& loaded);
    void showConversation();   // header, rights and list follow what is known now
    void tick();
    void refreshList();
    void moveBetweenPanes(int step);
    void rememberDraft();

    bool mine() const;
    Composer::Rights rights() const;
    QString ownerText() const;

    void send(const QString& text, bool note);
    void take();
    void transfer(const QueueId& queue);
    void close(const QString& outcome);
    void sayRefused(const QString& what, const QString& why);

    ConversationPage& page;
    PageContext context;
    CommandAnswers commands;
    ConversationId shown;
    std::optional<Conversation> conversation;
    std::optional<ConversationDetail> detail;
    QHash<QString, Composer::Draft> drafts;
    std::optional<Instant> typingUntil;

    WorkPane* work;
    QStackedWidget* centre;
    EmptyState* nothing;
    ConversationHeader* header;
    InlineMessage* message;
    TranscriptModel transcript;
    TranscriptView* view;
    QLabel* typing;
    Composer* composer;
    HandoffCard* card;
    QSplitter* splitter;
    QList<QAction*> actions;
    QTimer clock;
};

}
