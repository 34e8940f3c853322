#include "ui/settings/agent_scope_fields.h"

#include "ui/settings/agent_text.h"
#include "ui/settings/form.h"
#include "ui/shared/format_text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace signalbox {
namespace {

constexpr int longestList = 500;
constexpr int longestNumber = 20;

QString problemOf(const auto& read) { return read ? QString() : text(read.error().message); }

}

AgentScopeFields::AgentScopeFields(Form& form)
    : QObject(&form),
      m_languages(form.addLine(QStringLiteral("agentLanguages"), tr("Languages"), longestList,
                               tr("With commas between them: de, en. Empty: every language."))),
      m_territories(form.addLine(QStringLiteral("agentTerritories"), tr("Territories"), longestList,
                                 tr("As the CRM names them, with commas between. Empty: every one."))),
      m_productLines(form.addLine(QStringLiteral("agentProductLines"), tr("Product lines"), longestList,
                                  tr("As the CRM names them, with commas between. Empty: every one."))),
      m_leastDeal(form.addLine(QStringLiteral("agentLeastDeal"), tr("Smallest deal"), longestNumber,
                               tr("In euros. Empty: no limit."))),
      m_mostDeal(form.addLine(QStringLiteral("agentMostDeal"), tr("Largest deal"), longestNumber,
                              tr("In euros. Empty: no limit."))),
      m_schedule(new QComboBox),
      m_leave(nullptr)
{
    m_schedule->setObjectName(QStringLiteral("agentSchedule"));
    form.addField(m_schedule, tr("Works"), tr("Outside this schedule nothing is offered to them."));
    m_leave = form.addText(QStringLiteral("agentLeave"), tr("Leave"), 3,
                           tr("One absence a line, first and last day: 2026-07-06 to 2026-07-17"));
    connect(m_schedule, &QComboBox::activated, &form, &Form::edited);
    addChecks(form);
}

void AgentScopeFields::addChecks(Form& form)
{
    form.checkField(m_leastDeal, [this] { return problemOf(readAmount(m_leastDeal->text())); });
    form.checkField(m_mostDeal, [this] {
        const auto least = readAmount(m_leastDeal->text());
        const auto most = readAmount(m_mostDeal->text());
        if (least && most && *least && *most && **most < **least)
            return tr("The largest deal is smaller than the smallest one.");
        return problemOf(most);
    });
    form.checkField(m_leave, [this] { return problemOf(readLeave(linesOf(*m_leave))); });
}

void AgentScopeFields::show(const Agent& agent, const std::vector<Schedule>& schedules)
{
    m_languages->setText(listText(agent.languages));
    m_territories->setText(listText(agent.territories));
    m_productLines->setText(listText(agent.productLines));
    m_leastDeal->setText(amountText(agent.leastDeal));
    m_mostDeal->setText(amountText(agent.mostDeal));
    m_schedule->clear();
    m_schedule->addItem(tr("Whenever they are online"), QString());
    for (const Schedule& schedule : schedules)
        m_schedule->addItem(line(schedule.name.empty() ? schedule.id.value : schedule.name, 80),
                            text(schedule.id.value));
    const QString chosen = text(agent.schedule.value);
    if (m_schedule->findData(chosen) < 0)   // the rulebook has it no more: it keeps nobody away and can be changed
        m_schedule->addItem(tr("%1 (not in the rulebook)").arg(line(agent.schedule.value, 80)), chosen);
    m_schedule->setCurrentIndex(m_schedule->findData(chosen));
    m_leave->setPlainText(leaveText(agent.leave));
}

bool AgentScopeFields::readable() const
{
    return readAmount(m_leastDeal->text()) && readAmount(m_mostDeal->text()) && readLeave(linesOf(*m_leave));
}

void AgentScopeFields::writeTo(Agent& agent) const
{
    agent.languages = readList(m_languages->text());
    agent.territories = readList(m_territories->text());
    agent.productLines = readList(m_productLines->text());
    agent.leastDeal = readAmount(m_leastDeal->text()).value_or(agent.leastDeal);
    agent.mostDeal = readAmount(m_mostDeal->text()).value_or(agent.mostDeal);
    agent.schedule.value = m_schedule->currentData().toString().toStdString();
    agent.leave = readLeave(linesOf(*m_leave)).value_or(agent.leave);
}

}
