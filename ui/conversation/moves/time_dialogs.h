#pragma once

#include "model/domain/follow_up.h"
#include "ui/conversation/moves/move_dialog.h"

class QLineEdit;

namespace signalbox {

class QuietCombo;
class WhenField;

// Put aside until a time, or until the visitor writes.
class HoldDialog : public MoveDialog {
    Q_OBJECT

public:
    HoldDialog(const PageContext& context, const Conversation& conversation, QWidget* parent = nullptr);

protected:
    void go() override;

private:
    ConversationId m_conversation;
    WhenField* m_when;
};

// A promise to act at a time: by whom, and what. With `moved` it takes the place of that one.
class FollowUpDialog : public MoveDialog {
    Q_OBJECT

public:
    FollowUpDialog(const PageContext& context, const ConversationId& conversation, const QString& visitor,
                   const std::optional<FollowUpOnScreen>& moved, QWidget* parent = nullptr);

protected:
    void go() override;

private:
    void check();

    ConversationId m_conversation;
    std::optional<FollowUpOnScreen> m_moved;
    WhenField* m_when;
    QuietCombo* m_owner;
    QLineEdit* m_note;
};

}
