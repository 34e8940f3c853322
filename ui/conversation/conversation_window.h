#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"
#include "ui/shared/page_context.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QSplitter;

namespace signalbox {

class ConversationActions;
class ConversationPane;
class HandoffCard;

// One conversation in a window of its own, for a second screen. It remembers where it stood.
class ConversationWindow : public QWidget {
    Q_OBJECT

public:
    ConversationWindow(const PageContext& context, const ConversationId& conversation);
    ~ConversationWindow() override;

    ConversationPane& pane() const { return *m_pane; }
    void tick(Instant now);
    void comeToFront();

Q_SIGNALS:
    void closed();   // by a person
    void policyWanted(const signalbox::PolicyId& policy);
    void conversationWanted(const signalbox::ConversationId& id);
    void whyWanted(const signalbox::ConversationId& id);

protected:
    void closeEvent(QCloseEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void showTitle();
    void showCard();

    PageContext m_context;
    ConversationPane* m_pane;
    HandoffCard* m_card;
    QSplitter* m_splitter;
    ConversationActions* m_actions;
    QAction* m_cardAction;
    QTimer m_settled;   // runs while it is being moved
};

}
