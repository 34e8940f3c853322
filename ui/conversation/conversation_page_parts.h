#pragma once

#include "ui/conversation/conversation_page.h"
#include "ui/conversation/desk_session.h"
#include "ui/shared/command_answers.h"

#include <QTimer>

#include <memory>
#include <vector>

class QAction;
class QSplitter;

namespace signalbox {

class ConversationActions;
class ConversationPane;
class ConversationWindow;
class HandoffCard;
class PaneRow;
class WorkPane;
struct ChangeSet;

// What the conversation page is made of and does: which conversations stand open, where, and what the desk tells of it.
struct ConversationPage::Parts : QObject {
    Parts(ConversationPage& page, const PageContext& context);
    ~Parts() override;

    void buildLayout();
    void buildActions();
    void buildPaneActions();
    void connectParts();
    void connectCard();

    void open(const ConversationId& id);
    void openBeside(const ConversationId& id);
    void openWindow(const ConversationId& id);
    ConversationWindow* windowOf(const ConversationId& id) const;
    void apply(const ChangeSet& changes);
    void rowChanged();   // what stands open, or what is known of it
    void placeCard();    // shown or not, and of whom
    void cardChanged();
    void showCard();
    void goOn(ConversationPane& pane, const ConversationId& from);   // after closing
    void tick();
    void refreshList();
    void moveBetweenPanes(int step);
    void tellWhereILook();

    void restoreSession();
    void keepSession();

    ConversationPage& page;
    PageContext context;
    CommandAnswers commands;

    WorkPane* work;
    PaneRow* row;
    HandoffCard* card;
    QSplitter* splitter;
    ConversationActions* actions;
    QAction* cardAction = nullptr;
    std::vector<std::unique_ptr<ConversationWindow>> windows;
    std::vector<std::unique_ptr<ConversationWindow>> closedWindows;   // until the next turn of the event loop
    bool restored = false;
    DeskSession kept;
    ConversationId cardOf;
    ConversationId lookedAt;
    int untilLookAgain = 0;   // ticks
    QTimer clock;
    QTimer cardSoon;
};

}
