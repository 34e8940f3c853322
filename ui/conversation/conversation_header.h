#pragma once

#include "model/domain/conversation.h"
#include "ui/conversation/moves/move.h"
#include "ui/shared/page_context.h"

#include <QHash>
#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace signalbox {

class CountdownLabel;
class ElidedLabel;
class Tag;
class TierChip;

// Who is shown, what it is worth, through which channel and who else is there; the moves at the right, those that find
// no room behind "More".
class ConversationHeader : public QWidget {
    Q_OBJECT

public:
    explicit ConversationHeader(const PageContext& context, QWidget* parent = nullptr);

    void showConversation(const Conversation& conversation);
    void tick(Instant now);
    void showOutcomes();         // the menu beneath Close
    void setAlone(bool alone);   // whether another conversation stands beside it
    void setInOwnWindow();       // it can be opened there no more
    QToolButton* cardButton() const { return m_card; }

Q_SIGNALS:
    void moveWanted(signalbox::Move move);
    void closeWanted(const QString& outcome);   // empty: in other words
    void windowWanted();                        // of its own
    void paneLeaves();                          // this conversation need not stand here any more

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildWords(QVBoxLayout& words);
    void fillOutcomes();
    void fillMore();
    void showRights();
    void showWhoIsHere();
    void placeButtons();

    PageContext m_context;
    std::optional<Conversation> m_conversation;
    ElidedLabel* m_name;
    TierChip* m_tier;
    Tag* m_channel;
    Tag* m_origin;
    Tag* m_state;
    ElidedLabel* m_about;
    ElidedLabel* m_others;
    CountdownLabel* m_answerBy;
    QHash<Move, QPushButton*> m_buttons;
    QToolButton* m_moreButton;
    QToolButton* m_card;
    QToolButton* m_leave;
    QMenu* m_outcomes;
    QMenu* m_more;
    bool m_inOwnWindow = false;
};

}
