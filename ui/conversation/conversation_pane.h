#pragma once

#include "model/domain/change_set.h"
#include "ui/conversation/moves/move.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace signalbox {

class AlertBar;
class ConversationHeader;
class InlineMessage;
class MoveDialog;
class TalkPane;
class UndoBar;

// One conversation: who it is and what can be done with it, over what is said. Several stand side by side, or in windows
// of their own. It follows the port and the model by itself.
class ConversationPane : public QWidget {
    Q_OBJECT

public:
    explicit ConversationPane(const PageContext& context, QWidget* parent = nullptr);
    ~ConversationPane() override;

    void open(const ConversationId& id);
    const ConversationId& shown() const { return m_shown; }
    // As it is known now; nothing until the model or the port have told.
    const Conversation* conversation() const { return m_conversation ? &*m_conversation : nullptr; }
    const ConversationDetail* detail() const { return m_detail ? &*m_detail : nullptr; }
    void tick(Instant now);   // once a second

    // Begins a move: asks what has to be asked, and says beside the composer when it is refused.
    void start(Move move);
    void setAmongOthers(bool active, bool alone);   // marked when it is the one of several that commands are for

    ConversationHeader& header() const { return *m_header; }
    TalkPane& talk() const { return *m_talk; }

Q_SIGNALS:
    void shownChanged();                                    // another conversation, or something new is known of it
    void detailChanged();                                   // the handoff card follows
    void leftBehind(const signalbox::ConversationId& id);   // closed from here: the next one may come
    void moved();                                           // a dialog is over: the keyboard is back in the composer

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void apply(const ChangeSet& changes);
    bool applyToDetail(const ChangeSet& changes);
    void showDetail(const ConversationDetail& loaded);
    void showConversation();
    void transfer();
    void close(const QString& outcome);
    void closed(const QString& who, const ConversationId& id);
    void reopen(const ConversationId& id);
    void ask(MoveDialog* dialog);
    template <class What>
    void submit(What what, const QString& refusal);

    PageContext m_context;
    CommandAnswers m_commands;
    ConversationId m_shown;
    std::optional<Conversation> m_conversation;
    std::optional<ConversationDetail> m_detail;
    bool m_marked = false;   // active among several

    QStackedWidget* m_stack;
    ConversationHeader* m_header;
    AlertBar* m_alert;
    TalkPane* m_talk;
    InlineMessage* m_waits;
    UndoBar* m_undo;
};

}
