#pragma once

#include "model/domain/desk_settings.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace signalbox {

class CommandAnswers;
class EntryList;
class Form;
class QuietCombo;
class UndoBar;

// Canned replies: what "/" and a few letters put into a reply.
class CannedPane : public QWidget {
    Q_OBJECT

public:
    CannedPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void build();
    void connectParts();
    void refreshList();
    void fillAttributes();
    void edit(const CannedReply& reply);
    void show(const QString& shortcut);   // keeps what was written when it is not saved yet
    bool mayLeave();
    void add();
    void save();
    void remove();
    void keep(DeskSettings settings, std::function<void()> done, const QString& refusal);
    CannedReply written() const;
    QString wrongShortcut() const;
    const CannedReply* known(const QString& shortcut) const;

    PageContext m_context;
    CommandAnswers& m_commands;
    EntryList* m_list;
    Form* m_form;
    QLineEdit* m_shortcut;
    QLineEdit* m_title;
    QPlainTextEdit* m_text;
    QuietCombo* m_attribute;
    QPushButton* m_remove;
    UndoBar* m_undo;
    CannedReply m_edited;   // as it is stored; no shortcut: being added
    bool m_adding = false;
};

}
