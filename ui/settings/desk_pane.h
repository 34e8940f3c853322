#pragma once

#include "model/domain/desk_settings.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace signalbox {

class CommandAnswers;
class Form;
class PresenceStatesEditor;

// How desks work here: missed offers, wrap-up, states of presence; and how this seat is told.
class DeskPane : public QWidget {
    Q_OBJECT

public:
    DeskPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void build();
    void buildNotices();
    void refresh();
    void edit();
    DeskSettings written() const;
    void save();

    PageContext m_context;
    CommandAnswers& m_commands;
    Form* m_form;
    QSpinBox* m_missed;
    QSpinBox* m_wrapUp;
    PresenceStatesEditor* m_states;
    QCheckBox* m_notices;
    QCheckBox* m_sounds;
};

}
