#pragma once

#include "model/domain/agent.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace signalbox {

class AgentScopeFields;
class CommandAnswers;
class EntryList;
class Form;
class UndoBar;

// Who answers: a list of people, and an editor for what they can and how much they hold.
class AgentsPane : public QWidget {
    Q_OBJECT

public:
    AgentsPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void build();
    void buildFields();
    void connectParts();
    void refreshList();
    void fillQueues(const std::vector<QueueId>& chosen);
    void edit(const Agent& agent);
    void show(const QString& id);
    void add();
    void save();
    void remove();
    bool mayLeave();
    QString whyReadOnly() const;
    Agent written() const;
    const Agent* known(const AgentId& id) const;

    PageContext m_context;
    CommandAnswers& m_commands;
    EntryList* m_list;
    Form* m_form;
    QLineEdit* m_name;
    QComboBox* m_role;
    QLineEdit* m_team;
    QPlainTextEdit* m_skills;
    QListWidget* m_queues;
    QSpinBox* m_capacity;
    QPlainTextEdit* m_weights;
    AgentScopeFields* m_scope;
    QPushButton* m_remove;
    UndoBar* m_undo;
    Agent m_edited;
};

}
