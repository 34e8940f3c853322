#pragma once

#include "ui/review/review_state.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace signalbox {

class Bar;

// "What did we miss?": the estimate in words, and the conversations that were worth an alert and raised none.
class MissedPane : public QWidget {
    Q_OBJECT

public:
    MissedPane(const PageContext& context, ReviewState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    void whyWanted(const signalbox::ConversationId& conversation, signalbox::Instant at);

private:
    void build();
    void refresh();
    void listFound();

    PageContext m_context;
    ReviewState& m_state;
    QLabel* m_words;
    Bar* m_bar;
    QPushButton* m_more;
    QListWidget* m_found;
    std::vector<std::pair<ConversationId, Instant>> m_rows;
};

}
