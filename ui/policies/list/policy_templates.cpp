#include "ui/policies/list/policy_templates.h"

#include <QCoreApplication>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PolicyTemplates)
};

std::string said(const QString& text) { return text.toStdString(); }

Condition where(const char* attribute, Operator op, Operand operand)
{
    return {Comparison{attribute, op, std::move(operand)}};
}
Condition allOf(std::vector<Condition> parts) { return {AllOf{std::move(parts)}}; }

// The first queue: the place that is always there; none in a rulebook without queues, which the checker then says.
QueueId firstQueue(const Rulebook& rulebook)
{
    return rulebook.queues.empty() ? QueueId{} : rulebook.queues.front().id;
}
Action toFirstQueue(const Rulebook& rulebook) { return TransferToQueue{Target{firstQueue(rulebook).value, {}}}; }

std::vector<Action> atTier(std::vector<Action> actions, const Rulebook& rulebook, std::size_t rank)
{
    if (!rulebook.tiers.empty())
        actions.push_back(SetTier{rulebook.tiers[std::min(rank, rulebook.tiers.size() - 1)].id});
    return actions;
}

Policy policy(const QString& name, Condition when, std::vector<Action> actions)
{
    Policy made;
    made.name = said(name);
    made.enabled = false;
    made.when = std::move(when);
    made.actions = std::move(actions);
    return made;
}

Policy vip(const Rulebook& rulebook)
{
    return policy(Words::tr("VIP to a queue"),
                  where("conversation.tags", Operator::HasAny, Value{makeStringSet({"vip"})}),
                  atTier({toFirstQueue(rulebook)}, rulebook, 0));
}

ScheduleId officeOf(const Rulebook& rulebook)
{
    return rulebook.schedules.empty() ? ScheduleId{"office"} : rulebook.schedules.front().id;
}

void addOffice(Rulebook& rulebook)
{
    if (rulebook.schedules.empty())
        rulebook.schedules.push_back(
            {ScheduleId{"office"}, said(Words::tr("Office hours")), "UTC", {{{0, 1, 2, 3, 4}, 9 * 60, 18 * 60}}, {}});
}

Policy offHours(const Rulebook& rulebook)
{
    const SendMessage message{said(Words::tr("We are closed just now. We will write to you as soon as we are back."))};
    const FollowUp followUp{std::chrono::hours{12}, {}, said(Words::tr("Wrote out of hours"))};
    return policy(Words::tr("Out of hours"), {ScheduleTest{officeOf(rulebook), false}},
                  {message, followUp, toFirstQueue(rulebook)});
}

Policy territory(const Rulebook& rulebook)
{
    return policy(Words::tr("Territory"),
                  where("crm.territory", Operator::In, std::vector<Value>{Value{std::string("Northeast")}}),
                  {toFirstQueue(rulebook)});
}

Policy dealSize(const Rulebook& rulebook)
{
    return policy(Words::tr("Large deal"), where("crm.deal_size", Operator::Ge, Value{50'000.0}),
                  atTier({TransferToAgent{Target{{}, "crm.owner"}, firstQueue(rulebook)}}, rulebook, 0));
}

Policy unhappy(const Rulebook& rulebook)
{
    std::vector<Action> actions{toFirstQueue(rulebook), AddTag{"unhappy"}};
    if (!rulebook.alerts.empty())
        actions.push_back(RaiseAlert{rulebook.alerts.front().id});
    return policy(Words::tr("Unhappy visitor to a lead"),
                  where("message.text", Operator::Matches,
                        Value{std::string("(?i)\\b(angry|complain|complaint|unacceptable|lawyer|refund)\\b")}),
                  atTier(std::move(actions), rulebook, 0));
}

Policy asksForPerson(const Rulebook& rulebook)
{
    return policy(Words::tr("Asks for a person"), where("ai.asked_for_person", Operator::Eq, Value{true}),
                  {toFirstQueue(rulebook)});
}

Policy backAgain(const Rulebook& rulebook)
{
    return policy(Words::tr("Back to the last agent"), where("conversation.last_agent", Operator::Exists, Operand{}),
                  {TransferToLastAgent{firstQueue(rulebook)}});
}

Policy readyToBuy(const Rulebook& rulebook)
{
    return policy(Words::tr("Ready to buy"),
                  allOf({where("intent_score", Operator::Ge, Value{60.0}),
                         where("page.path", Operator::Starts, Value{std::string("/pricing")})}),
                  atTier({toFirstQueue(rulebook)}, rulebook, 1));
}

Policy aiElseQueue(const Rulebook& rulebook)
{
    return policy(Words::tr("AI answers, else a queue"), allOf({}), {AnswerWithAi{0.5, firstQueue(rulebook)}});
}

}

const std::vector<PolicyTemplate>& policyTemplates()
{
    static const std::vector<PolicyTemplate> all{
        {Words::tr("VIP to a queue"), Words::tr("Tagged visitors go first, to people."), vip, {}},
        {Words::tr("Out of hours"), Words::tr("A message now, a follow-up later."), offHours, addOffice},
        {Words::tr("Territory"), Words::tr("By where the account is looked after."), territory, {}},
        {Words::tr("Large deal"), Words::tr("To the account's owner, else a queue."), dealSize, {}},
        {Words::tr("Unhappy visitor to a lead"), Words::tr("By what they write; raises an alert."), unhappy, {}},
        {Words::tr("Asks for a person"), Words::tr("Nobody has to ask twice."), asksForPerson, {}},
        {Words::tr("Back to the last agent"), Words::tr("Who had it knows it."), backAgain, {}},
        {Words::tr("Ready to buy"), Words::tr("A high intent score on the price pages."), readyToBuy, {}},
        {Words::tr("AI answers, else a queue"), Words::tr("For the end of the list."), aiElseQueue, {}},
    };
    return all;
}

}
