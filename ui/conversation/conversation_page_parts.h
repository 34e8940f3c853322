#pragma once

#include "model/domain/change_set.h"
#include "ui/conversation/conversation_page.h"
#include "ui/shared/command_answers.h"

#include <QTimer>

class QAction;
class QSplitter;
class QStackedWidget;

namespace signalbox {

class ConversationHeader;
class EmptyState;
class HandoffCard;
class TalkPane;
class WorkPane;

// What the conversation page is made of and does: which conversation is shown, and its commands.
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

    void transfer(const QueueId& queue);
    void close(const QString& outcome);

    ConversationPage& page;
    PageContext context;
    CommandAnswers commands;
    ConversationId shown;
    std::optional<Conversation> conversation;
    std::optional<ConversationDetail> detail;

    WorkPane* work;
    QStackedWidget* centre;
    EmptyState* nothing;
    ConversationHeader* header;
    TalkPane* talk;
    HandoffCard* card;
    QSplitter* splitter;
    QList<QAction*> actions;
    QTimer clock;
};

}
