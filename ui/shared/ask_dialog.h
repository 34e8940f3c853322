#pragma once

#include "model/domain/command.h"
#include "ui/shared/page_context.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;

namespace signalbox {

class CommandAnswers;
class FieldColumn;
class InlineMessage;

// A question with a few fields and a verb. The verb sends the command that the fields make; the dialog closes when it is
// done and says why when it is refused. Deletes itself when closed.
class AskDialog : public QDialog {
    Q_OBJECT

public:
    AskDialog(const PageContext& context, const QString& title, const QString& verb, const QString& objectName,
              QWidget* parent);

    FieldColumn& fields() { return *m_fields; }
    void setPreview(const QString& words);   // what would follow, beneath the fields
    QString preview() const;
    void ask(std::function<decltype(Command::what)()> make);   // and shows the dialog

private:
    void send();

    CommandAnswers* m_answers;
    FieldColumn* m_fields;
    QLabel* m_preview;
    InlineMessage* m_refusal;
    QPushButton* m_verb;
    std::function<decltype(Command::what)()> m_make;
};

}
