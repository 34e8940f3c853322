#pragma once

#include "model/domain/alert.h"
#include "ui/conversation/moves/move_dialog.h"

namespace signalbox {

class TargetPicker;

// Who is to look after an alert from now on: type a few letters of their name, Enter.
class HandOnDialog : public MoveDialog {
    Q_OBJECT

public:
    HandOnDialog(const PageContext& context, const Alert& alert, QWidget* parent = nullptr);

protected:
    void go() override;

private:
    std::int64_t m_alert;
    TargetPicker* m_people;
};

}
