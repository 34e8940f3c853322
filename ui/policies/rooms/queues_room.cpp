#include "ui/policies/rooms/queues_room.h"

#include "ui/policies/rooms/relax_table.h"
#include "ui/policies/rooms/room_fields.h"
#include "ui/settings/agent_text.h"
#include "ui/shared/console_model.h"
#include "ui/shared/field_column.h"
#include "ui/shared/themed.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace signalbox {
namespace {


bool hasSkills(const Agent& agent, const Queue& queue)
{
    return std::ranges::all_of(queue.skills, [&](const Skill& needed) {
        return std::ranges::any_of(agent.skills,
                                   [&](const Skill& has) { return has.id == needed.id && has.level >= needed.level; });
    });
}

bool belongs(const Agent& agent, const Queue& queue)
{
    return (agent.queues.empty() || std::ranges::find(agent.queues, queue.id) != agent.queues.end())
        && (queue.team.empty() || queue.team == agent.team);
}

}

QueuesRoom::QueuesRoom(const StudioContext& context, QWidget* parent)
    : SectionRoom(context,
                  {QStringLiteral("queues"), tr("Queues"),
                   tr("Where conversations wait for a person. The first queue takes what nothing else claims."),
                   tr("Add queue"),
                   tr("There are no queues yet. Add the first one: whatever needs a person goes there.")},
                  tr("queue", "entry of the rulebook"), &Rulebook::queues, true, parent),
      m_name(fields()->addLine(QStringLiteral("queueName"), tr("Name"), 120)),
      m_skills(fields()->addText(QStringLiteral("queueSkills"), tr("Skills it asks for"), 3,
                                 tr("One per line, with a level from 1 to 5: enterprise 3"))),
      m_team(fields()->addLine(QStringLiteral("queueTeam"), tr("Only this team"), 80,
                               tr("Empty: everyone who answers this queue."))),
      m_schedule(fields()->addChoice(QStringLiteral("queueSchedule"), tr("Open"))),
      m_fallback(fields()->addChoice(QStringLiteral("queueFallback"), tr("While it is closed, conversations go to"))),
      m_relax(new RelaxTable(context.page.theme)),
      m_who(newParagraph({}, context.page.theme, TextStyle::Secondary, ThemeColor::TextMuted))
{
    buildFields();
    connectFields();
    start();
}

QSpinBox* QueuesRoom::addSeconds(const QString& objectName, const QString& label, int least, const QString& hint,
                                 seconds Queue::*field)
{
    QSpinBox* const made = fields()->addWhole(objectName, label, least, mostSeconds, tr(" s"), hint);
    m_times.emplace_back(made, field);
    connect(made, &QSpinBox::valueChanged, this, [this, label, objectName, field](int value) {
        change(
            tr("set “%1”").arg(label), [&](Queue& queue) { queue.*field = seconds{value}; }, objectName);
    });
    return made;
}

void QueuesRoom::buildFields()
{
    m_relax->setObjectName(QStringLiteral("queueRelax"));
    fields()->addWide(m_relax, tr("If nobody fits in time"));
    addSeconds(QStringLiteral("queueOffer"), tr("An offer stands for"), 5, {}, &Queue::offerFor)->setMaximum(3600);
    addSeconds(QStringLiteral("queueAskAgain"), tr("Ask again after"), 0,
               tr("Those who let the offer go, and only when nobody else can take it."), &Queue::askAgainAfter);
    addSeconds(QStringLiteral("queueRaise"), tr("Move up one tier after every"), 0, tr("While the visitor waits."),
               &Queue::raiseAfter)
        ->setSpecialValueText(tr("Never raised"));
    addSeconds(QStringLiteral("queueAffinity"), tr("Hold for the last agent or the account's owner"), 0,
               tr("Only while they are online."), &Queue::affinityFor)
        ->setSpecialValueText(tr("Not kept"));
    m_who->setObjectName(QStringLiteral("queueWho"));
    fields()->addPlain(m_who);
    fields()->checkField(m_skills, [this] {
        const auto read = readSkills(linesOf(*m_skills));
        return read ? QString() : text(read.error().message);
    });
}

void QueuesRoom::connectFields()
{
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the name"), [&](Queue& queue) { queue.name = text.toStdString(); }, QStringLiteral("name"));
    });
    connect(m_team, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the team"), [&](Queue& queue) { queue.team = text.trimmed().toStdString(); },
            QStringLiteral("team"));
    });
    connect(m_skills, &QPlainTextEdit::textChanged, this, [this] {
        if (const auto read = readSkills(linesOf(*m_skills)))
            change(
                tr("set the skills"), [&](Queue& queue) { queue.skills = *read; }, QStringLiteral("skills"));
    });
    connect(m_schedule, &QComboBox::activated, this, [this] {
        change(tr("set the schedule"),
               [&](Queue& queue) { queue.schedule.value = m_schedule->currentData().toString().toStdString(); });
    });
    connect(m_fallback, &QComboBox::activated, this, [this] {
        change(tr("set the fallback"),
               [&](Queue& queue) { queue.fallback.value = m_fallback->currentData().toString().toStdString(); });
    });
    connect(m_relax, &RelaxTable::edited, this, [this](const std::vector<RelaxStep>& after) {
        change(
            tr("set the relaxation"), [&](Queue& queue) { queue.relax = after; }, QStringLiteral("relax"));
    });
    connect(&studio().page.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (const Queue* const queue = changes.agents.empty() && changes.removedAgents.empty() ? nullptr : chosen())
            showWhoCanAnswer(*queue);
    });
}

Queue QueuesRoom::newEntry() const { return {}; }

void QueuesRoom::showChosen()
{
    const Queue* const queue = chosen();
    if (!queue)
        return;
    const Rulebook& rulebook = studio().draft.rulebook();
    showText(*m_name, queue->name);
    showText(*m_team, queue->team);
    const auto written = readSkills(linesOf(*m_skills));
    if (!written || *written != queue->skills)
        showText(*m_skills, skillsText(queue->skills).toStdString());
    fillSchedules(*m_schedule, rulebook, QT_TRANSLATE_NOOP("Rooms", "Always"));
    showChoice(*m_schedule, queue->schedule.value);
    fillQueues(*m_fallback, rulebook, queue->id.value, QT_TRANSLATE_NOOP("Rooms", "Nowhere: they wait"));
    showChoice(*m_fallback, queue->fallback.value);
    m_fallback->setEnabled(!queue->schedule.empty());
    m_relax->show(queue->relax);
    for (const auto& [field, time] : m_times)
        showWhole(*field, int(((*queue).*time).count()));
    showWhoCanAnswer(*queue);
}

void QueuesRoom::showWhoCanAnswer(const Queue& queue)
{
    QStringList able;
    QStringList lacking;
    for (const auto& [id, agent] : studio().page.model.agents())
        if (belongs(agent.agent, queue))
            (hasSkills(agent.agent, queue) ? able : lacking) << line(agent.agent.name, 60);
    QString words = able.isEmpty() ? tr("Nobody can answer this queue as it is.")
                                   : tr("Can answer: %1.").arg(able.join(QStringLiteral(", ")));
    if (!lacking.isEmpty())
        words += u' ' + tr("Lack a skill: %1.").arg(lacking.join(QStringLiteral(", ")));
    m_who->setText(words);
}

std::vector<EntryRoom::Reference> QueuesRoom::references(const QString& id) const
{
    return referencesFrom<Reference>(usesOf(studio().draft.rulebook(), QueueId{id.toStdString()}));
}

}
