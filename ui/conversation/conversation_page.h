#pragma once

#include "model/domain/ids.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <memory>

class QAction;

namespace signalbox {

// My work: what is offered to me and what I hold at the left, one to three conversations in the middle, the handoff card
// of the active one at the right. Further conversations stand in windows of their own. What stands open comes back with
// the next start.
class ConversationPage : public QWidget {
    Q_OBJECT

public:
    explicit ConversationPage(const PageContext& context, QWidget* parent = nullptr);
    ~ConversationPage() override;

    // Shows a conversation, mine or not; what is not mine is read-only with a button to take it.
    void open(const ConversationId& conversation);
    void openBeside(const ConversationId& conversation);
    void openInWindow(const ConversationId& conversation);
    const ConversationId& shown() const;   // the active one
    // For the window's Conversation menu, in order; each has an objectName and works while the page is in the window.
    QList<QAction*> menuActions() const;

Q_SIGNALS:
    void attentionChanged(int count);                       // offers to me and conversations with something unread
    void policyWanted(const signalbox::PolicyId& policy);   // a link to a policy was followed
    void whyWanted(const signalbox::ConversationId& conversation);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
