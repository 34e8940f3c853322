#pragma once

#include "ui/shared/page_context.h"

#include <QWidget>

class QCheckBox;

namespace signalbox {

class CommandAnswers;
class InlineMessage;

// The practice visitors' switch, and what it means.
class PracticePane : public QWidget {
    Q_OBJECT

public:
    PracticePane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void refresh();
    void switchTo(bool on);

    PageContext m_context;
    CommandAnswers& m_commands;
    QCheckBox* m_switch;
    InlineMessage* m_refusal;
};

}
