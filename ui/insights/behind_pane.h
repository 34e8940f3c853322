#pragma once

#include "ui/shared/analysis_port.h"
#include "ui/shared/page_context.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace signalbox {

class BehindModel;
class PaneHeader;

// At the right: the conversations behind a figure, the newest first. Opens one with Enter or a double click, and says why
// with W. Escape closes it.
class BehindPane : public QWidget {
    Q_OBJECT

public:
    explicit BehindPane(const PageContext& context, QWidget* parent = nullptr);

    // `numbers` as the figures have them, the oldest first.
    void open(const QString& title, const std::vector<std::int64_t>& numbers, RowsOf of);
    void leave();   // the keyboard goes back to what had it
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void conversationWanted(const signalbox::ConversationId& conversation);
    void whyWanted(const signalbox::ConversationId& conversation, signalbox::Instant at);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void take(quint64 ticket, const std::vector<ReviewedConversation>& conversations);
    void say(const QString& words);
    void openChosen();
    void askWhy();

    PageContext m_context;
    PaneHeader* m_header;
    QLabel* m_words;
    BehindModel* m_model;
    QListView* m_list;
    QPushButton* m_open;
    QPushButton* m_why;
    QPointer<QWidget> m_before;   // had the keyboard
    QTimer m_slow;
    quint64 m_ticket = 0;
    std::size_t m_all = 0;
    RowsOf m_of = RowsOf::Conversations;
};

}
