#pragma once

#include "model/domain/ids.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <memory>

class QAction;

namespace signalbox {

// My work: what is offered to me and what I hold at the left, the transcript and composer in the middle, the handoff
// card at the right.
class ConversationPage : public QWidget {
    Q_OBJECT

public:
    explicit ConversationPage(const PageContext& context, QWidget* parent = nullptr);
    ~ConversationPage() override;

    // Shows a conversation, mine or not; what is not mine is read-only with a button to take it.
    void open(const ConversationId& conversation);
    const ConversationId& shown() const;
    // For the window's Conversation menu, in order; each has an objectName and works while the page is in the window.
    QList<QAction*> menuActions() const;

Q_SIGNALS:
    void attentionChanged(int count);                  // offers to me and conversations with something unread
    void policyWanted(const signalbox::PolicyId& policy);   // a link to a policy was followed

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
