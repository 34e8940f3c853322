#include "tests/journeys/policy_studio/six_trades.h"

#include "app/console/sample_workspace.h"
#include "tests/journeys/policy_studio/supervisor.h"

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

void buildVeryImportant(const Supervisor& hand)
{
    hand.newPolicyFrom(u"VIP to a queue"_s, u"Very important people"_s);
    hand.chooseInAction(0, u"Enterprise desk"_s);
    hand.switchOn();
}

void buildDeals(const Supervisor& hand)
{
    hand.newPolicy(u"Large deals"_s);
    hand.setValue(hand.addCondition(u"crm.deal_size"_s), u"50k"_s);
    hand.addAction(u"Transfer to queue"_s);
    hand.chooseInAction(0, u"Enterprise desk"_s);
    hand.addAction(u"Set the tier"_s);
    hand.chooseInAction(1, u"P1 Act now"_s);
    hand.switchOn();
    hand.newPolicy(u"Deals"_s);
    hand.setValue(hand.addCondition(u"crm.deal_size"_s), u"10,000"_s);
    hand.addAction(u"Transfer to queue"_s);
    hand.chooseInAction(0, u"Everyone"_s);
    hand.switchOn();
}

// Small companies of the territory go to everyone.
void buildTerritory(const Supervisor& hand)
{
    hand.newPolicy(u"Territory"_s);
    QWidget& territory = hand.addCondition(u"crm.territory"_s);
    hand.setOperator(territory, u"is any of"_s);
    hand.addValues(territory, {u"DACH"_s, u"Nordics"_s});
    hand.addAction(u"Transfer to queue"_s);
    hand.chooseInAction(0, u"Enterprise desk"_s);
    hand.click(u"addException"_s);
    QWidget& size = hand.chooseAttribute(u"crm.company_size"_s);
    hand.setOperator(size, u"is less than"_s);
    hand.setValue(size, u"50"_s);
    hand.chooseInAction(0, u"Everyone"_s, u"exceptActions"_s);
    hand.switchOn();
}

// Whoever reads about insurance, or is known to want it: two conditions of which any will do.
void buildProductLine(const Supervisor& hand)
{
    hand.newPolicy(u"Product line"_s);
    QWidget& page = hand.addGroup(u"page.path"_s);
    hand.setOperator(page, u"starts with"_s);
    hand.setValue(page, u"/insurance"_s);
    hand.setValue(hand.addToGroup(u"crm.product_line"_s), u"insurance"_s);
    hand.addAction(u"Transfer to queue"_s);
    hand.chooseInAction(0, u"Insurance desk"_s);
    hand.switchOn();
}

void buildOutOfHours(const Supervisor& hand)
{
    hand.newPolicyFrom(u"Out of hours"_s, u"Out of hours"_s);
    hand.setValue(hand.addCondition(u"conversation.channel"_s), u"website"_s);
    hand.chooseInAction(2, u"Off-hours desk"_s);
    hand.switchOn();
}

// The first by hand, the others as its copies.
void buildDepartments(const Supervisor& hand)
{
    const QStringList departments = sixTrades::departments();
    const QStringList desks = sixTrades::desks();
    hand.newPolicy(u"Airline"_s);
    hand.setValue(hand.addCondition(u"import.department"_s), departments.front());
    hand.addAction(u"Transfer to queue"_s);
    hand.chooseInAction(0, desks.front());
    hand.switchOn();
    for (qsizetype i = 1; i < departments.size(); ++i) {
        hand.duplicatePolicy(desks[i].chopped(5));   // without " desk"
        hand.setValue(hand.onlyCondition(u"policyWhen"_s), departments[i]);
        hand.chooseInAction(0, desks[i]);
        hand.switchOn();
    }
}

// What counts for the intent score, what has to be known of a company, and who large deals disturb.
void buildScoresAndAlerts(const Supervisor& hand)
{
    hand.goTo(u"Signals"_s);
    hand.addSignal(u"Looked at prices"_s, u"25"_s);
    QWidget& page = hand.addCondition(u"page.path"_s, u"signalCondition"_s);
    hand.setOperator(page, u"starts with"_s);
    hand.setValue(page, u"/pricing"_s);
    hand.goTo(u"Qualification"_s);
    hand.addCriterion(u"Large enough"_s, u"How many people work at your company?"_s);
    hand.setValue(hand.addCondition(u"crm.company_size"_s, u"criterionCondition"_s), u"20"_s);
    hand.goTo(u"Alerts"_s);
    hand.addAlert(u"A large deal waits"_s);
    hand.setValue(hand.addCondition(u"crm.deal_size"_s, u"alertCondition"_s), u"50k"_s);
}

}

namespace sixTrades {

std::vector<Command> workspace()
{
    auto commands = emptyCommands("Six Trades");
    if (!commands)
        throw Slip(QString::fromStdString(commands.error().message));
    Agent supervisor;
    supervisor.id.value = "ines";
    supervisor.name = "Ines Carvalho";
    supervisor.role = Role::Supervisor;
    supervisor.capacity = 3;
    commands->push_back({0, SaveAgent{supervisor, {}}});
    return std::move(*commands);
}

QStringList departments()
{
    return {u"airline"_s, u"fastfood"_s, u"finance"_s, u"insurance"_s, u"media"_s, u"software"_s};
}

QStringList desks()
{
    return {u"Airline desk"_s,   u"Fast food desk"_s, u"Finance desk"_s,
            u"Insurance desk"_s, u"Media desk"_s,     u"Software desk"_s};
}

QStringList policies()
{
    return {u"Very important people"_s,
            u"Large deals"_s,
            u"Deals"_s,
            u"Territory"_s,
            u"Product line"_s,
            u"Out of hours"_s,
            u"Airline"_s,
            u"Fast food"_s,
            u"Finance"_s,
            u"Insurance"_s,
            u"Media"_s,
            u"Software"_s,
            u"Everybody else"_s};
}

void buildRooms(const Supervisor& hand)
{
    hand.goTo(u"Queues"_s);
    for (const QString& queue : desks() + QStringList{u"Enterprise desk"_s, u"Off-hours desk"_s})
        hand.addQueue(queue);
    hand.goTo(u"Schedules"_s);
    hand.addSchedule(u"Office hours"_s);
    hand.openAlso(5, 10, 14);
    hand.until([&] { return hand.words(u"hoursInWords"_s).contains(u"44 hours a week"_s); },
               u"Saturday from 10 to 14"_s);
    hand.goTo(u"Tiers"_s);
    hand.addTier(u"Very important"_s);
    QWidget& vip = hand.onlyCondition(u"tierCondition"_s);
    hand.click(u"conditionAttribute"_s, &vip);
    hand.chooseAttribute(u"conversation.tags"_s);
    hand.addValues(vip, {u"vip"_s});
    constexpr int tiersAbove = 4;
    for (int i = 0; i < tiersAbove; ++i)
        hand.click(u"tiersUp"_s);
    buildScoresAndAlerts(hand);
}

void buildPolicies(const Supervisor& hand)
{
    hand.goTo(u"Policies"_s);
    hand.choosePolicy(u"The AI answers what it knows"_s);
    hand.press(QKeySequence::SelectAll);
    hand.press(Qt::Key_Delete);
    hand.newPolicyFrom(u"AI answers, else a queue"_s, u"Everybody else"_s);   // new ones come above the last
    hand.switchOn();
    buildVeryImportant(hand);
    buildDeals(hand);
    buildTerritory(hand);
    buildProductLine(hand);
    buildOutOfHours(hand);
    buildDepartments(hand);
}

}

}
