#include "ui/settings/agents_pane.h"

#include "routing/rulebook/rulebook.h"
#include "ui/settings/agent_scope_fields.h"
#include "ui/settings/agent_text.h"
#include "ui/shared/entry_list.h"
#include "ui/settings/form.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"
#include "ui/shared/undo_bar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

AgentsPane::AgentsPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent), m_context(context), m_commands(commands),
      m_list(new EntryList(context.theme, tr("Agents"), QStringLiteral("agentList"), tr("Add"), this)), m_form(new Form(context.theme, this)),
      m_role(new QComboBox), m_queues(new QListWidget), m_capacity(new QSpinBox), m_undo(new UndoBar(context.theme, this))
{
    build();
    buildFields();
    connectParts();
    refreshList();
}

void AgentsPane::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, m_context.theme, tr("Agents and skills"), tr("Who answers, what they know, and how much they hold at once."), this);
    QSplitter* splitter = newSplitter(Qt::Horizontal, QStringLiteral("agentsSplitter"), this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_form);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({m_context.theme.px(260), m_context.theme.px(740)});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    column->addWidget(m_undo);
}

void AgentsPane::buildFields()
{
    m_name = m_form->addLine(QStringLiteral("agentName"), tr("Name"), 120, tr("Visitors see it when this person answers."));
    m_role->setObjectName(QStringLiteral("agentRole"));
    m_role->addItem(tr("Agent"), int(Role::Agent));
    m_role->addItem(tr("Team lead"), int(Role::Lead));
    m_role->addItem(tr("Supervisor"), int(Role::Supervisor));
    m_form->addField(m_role, tr("Role"), tr("Agents answer; team leads also edit settings; supervisors also publish rulebooks."));
    m_team = m_form->addLine(QStringLiteral("agentTeam"), tr("Team"), 80);
    m_skills = m_form->addText(QStringLiteral("agentSkills"), tr("Skills"), 4, tr("One a line, with a level from 1 to 5: enterprise 3"));
    m_queues->setObjectName(QStringLiteral("agentQueues"));
    makeField(*m_queues);
    m_queues->setFixedHeight(m_context.theme.px(140));
    m_form->addField(m_queues, tr("Queues"), tr("None checked: every queue."));
    m_capacity->setObjectName(QStringLiteral("agentCapacity"));
    m_capacity->setRange(0, 100);
    m_capacity->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_capacity->setMinimumWidth(m_context.theme.px(96));
    m_form->addField(m_capacity, tr("Places"), tr("How many conversations at once."));
    m_weights = m_form->addText(QStringLiteral("agentWeights"), tr("Places a conversation takes"), 3, tr("One channel a line, such as whatsapp 0.5. One place when not said."));
    m_scope = new AgentScopeFields(*m_form);
    m_form->checkField(m_name, [this] { return m_name->text().trimmed().isEmpty() ? tr("Give the person's name.") : QString(); });
    m_form->checkField(m_skills, [this] {
        const auto read = readSkills(linesOf(*m_skills));
        return read ? QString() : text(read.error().message);
    });
    m_form->checkField(m_weights, [this] {
        const auto read = readWeights(linesOf(*m_weights));
        return read ? QString() : text(read.error().message);
    });
    m_remove = m_form->addFootButton(tr("Remove"), QStringLiteral("removeAgent"));
}

void AgentsPane::connectParts()
{
    connect(m_role, &QComboBox::activated, m_form, &Form::edited);
    connect(m_queues, &QListWidget::itemChanged, m_form, &Form::edited);
    connect(m_capacity, &QSpinBox::valueChanged, m_form, &Form::edited);
    connect(m_form, &Form::edited, this, [this] {
        const bool readable = readSkills(linesOf(*m_skills)) && readWeights(linesOf(*m_weights)) && m_scope->readable();
        m_form->setChanged(!m_edited.id.empty() && (!readable || written() != m_edited));
    });
    connect(m_form, &Form::saveWanted, this, &AgentsPane::save);
    connect(m_form, &Form::discardWanted, this, [this] {
        m_form->setChanged(false);
        if (!known(m_edited.id))
            m_edited = {};
        refreshList();
    });
    connect(m_remove, &QPushButton::clicked, this, &AgentsPane::remove);
    connect(m_list, &EntryList::chosen, this, &AgentsPane::show);
    connect(m_list, &EntryList::addWanted, this, &AgentsPane::add);
    connect(&m_context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.rulebook || !changes.agents.empty() || !changes.removedAgents.empty())
            refreshList();
    });
    connect(&m_context.model, &ConsoleModel::sessionChanged, this, &AgentsPane::refreshList);
}

const Agent* AgentsPane::known(const AgentId& id) const
{
    const AgentOnScreen* found = m_context.model.agent(id);
    return found ? &found->agent : nullptr;
}

QString AgentsPane::whyReadOnly() const
{
    return m_context.session.mayEditSettings() ? QString() : tr("Team leads and supervisors change who answers.");
}

void AgentsPane::refreshList()
{
    std::vector<ListedEntry> entries;
    for (const auto& [id, agent] : m_context.model.agents())
        entries.push_back({text(id.value), line(agent.agent.name, 120)});
    std::ranges::sort(entries, [](const ListedEntry& a, const ListedEntry& b) { return a.title.localeAwareCompare(b.title) < 0; });
    m_list->setEntries(entries);
    m_list->setMayAdd(whyReadOnly().isEmpty(), whyReadOnly());
    // Presence and load change all the time: only a changed person is filled in anew.
    if (!m_form->isChanged()) {
        const Agent* agent = known(m_edited.id);
        if (!agent && !entries.empty())
            agent = known(AgentId{entries.front().id.toStdString()});
        if (agent ? *agent != m_edited : !m_edited.id.empty())
            edit(agent ? *agent : Agent{});
    }
    m_remove->setEnabled(known(m_edited.id) && whyReadOnly().isEmpty());
    m_form->setBlocked(!whyReadOnly().isEmpty() ? whyReadOnly() : m_edited.id.empty() ? tr("There is nobody yet. Add the first person.") : QString());
}

void AgentsPane::fillQueues(const std::vector<QueueId>& chosen)
{
    const QSignalBlocker quiet(m_queues);
    m_queues->clear();
    std::vector<QueueId> all;
    for (const Queue& queue : m_context.model.rulebook().queues)
        all.push_back(queue.id);
    for (const QueueId& id : chosen)   // ones that the rulebook has no more can still be taken away
        if (std::ranges::find(all, id) == all.end())
            all.push_back(id);
    for (const QueueId& id : all) {
        auto* item = new QListWidgetItem(m_context.model.queueName(id), m_queues);
        item->setData(Qt::UserRole, text(id.value));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::ranges::find(chosen, id) != chosen.end() ? Qt::Checked : Qt::Unchecked);
    }
}

void AgentsPane::edit(const Agent& agent)
{
    m_edited = agent;
    {
        const QSignalBlocker quiet(m_form);
        m_name->setText(text(agent.name));
        m_role->setCurrentIndex(m_role->findData(int(agent.role)));
        m_team->setText(text(agent.team));
        m_skills->setPlainText(skillsText(agent.skills));
        fillQueues(agent.queues);
        m_capacity->setValue(agent.capacity);
        m_weights->setPlainText(weightsText(agent.channelWeights));
        m_scope->show(agent, m_context.model.rulebook().schedules);
    }
    m_form->clearErrors();
    m_form->setChanged(false);
    m_remove->setEnabled(known(agent.id) && whyReadOnly().isEmpty());
    m_list->choose(text(agent.id.value));
}

bool AgentsPane::mayLeave()
{
    return !m_form->isChanged() || m_context.prompts.confirm(tr("Leave this person without saving what you wrote?"), tr("Leave"));
}

void AgentsPane::show(const QString& id)
{
    if (!mayLeave())
        m_list->choose(text(m_edited.id.value));
    else if (const Agent* agent = known(AgentId{id.toStdString()}))
        edit(*agent);
}

void AgentsPane::add()
{
    if (!mayLeave())
        return;
    Agent agent;
    agent.id.value = "agent-" + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8).toStdString();
    m_form->setBlocked({});
    edit(agent);
    m_name->setFocus(Qt::OtherFocusReason);
}

Agent AgentsPane::written() const
{
    Agent agent = m_edited;
    agent.name = m_name->text().trimmed().toStdString();
    agent.role = Role(m_role->currentData().toInt());
    agent.team = m_team->text().trimmed().toStdString();
    agent.skills = readSkills(linesOf(*m_skills)).value_or(m_edited.skills);
    agent.queues.clear();
    for (int row = 0; row < m_queues->count(); ++row)
        if (m_queues->item(row)->checkState() == Qt::Checked)
            agent.queues.push_back({m_queues->item(row)->data(Qt::UserRole).toString().toStdString()});
    agent.capacity = m_capacity->value();
    agent.channelWeights = readWeights(linesOf(*m_weights)).value_or(m_edited.channelWeights);
    m_scope->writeTo(agent);
    return agent;
}

void AgentsPane::save()
{
    const Agent agent = written();
    m_commands.send(SaveAgent{agent, m_context.session.agent},
                    [this, agent] {
                        if (m_edited.id != agent.id)
                            return;
                        edit(agent);
                        m_form->showSaved(tr("Saved. Offers follow at once."));
                    },
                    [this](const QString& why) { m_form->showRefusal(tr("This person was not saved."), why); });
}

void AgentsPane::remove()
{
    const Agent* stored = known(m_edited.id);
    if (!stored)
        return;
    const Agent agent = *stored;
    m_commands.send(RemoveAgent{agent.id, m_context.session.agent},
                    [this, agent] {
                        m_undo->offer(tr("Removed %1").arg(line(agent.name, 80)), [this, agent] {
                            m_commands.send(SaveAgent{agent, m_context.session.agent}, {},
                                            [this](const QString& why) { m_form->showRefusal(tr("The person was not brought back."), why); });
                        });
                    },
                    [this](const QString& why) { m_form->showRefusal(tr("This person was not removed."), why); });
}

}
