#include "ui/conversation/work_list_model.h"

#include "tests/support/text_picture.h"
#include "tests/support/ui_test.h"
#include "tests/ui/conversation/work_data.h"
#include "ui/conversation/queue_clock.h"

#include <QAbstractItemModelTester>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

static void show(RecordingPort& port, const Conversation& conversation)
{
    ChangeSet changes;
    changes.conversations = {conversation};
    Q_EMIT port.changed(changes);
}

namespace {

struct List {
    explicit List(const ChangeSet& day = aBusyDay())
    {
        Q_EMIT port.changed(day);
        model.refresh(session.agent, {});
    }
    int rowOfFollowUp(const char* conversation) const
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (const FollowUpOnScreen* followUp = model.followUpAt(row);
                followUp && followUp->conversation.value == conversation)
                return row;
        return -1;
    }
    QString at(int row, int role) const { return model.index(row).data(role).toString(); }

    RecordingPort port;
    Session session{AgentId{"leila"}, u"Leila Haddad"_s, Role::Agent};
    ConsoleModel console{port, session};
    WorkListModel model{console, testNow};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}

class WorkListModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsOwedNextComesFirst()
    {
        List list;
        QCOMPARE(
            textPicture(list.model),
            (QStringList{u"Open · 3"_s, u"Bao Nguyen"_s, u"Amelia Okafor"_s, u"Marek Dvořák"_s,
                         u"Follow-ups today · 2"_s, u"Fiona Gallagher"_s, u"Ines Duarte"_s,
                         u"Waiting for visitor · 2"_s, u"Fiona Gallagher"_s, u"Visitor C41D"_s, u"Invited · 1"_s,
                         u"Henrik Aas"_s, u"On hold · 2"_s, u"Tariq Mansour"_s, u"Rosalind Vane"_s, u"Later · 1"_s}));
    }

    void aRaisedHandComesFirstForLeadsAlone()
    {
        Conversation asking = aConversation("4990").from("Zoe Blum").ownedBy("mark");
        asking.handRaisedBy = AgentId{"mark"};
        asking.handNote = "They want a discount";
        List agent;
        show(agent.port, asking);
        agent.model.refresh(agent.session.agent, {});
        QCOMPARE(agent.model.rowOf(asking.id), -1);
        List lead;
        lead.session.role = Role::Lead;
        show(lead.port, asking);
        lead.session.role = Role::Lead;
        lead.model.refresh(lead.session.agent, {asking});
        QCOMPARE(lead.model.rowOf(asking.id), 1);
        QCOMPARE(lead.at(0, Qt::DisplayRole), u"Hands raised · 1"_s);
        QVERIFY(lead.at(1, WorkListModel::PreviewRole).endsWith(u"They want a discount"_s));
    }

    void whatIsPastItsTargetSaysByHowMuch()
    {
        List list;
        const int row = list.model.rowOf(ConversationId{"4703"});
        QVERIFY(list.model.index(row).data(WorkListModel::LateRole).toBool());
        QCOMPARE(list.at(row, WorkListModel::AgeRole), u"0:20 over"_s);
    }

    void aFollowUpThatIsDueSaysSo()
    {
        List list;
        const int due = list.rowOfFollowUp("4802");
        QVERIFY(list.model.index(due).data(WorkListModel::LateRole).toBool());
        QCOMPARE(list.at(due, WorkListModel::AgeRole), u"10:30"_s);
        QCOMPARE(list.at(due, WorkListModel::PreviewRole), u"Overdue · Call about the start of the pilot"_s);
        QVERIFY(!list.model.index(list.rowOfFollowUp("4650")).data(WorkListModel::LateRole).toBool());
    }

    void laterFollowUpsStandBehindOneLineUntilAskedFor()
    {
        List list;
        QCOMPARE(list.rowOfFollowUp("4811"), -1);
        list.model.showLater(true);
        list.model.refresh(list.session.agent, {});
        QCOMPARE(list.rowOfFollowUp("4811"), list.model.rowCount() - 1);
        QCOMPARE(list.at(list.model.rowCount() - 1, WorkListModel::AgeRole), u"Wed 16:43"_s);
    }

    void aFollowUpForWhomAPolicyNamesIsForWhoeverHasTheConversation()
    {
        ChangeSet day = aBusyDay();
        day.followUps = {aFollowUp("4817", "Amelia Okafor", seconds{600}, "Ring back", "owner")};
        List list(day);
        QVERIFY(list.rowOfFollowUp("4817") >= 0);
    }

    void clocksAreThoseOfTheQueuesSchedule()
    {
        Rulebook rulebook;
        rulebook.schedules.push_back({ScheduleId{"office"}, "Office", "Asia/Tokyo", {}, {}});
        Queue queue;
        queue.id = QueueId{"service"};
        queue.schedule = ScheduleId{"office"};
        rulebook.queues.push_back(queue);
        const Conversation there = aConversation("1").ownedBy("leila", "service");
        const Conversation elsewhere = aConversation("2").ownedBy("leila", "fleet");
        const QueueClock tokyo = queueClock(testNow(), &there, rulebook, testNow());
        QCOMPARE(tokyo.text, u"19:43 Tokyo"_s);
        QVERIFY2(tokyo.tooltip.contains(u"19:43 Tokyo"_s) && tokyo.tooltip.contains(u"10:43:16"_s),
                 qPrintable(tokyo.tooltip));
        QCOMPARE(queueClock(testNow(), &elsewhere, rulebook, testNow()).text, u"10:43"_s);
    }

    void aConversationThatBecomesMineWhileILookAtItStandsThereOnce();
    void aLineAboutMeSaysYou();
};

void WorkListModelTest::aConversationThatBecomesMineWhileILookAtItStandsThereOnce()
{
    RecordingPort port;
    Session session{AgentId{"femke"}, u"Femke"_s, Role::Agent};
    ConsoleModel console(port, session);
    WorkListModel model(console, testNow);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    const Conversation waits = aConversation("1").from("Amelia").waiting("care", seconds{10}).build();
    show(port, waits);
    model.refresh(session.agent, {waits});
    QCOMPARE(textPicture(model), (QStringList{u"Not yours"_s, u"Amelia"_s}));

    show(port, aConversation("1").from("Amelia").ownedBy("femke").build());
    model.refresh(session.agent, {waits});   // the page still holds the older copy
    QCOMPARE(model.rowCount(), 2);
    model.refresh(session.agent, {});
    QCOMPARE(textPicture(model), (QStringList{u"Open · 1"_s, u"Amelia"_s}));
}

void WorkListModelTest::aLineAboutMeSaysYou()
{
    RecordingPort port;
    Session session{AgentId{"femke"}, u"Femke"_s, Role::Agent};
    ConsoleModel console(port, session);
    WorkListModel model(console, testNow);
    show(port, aConversation("1").ownedBy("femke").said("Femke joined", Author::System).build());
    model.refresh(session.agent, {});
    QCOMPARE(model.index(1).data(WorkListModel::PreviewRole).toString(), u"You joined"_s);
}

SIGNALBOX_UI_TEST(WorkListModelTest)

}

#include "tst_work_list_model.moc"
