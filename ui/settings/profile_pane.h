#pragma once

#include "model/domain/knowledge.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace signalbox {

class CommandAnswers;
class FactsEditor;
class Form;

// What the company is: the AI answers from it what the FAQ does not know.
class ProfilePane : public QWidget {
    Q_OBJECT

public:
    ProfilePane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void fill();
    void save();
    CompanyProfile written() const;

    PageContext m_context;
    CommandAnswers& m_commands;
    Form* m_form;
    QLineEdit* m_name;
    QPlainTextEdit* m_description;
    FactsEditor* m_facts;
};

}
