#pragma once

#include "model/domain/command.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/page_context.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class InlineMessage;

// One question about a conversation: fields, a verb, and room beside them to say why it was refused. Closes itself when
// the router has done it.
class MoveDialog : public QDialog {
    Q_OBJECT

public:
    MoveDialog(const PageContext& context, const QString& title, const QString& verb, QWidget* parent = nullptr);

Q_SIGNALS:
    void moved();   // done by the router

protected:
    QVBoxLayout& body() { return *m_body; }
    const PageContext& context() const { return m_context; }
    void setWhyNot(const QString& why);   // shown left of the buttons; empty: it may be done
    void send(decltype(Command::what) what);
    virtual void go() = 0;   // the verb, or Enter

private:
    PageContext m_context;
    CommandAnswers m_commands;
    QVBoxLayout* m_body;
    InlineMessage* m_refusal;
    QLabel* m_why;
    QPushButton* m_verb;
};

}
