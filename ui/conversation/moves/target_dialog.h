#pragma once

#include "ui/conversation/moves/move_dialog.h"

class QLabel;
class QPlainTextEdit;

namespace signalbox {

class TargetPicker;
struct MoveTarget;

// Transfer or invite: type a few letters of a queue, a team or an agent, add a note, Enter.
class TargetDialog : public MoveDialog {
    Q_OBJECT

public:
    enum class Use { Transfer, Invite };
    // `note` stands in the note's field: what was written for the next person already.
    TargetDialog(const PageContext& context, Use use, const Conversation& conversation, const QString& note,
                 QWidget* parent = nullptr);

protected:
    void go() override;

private:
    void build(const QString& note);
    void sayWhatHappens();
    TransferConversation transferTo(const MoveTarget& target) const;

    Use m_use;
    Conversation m_conversation;
    TargetPicker* m_targets;
    QPlainTextEdit* m_note;
    QLabel* m_preview;   // whom a transfer makes wait longer
};

}
