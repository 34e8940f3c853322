#pragma once

#include "ui/conversation/moves/move_dialog.h"

class QButtonGroup;
class QDoubleSpinBox;
class QLineEdit;

namespace signalbox {

// Closing with an outcome that needs words or a value of its own.
class CloseDialog : public MoveDialog {
    Q_OBJECT

public:
    CloseDialog(const PageContext& context, const Conversation& conversation, const std::string& outcome,
                QWidget* parent = nullptr);

protected:
    void go() override;

private:
    void build(const Conversation& conversation);
    void addChoice(const QString& words, const std::string& outcome);
    void check();
    std::string outcome() const;

    ConversationId m_conversation;
    std::vector<std::string> m_outcomes;   // by the button's id
    QButtonGroup* m_choices;
    QDoubleSpinBox* m_value;
    QLineEdit* m_words;
};

// Asks a lead to look, in one's own words.
class HandDialog : public MoveDialog {
    Q_OBJECT

public:
    HandDialog(const PageContext& context, const Conversation& conversation, QWidget* parent = nullptr);

protected:
    void go() override;

private:
    ConversationId m_conversation;
    QLineEdit* m_words;
};

}
