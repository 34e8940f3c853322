#pragma once

#include "model/domain/knowledge.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace signalbox {

class CommandAnswers;
class Form;

// The website chat: how it presents itself, who may embed it, and the line to put on a page.
class ChannelPane : public QWidget {
    Q_OBJECT

public:
    ChannelPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void buildEmbedding();
    void addChecks();
    void fill();
    void showGateway();
    void showColor();
    void save();
    WebsiteChannel written() const;

    PageContext m_context;
    CommandAnswers& m_commands;
    Form* m_form;
    QCheckBox* m_enabled;
    QLineEdit* m_title;
    QPlainTextEdit* m_greeting;
    QLineEdit* m_color;
    QLabel* m_swatch;
    QPlainTextEdit* m_origins;
    QLabel* m_address;
    QLineEdit* m_script;
    QPushButton* m_copy;
    QPushButton* m_demo;
};

}
