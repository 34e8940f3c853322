#include "ui/conversation/work_list_model.h"

#include "tests/support/builders.h"
#include "tests/support/recording_port.h"
#include "tests/support/text_picture.h"
#include "tests/support/ui_test.h"
#include "ui/shared/console_model.h"

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

class WorkListModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
    model.refresh(session.agent, waits);
    QCOMPARE(textPicture(model), (QStringList{u"Not yours"_s, u"Amelia"_s}));

    show(port, aConversation("1").from("Amelia").ownedBy("femke").build());
    model.refresh(session.agent, waits);   // the page still holds the older copy
    QCOMPARE(model.rowCount(), 2);
    model.refresh(session.agent, std::nullopt);
    QCOMPARE(textPicture(model), (QStringList{u"Open · 1"_s, u"Amelia"_s}));
}

void WorkListModelTest::aLineAboutMeSaysYou()
{
    RecordingPort port;
    Session session{AgentId{"femke"}, u"Femke"_s, Role::Agent};
    ConsoleModel console(port, session);
    WorkListModel model(console, testNow);
    show(port, aConversation("1").ownedBy("femke").said("Femke joined", Author::System).build());
    model.refresh(session.agent, std::nullopt);
    QCOMPARE(model.index(1).data(WorkListModel::PreviewRole).toString(), u"You joined"_s);
}

SIGNALBOX_UI_TEST(WorkListModelTest)

}

#include "tst_work_list_model.moc"
