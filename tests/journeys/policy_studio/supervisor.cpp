#include "tests/journeys/policy_studio/supervisor.h"

#include "ui/live/live_model.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QTableView>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QModelIndex rowWith(const QAbstractItemView& view, const QString& words)
{
    const QAbstractItemModel& model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == words)
            return model.index(row, 0);
    return {};
}

}

void Supervisor::openPolicies() const { click(u"railPolicies"_s); }
void Supervisor::openLive() const { click(u"railLive"_s); }
void Supervisor::goTo(const QString& room) const { chooseTab(u"rulebookRooms"_s, room); }

void Supervisor::addQueue(const QString& name) const
{
    click(u"queuesListAdd"_s);
    write(u"queueName"_s, name);
}

void Supervisor::addSchedule(const QString& name) const
{
    click(u"schedulesListAdd"_s);
    write(u"scheduleName"_s, name);
}

// The week's rows and hours lie as they are drawn: seven rows above a small edge, 24 hours beside the days.
void Supervisor::openAlso(int day, int from, int to) const
{
    auto* const week = see<QWidget>(u"weekGrid"_s);
    const double textScale = QApplication::font().pixelSize() / 13.0;
    const double rowHeight = 28 * textScale;
    const double names = 92 * textScale;
    const double hour = (week->width() - names - 5) / 24.0;
    const double y = week->height() - 2 - rowHeight * (6.5 - day);
    drag(*week, QPoint(int(names + hour * from), int(y)), QPoint(int(names + hour * to), int(y)));
}

void Supervisor::addTier(const QString& name) const
{
    click(u"tiersListAdd"_s);
    write(u"tierName"_s, name);
}

void Supervisor::addSignal(const QString& name, const QString& points) const
{
    click(u"signalsListAdd"_s);
    write(u"signalName"_s, name);
    write(u"signalWeight"_s, points);
}

void Supervisor::addCriterion(const QString& name, const QString& question) const
{
    click(u"qualificationListAdd"_s);
    write(u"criterionName"_s, name);
    write(u"criterionAsk"_s, question);
}

void Supervisor::addAlert(const QString& name) const
{
    click(u"alertsListAdd"_s);
    write(u"alertName"_s, name);
}

void Supervisor::newPolicy(const QString& name) const
{
    click(u"newPolicy"_s);
    until([this] { return see<QLineEdit>(u"policyName"_s)->hasFocus(); }, u"the keyboard in the name"_s);
    type(name);
}

void Supervisor::newPolicyFrom(const QString& start, const QString& name) const
{
    click(u"policyTemplates"_s);
    pick(u"templateMenu"_s, start);
    until([&] { return see<QLineEdit>(u"policyName"_s)->text() == start; }, start);
    write(u"policyName"_s, name);
}

void Supervisor::duplicatePolicy(const QString& name) const
{
    auto* const list = see<QListView>(u"policyRows"_s);
    const QString copied = list->currentIndex().data().toString();
    chooseRow(*list, copied);
    press(Qt::CTRL | Qt::Key_D);
    until([&] { return see<QLineEdit>(u"policyName"_s)->text() != copied; }, u"the copy of "_s + copied);
    write(u"policyName"_s, name);
}

void Supervisor::choosePolicy(const QString& name) const { chooseRow(*see<QListView>(u"policyRows"_s), name); }

void Supervisor::switchOn() const
{
    auto* const on = see<QCheckBox>(u"policyEnabled"_s);
    click(*on, QPoint(10, on->height() / 2));
    until([&] { return on->isChecked(); }, u"the policy is on"_s);
}

void Supervisor::dragPolicy(const QString& name, const QString& before) const
{
    auto* const list = see<QListView>(u"policyRows"_s);
    choosePolicy(name);
    const QRect from = list->visualRect(rowWith(*list, name));
    const QRect to = list->visualRect(rowWith(*list, before));
    constexpr int grip = 14;
    drag(*list->viewport(), QPoint(grip, from.center().y()), QPoint(grip, to.top() + 3));
    until([&] { return rowWith(*list, before).row() == rowWith(*list, name).row() + 1; }, name + u" above "_s + before);
}

QStringList Supervisor::policies() const
{
    const QAbstractItemModel& model = *see<QListView>(u"policyRows"_s)->model();
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, 0).data().toString();
    return names;
}

void Supervisor::typeValues() const
{
    click(u"tryTyped"_s);
    see<QTableView>(u"tryValues"_s);
}

// The rules may just be made ready anew, which takes away the field that is open: then it is written again.
void Supervisor::setTried(const QString& attribute, const QString& words) const
{
    auto* const table = see<QTableView>(u"tryValues"_s);
    const auto isTaken = [&] {
        const QModelIndex name = rowWith(*table, attribute);
        return name.isValid() && !sees(u"tryValue"_s, table)
            && name.siblingAtColumn(1).data(Qt::EditRole).toString() == words;
    };
    const auto write = [&] {
        const QModelIndex name = rowWith(*table, attribute);
        if (!name.isValid())
            return;
        table->scrollTo(name);
        click(*table->viewport(), table->visualRect(name).center());
        press(Qt::Key_F2);
        press(QKeySequence::SelectAll);
        press(Qt::Key_Delete);
        type(words);
        press(Qt::Key_Return);
    };
    until(
        [&] {
            if (!isTaken() && !sees(u"tryValue"_s, table))
                write();
            else if (!isTaken())
                press(Qt::Key_Return);   // the first may only close what is suggested
            return isTaken();
        },
        u"%1 for %2"_s.arg(words, attribute));
}

void Supervisor::expectOutcome(const QString& words) const
{
    until([&] { return see<QWidget>(u"tryOutcome"_s)->parentWidget()->accessibleName().contains(words); },
          u"the outcome “%1”"_s.arg(words));
}

QString Supervisor::ownerOf(const QString& visitor) const
{
    write(u"liveFilter"_s, visitor);
    QString owner;
    const auto isShown = [&] {
        if (!sees(u"liveList"_s))
            return false;
        const QAbstractItemModel& list = *see<QTableView>(u"liveList"_s)->model();
        if (list.rowCount() != 1 || list.index(0, int(LiveColumn::Visitor)).data().toString() != visitor)
            return false;
        owner = list.index(0, int(LiveColumn::Owner)).data().toString();
        return true;
    };
    until(isShown, visitor + u" in the live list"_s);
    return owner;
}

void Supervisor::keepRulebook(const QString& file) const
{
    chooseFile(file, [this] { command(u"policy"_s, u"exportRulebook"_s); });
    until([&] { return words(u"draftMessage"_s).contains(file.section(u'/', -1)); }, u"the rulebook in "_s + file);
}

void Supervisor::takeRulebook(const QString& file) const
{
    chooseFile(file, [this] { command(u"policy"_s, u"importRulebook"_s); });
    const QString said = file.section(u'/', -1) + u" is in the draft now."_s;
    until([&] { return words(u"draftMessage"_s).contains(said); }, u"the rulebook of "_s + file);
}

void Supervisor::dismissMessages() const
{
    while (sees(u"dismissMessage"_s))
        click(u"dismissMessage"_s);
}

void Supervisor::importConversations(const QString& file) const
{
    chooseFile(file, [this] { command(u"file"_s, u"importHistory"_s); });
    until([this] { return mayCommand(u"file"_s, u"importHistory"_s) && !mayCommand(u"file"_s, u"stopImport"_s); },
          u"the import of "_s + file);
    if (const QString said = words(u"noticeBanner"_s); !said.startsWith(u"Import finished"_s))
        throw Slip(said);
}

void Supervisor::chooseRow(QAbstractItemView& list, const QString& words) const
{
    QModelIndex row;
    until([&] { return (row = rowWith(list, words)).isValid(); }, u"the row "_s + words);
    list.scrollTo(row);
    click(*list.viewport(), list.visualRect(row).center());
    until([&] { return list.currentIndex().row() == rowWith(list, words).row(); }, u"choosing "_s + words);
}

}
