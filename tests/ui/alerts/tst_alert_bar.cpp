#include "tests/support/ui_test.h"
#include "tests/ui/alerts/alert_data.h"
#include "ui/shared/inline_message.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace signalbox::test {

namespace {

struct OpenConversation : OpenAlerts {
    explicit OpenConversation(const char* id) { window.openConversation(ConversationId{id}); }

    QWidget* bar() { return find<QWidget>("alertBar"); }
    QString words() { return bar()->findChild<InlineMessage*>()->text(); }
    QPushButton* link(const QString& name) { return bar()->findChild<QPushButton*>(name); }
};

}

class AlertBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThereForMyAlertsAndForEscalatedOnes_data()
    {
        QTest::addColumn<QString>("conversation");
        QTest::addColumn<QString>("says");
        QTest::addRow("mine") << u"4802"_s << u"Alert: Hot lead waits. Yours: leads Fleet"_s;
        QTest::addRow("escalated")
            << u"4803"_s << u"Alert: Hot lead waits. Yours: nobody acknowledged it in time; leads Fleet · Escalated"_s;
        QTest::addRow("held back") << u"4805"_s
                                   << u"Alert: Hot lead waits. Yours: leads Fleet · Not told: quiet hours"_s;
        QTest::addRow("somebody else's") << u"4804"_s << QString();
        QTest::addRow("none") << u"4807"_s << QString();
    }
    void isThereForMyAlertsAndForEscalatedOnes()
    {
        QFETCH(QString, conversation);
        QFETCH(QString, says);
        OpenConversation open(qPrintable(conversation));
        QCOMPARE(open.bar()->isVisible(), !says.isEmpty());
        if (!says.isEmpty())
            QCOMPARE(open.words(), says);
    }

    void isAcknowledgedThere()
    {
        OpenConversation open("4802");
        QTest::mouseClick(open.link(u"acknowledgeHere"_s), Qt::LeftButton);
        QCOMPARE(open.port.sent<AcknowledgeAlert>().at(0).alert, 15);
        open.OpenAlerts::change(15, [](Alert& alert) {
            alert.acknowledgedAt = testNow();
            alert.acknowledgedBy = {"ines"};
        });
        QVERIFY2(open.words().endsWith(u"You acknowledged it just now"_s), qPrintable(open.words()));
        QVERIFY(!open.link(u"acknowledgeHere"_s));
        open.OpenAlerts::change(15, [](Alert& alert) { alert.endedAt = testNow(); });
        QVERIFY(!open.bar()->isVisible());
    }

    void isLabelledThere()
    {
        OpenConversation open("4802");
        QTest::mouseClick(open.link(u"labelHere"_s), Qt::LeftButton);
        auto* menu = open.find<QMenu>("labelMenu");
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Return);
        const Label given = open.port.sent<GiveLabel>().at(0).label;
        QVERIFY(given.alert == 15 && given.verdict == Verdict::True);
        ChangeSet changes;
        changes.labels = {given};
        Q_EMIT open.port.changed(changes);
        QCOMPARE(open.link(u"labelHere"_s)->text(), u"Label: true"_s);
    }

    void aRefusalIsSaidInTheConversation()
    {
        OpenConversation open("4802");
        QTest::mouseClick(open.link(u"acknowledgeHere"_s), Qt::LeftButton);
        Q_EMIT open.port.refused(open.port.submitted.back().ticket, u"This alert is over."_s);
        auto* said = open.find<InlineMessage>("talkMessage");
        QVERIFY(said->isVisible());
        QVERIFY(said->text().contains(u"This alert is over."_s));
    }
};

SIGNALBOX_UI_TEST(AlertBarTest)

}

#include "tst_alert_bar.moc"
