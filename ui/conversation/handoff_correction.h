#pragma once

#include "model/domain/change_set.h"
#include "ui/conversation/moves/move_dialog.h"

class QComboBox;
class QLineEdit;

namespace signalbox {

// Asks what is right instead, and why, and sends it as a CorrectConversation. `subject` as in model/domain/correction.h.
class CorrectionDialog : public MoveDialog {
    Q_OBJECT

public:
    CorrectionDialog(const PageContext& context, const ConversationDetail& detail, const std::string& subject,
                     QWidget* parent);

protected:
    void go() override;

private:
    void fill(const ConversationDetail& detail);
    void fillIntents(const ConversationDetail& detail);
    void addChoice(const std::string& value);
    void refresh();

    ConversationId m_conversation;
    std::string m_subject;
    QComboBox* m_value;
    QLineEdit* m_reason;
};

}
