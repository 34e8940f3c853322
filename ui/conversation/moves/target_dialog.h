#pragma once

#include "ui/conversation/moves/move_dialog.h"
#include "ui/conversation/moves/move_targets.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace signalbox {

// Transfer or invite: type a few letters of a queue, a team or an agent, add a note, Enter.
class TargetDialog : public MoveDialog {
    Q_OBJECT

public:
    enum class Use { Transfer, Invite };
    // `note` stands in the note's field: what was written for the next person already.
    TargetDialog(const PageContext& context, Use use, const Conversation& conversation, const QString& note,
                 QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void go() override;

private:
    void build(const QString& note);
    void search(const QString& words);
    const MoveTarget* chosen() const;
    void sayWhatHappens();
    TransferConversation transferTo(const MoveTarget& target) const;

    Use m_use;
    Conversation m_conversation;
    std::vector<MoveTarget> m_targets;
    QLineEdit* m_words;
    QListWidget* m_list;
    QPlainTextEdit* m_note;
    QLabel* m_preview;   // whom a transfer makes wait longer
};

}
