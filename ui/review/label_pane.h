#pragma once

#include "ui/review/review_state.h"

#include <QWidget>

class QAction;
class QListView;
class QPushButton;
class QStackedLayout;

namespace signalbox {

class Bar;
class EmptyState;
class LabelCard;
class PaneHeader;
class ReviewItemsModel;

// What is there to label: one card, and the list it goes through. T, F and U judge, J and K go on and back, Ctrl+Z takes
// the last label back.
class LabelPane : public QWidget {
    Q_OBJECT

public:
    LabelPane(const PageContext& context, ReviewState& state, QWidget* parent = nullptr);

    QListView* list() const { return m_list; }
    void judge(Verdict verdict);
    void go(int step);
    void takeBack();
    void askWhy();   // of the chosen one
    void askForReason();

Q_SIGNALS:
    void whyWanted(const signalbox::ConversationId& conversation, signalbox::Instant at);
    void conversationWanted(const signalbox::ConversationId& conversation);

private:
    void build();
    QWidget* newFooter();
    void refresh();
    void showCurrent();
    void takeReason();
    void findAgain();
    const ReviewItem* current() const;

    PageContext m_context;
    ReviewState& m_state;
    ReviewItemsModel* m_model;
    PaneHeader* m_header;
    Bar* m_done;
    LabelCard* m_card;
    QListView* m_list;
    QPushButton* m_undo = nullptr;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    std::optional<ReviewItem> m_shown;   // to be found again among others
};

}
