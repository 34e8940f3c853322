#pragma once

#include "model/domain/conversation.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;

namespace signalbox {

class CountdownLabel;
class ElidedLabel;
class Tag;
class TierChip;

// Who is shown, what it is worth and through which channel; transfer and close at the right.
class ConversationHeader : public QWidget {
    Q_OBJECT

public:
    explicit ConversationHeader(const PageContext& context, QWidget* parent = nullptr);

    void showConversation(const Conversation& conversation, bool mine);
    void tick(Instant now);
    void setCardShown(bool shown);   // what the toggle of the handoff card says
    QAction* transferAction() const { return m_transferAction; }
    QAction* closeAction() const { return m_closeAction; }
    QAction* cardAction() const { return m_cardAction; }

Q_SIGNALS:
    void transferWanted(const signalbox::QueueId& queue);
    void closeWanted(const QString& outcome);

private:
    void build();
    void fillQueues();
    void fillOutcomes();
    void addAction(QHBoxLayout* row, QAction* action, QPushButton* button, QMenu* menu);

    PageContext m_context;
    std::optional<Conversation> m_conversation;
    ElidedLabel* m_name;
    TierChip* m_tier;
    Tag* m_channel;
    Tag* m_origin;
    ElidedLabel* m_about;
    CountdownLabel* m_answerBy;
    QMenu* m_queues;
    QMenu* m_outcomes;
    QAction* m_transferAction;
    QAction* m_closeAction;
    QAction* m_cardAction;
};

}
