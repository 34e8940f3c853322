#pragma once

#include "ui/conversation/moves/move_dialog.h"

#include <functional>

namespace signalbox {

class FieldColumn;

// A move of a few fields: the verb sends the command that they make once they are all right.
class AskDialog : public MoveDialog {
    Q_OBJECT

public:
    AskDialog(const PageContext& context, const QString& title, const QString& verb, const QString& objectName,
              QWidget* parent);

    FieldColumn& fields() { return *m_fields; }
    void setPreview(const QString& words);                     // what would follow, beneath the fields
    void ask(std::function<decltype(Command::what)()> make);   // and shows the dialog

protected:
    void go() override;

private:
    FieldColumn* m_fields;
    QLabel* m_preview;
    std::function<decltype(Command::what)()> m_make;
};

}
