#pragma once

#include "model/domain/knowledge.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace signalbox {

class CommandAnswers;
class EntryList;
class Form;
class UndoBar;

// The questions the AI answers by itself: a list and an editor.
class FaqPane : public QWidget {
    Q_OBJECT

public:
    FaqPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void build();
    void refreshList();
    void edit(const FaqEntry& entry);
    void show(const QString& id);   // keeps what was written when it is not saved yet
    void add();
    void save();
    void remove();
    FaqEntry written() const;
    const FaqEntry* known(const QString& id) const;

    PageContext m_context;
    CommandAnswers& m_commands;
    EntryList* m_list;
    Form* m_form;
    QLineEdit* m_question;
    QPlainTextEdit* m_answer;
    QPlainTextEdit* m_alsoAsked;
    QPushButton* m_remove;
    UndoBar* m_undo;
    FaqEntry m_edited;   // as it is stored; empty id: none, a new id that is not stored: being added
};

}
