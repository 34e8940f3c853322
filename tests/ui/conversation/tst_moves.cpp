#include "tests/support/ui_test.h"
#include "tests/ui/conversation/work_data.h"
#include "ui/conversation/moves/move_dialog.h"
#include "ui/conversation/moves/move_targets.h"
#include "ui/conversation/moves/when_field.h"
#include "ui/shared/inline_message.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ctrlShift = Qt::ControlModifier | Qt::ShiftModifier;

struct Moves : WorkDesk {
    Moves() { open("4817"); }
    MoveDialog* dialog(const QString& name) { return page.findChild<MoveDialog*>(name); }
    // As a window manager does, where there is none: the keyboard goes back to the window.
    bool closed(const QString& name)
    {
        if (!QTest::qWaitFor([&] { return !dialog(name); }))
            return false;
        QApplication::setActiveWindow(&page);
        return true;
    }
    QPlainTextEdit* text() { return find<QPlainTextEdit>(u"messageText"_s); }
    void key(Qt::Key key) { QTest::keyClick(text(), key, ctrlShift); }
};

}

class MovesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void transfersToAnAgentByAFewLettersAndEnter()
    {
        Moves desk;
        desk.key(Qt::Key_T);
        MoveDialog* dialog = desk.dialog(u"transferDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        auto* words = dialog->findChild<QLineEdit*>(u"targetWords"_s);
        QTest::keyClicks(words, u"ashd"_s);
        dialog->findChild<QPlainTextEdit*>(u"moveNote"_s)->setPlainText(u"Knows trailers"_s);
        QTest::keyClick(words, Qt::Key_Return);
        const auto sent = desk.port.sent<TransferConversation>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent[0].agent.value, std::string("mark"));
        QCOMPARE(sent[0].note, std::string("Knows trailers"));
        QVERIFY(sent[0].queue.empty() && sent[0].team.empty() && !sent[0].toAi);
        desk.answerDone();
        QTRY_VERIFY(!desk.dialog(u"transferDialog"_s));
    }

    void offersQueuesTheAiTeamsAndAgentsAndWhatStateTheyAreIn()
    {
        Moves desk;
        const auto targets = transferTargets(desk.model, *desk.model.conversation(ConversationId{"4817"}));
        QStringList shown;
        for (const MoveTarget& target : targets)
            shown << target.name + u": "_s + target.detail;
        QCOMPARE(shown,
                 (QStringList{u"Fleet sales: Queue · 1 waiting"_s, u"Service: Queue · 0 waiting"_s,
                              u"Back to the AI: It answers the next message"_s, u"Fleet: Team · 2 online"_s,
                              u"Service: Team · 1 online"_s, u"Ines Carvalho: Online · 0 of 4 · Service"_s,
                              u"Mark Ashdown: Online · 1 of 4 · Fleet"_s}));
        QVERIFY(matchesWords(targets[3], u"team fle"_s));
    }

    void takesTheNoteAlongThatWasBeingWritten()
    {
        Moves desk;
        desk.key(Qt::Key_N);
        QTest::keyClicks(desk.text(), u"Wants forty"_s);
        desk.key(Qt::Key_T);
        MoveDialog* dialog = desk.dialog(u"transferDialog"_s);
        QCOMPARE(dialog->findChild<QPlainTextEdit*>(u"moveNote"_s)->toPlainText(), u"Wants forty"_s);
        auto* words = dialog->findChild<QLineEdit*>(u"targetWords"_s);
        QTest::keyClicks(words, u"AI"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(desk.port.sent<TransferConversation>().at(0).toAi);
        desk.answerDone();
        QVERIFY(desk.text()->toPlainText().isEmpty());
    }

    void saysBesideTheTransferWhyItWasRefusedAndKeepsWhatWasWritten()
    {
        Moves desk;
        desk.key(Qt::Key_T);
        MoveDialog* dialog = desk.dialog(u"transferDialog"_s);
        dialog->findChild<QPlainTextEdit*>(u"moveNote"_s)->setPlainText(u"Please"_s);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"confirmMove"_s), Qt::LeftButton);
        desk.answerRefused(u"Mark Ashdown has left."_s);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<InlineMessage*>(u"moveRefusal"_s)->text().contains(u"Mark Ashdown has left."_s));
        QCOMPARE(dialog->findChild<QPlainTextEdit*>(u"moveNote"_s)->toPlainText(), u"Please"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(desk.closed(u"transferDialog"_s));
        QTRY_VERIFY(desk.text()->hasFocus());
    }

    void invitesAnotherAgentWhoIsNotThereYet()
    {
        Moves desk;
        desk.key(Qt::Key_I);
        MoveDialog* dialog = desk.dialog(u"inviteDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QListWidget*>(u"targetList"_s)->count(), 2);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"targetWords"_s), u"ines"_s);
        QTest::keyClick(dialog->findChild<QLineEdit*>(u"targetWords"_s), Qt::Key_Return);
        QCOMPARE(desk.port.sent<InviteAgent>().at(0).agent.value, std::string("ines"));
    }

    void holdsUntilTomorrowMorningAndTakesUpAgain()
    {
        Moves desk;
        desk.key(Qt::Key_L);
        MoveDialog* dialog = desk.dialog(u"holdDialog"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QRadioButton*>(u"when0"_s)->isChecked());
        QTest::mouseClick(dialog->findChild<QRadioButton*>(u"when3"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(desk.port.sent<HoldConversation>().size(), 1u);
        const auto nine
            = std::chrono::sys_days{std::chrono::year{2026} / std::chrono::June / 10} + std::chrono::hours{9};
        QCOMPARE(desk.port.sent<HoldConversation>().at(0).until, std::optional<Instant>(nine));
        desk.answerDone();
        Conversation held = *desk.model.conversation(ConversationId{"4817"});
        held.held = true;
        desk.tell(held);
        QCOMPARE(desk.find<QAction>(u"holdConversation"_s)->text(), u"Take up again"_s);
        desk.key(Qt::Key_L);
        QCOMPARE(desk.port.sent<ResumeConversation>().size(), 1u);
    }

    void holdsUntilTheyWriteByEnterAlone()
    {
        Moves desk;
        desk.key(Qt::Key_L);
        QTest::keyClick(desk.dialog(u"holdDialog"_s)->findChild<QRadioButton*>(u"when0"_s), Qt::Key_Return);
        QCOMPARE(desk.port.sent<HoldConversation>().size(), 1u);
        QVERIFY(!desk.port.sent<HoldConversation>().at(0).until);
    }

    void setsAFollowUpOnlyWhenItSaysWhatIsToBeDone()
    {
        Moves desk;
        desk.key(Qt::Key_M);
        MoveDialog* dialog = desk.dialog(u"followUpDialog"_s);
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton*>(u"confirmMove"_s)->isEnabled());
        auto* note = dialog->findChild<QLineEdit*>(u"followUpNote"_s);
        QTest::keyClicks(note, u"Send the offer"_s);
        QTest::keyClick(note, Qt::Key_Return);
        const auto sent = desk.port.sent<SetFollowUp>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent[0].due, testNow() + std::chrono::hours{1});
        QCOMPARE(sent[0].owner.value, std::string("leila"));
        QCOMPARE(sent[0].note, std::string("Send the offer"));
    }

    void usualTimesAreThoseOfTheDesksClock()
    {
        QStringList names;
        for (const NamedTime& time : usualTimes(testNow()))
            names << time.name;
        QCOMPARE(names,
                 (QStringList{u"In 1 hour, at 11:43"_s, u"In 3 hours, at 13:43"_s, u"Tomorrow at 9:00"_s,
                              u"Monday at 9:00"_s}));
    }

    void closesWithAnOutcomeAndTakesItBack()
    {
        Moves desk;
        desk.find<QAction>(u"closeAs_resolved"_s)->trigger();
        QCOMPARE(desk.port.sent<CloseConversation>().at(0).outcome, std::string("resolved"));
        desk.answerDone();
        QVERIFY(desk.page.shown().value != "4817");
        auto* undo = desk.find<QPushButton>(u"undoBarButton"_s);
        QTRY_VERIFY(undo);
        QTest::keyClick(desk.text(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.port.sent<ReopenConversation>().size(), 1u);
        QCOMPARE(desk.port.sent<ReopenConversation>().at(0).conversation.value, std::string("4817"));
        desk.answerDone();
        QCOMPARE(desk.page.shown().value, std::string("4817"));
    }

    void closesAsConvertedWithItsValue()
    {
        Moves desk;
        desk.find<QAction>(u"closeAs_converted"_s)->trigger();
        MoveDialog* dialog = desk.dialog(u"closeDialog"_s);
        QVERIFY(dialog);
        auto* value = dialog->findChild<QDoubleSpinBox*>(u"conversionValue"_s);
        QVERIFY(value->isVisible());
        value->setValue(38000);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"confirmMove"_s), Qt::LeftButton);
        QCOMPARE(desk.port.sent<CloseConversation>().at(0).outcome, std::string("converted"));
        QCOMPARE(desk.port.sent<CloseConversation>().at(0).value, std::optional(38000.0));
    }

    void closesInOtherWords()
    {
        Moves desk;
        desk.find<QAction>(u"closeAs_own"_s)->trigger();
        MoveDialog* dialog = desk.dialog(u"closeDialog"_s);
        auto* verb = dialog->findChild<QPushButton*>(u"confirmMove"_s);
        QVERIFY(!verb->isEnabled());
        auto* words = dialog->findChild<QLineEdit*>(u"outcomeWords"_s);
        QTest::keyClicks(words, u"Sent to a dealer"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(desk.port.sent<CloseConversation>().at(0).outcome, std::string("Sent to a dealer"));
        QVERIFY(!desk.port.sent<CloseConversation>().at(0).value);
    }

    void raisesAHandWithWordsAndLowersIt()
    {
        Moves desk;
        desk.key(Qt::Key_Y);
        MoveDialog* dialog = desk.dialog(u"handDialog"_s);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"handWords"_s), u"May I give 5 %?"_s);
        QTest::keyClick(dialog->findChild<QLineEdit*>(u"handWords"_s), Qt::Key_Return);
        QVERIFY(desk.port.sent<RaiseHand>().at(0).up);
        QCOMPARE(desk.port.sent<RaiseHand>().at(0).note, std::string("May I give 5 %?"));
        desk.answerDone();
        Conversation raised = *desk.model.conversation(ConversationId{"4817"});
        raised.handRaisedBy = AgentId{"leila"};
        desk.tell(raised);
        desk.key(Qt::Key_Y);
        QVERIFY(!desk.port.sent<RaiseHand>().back().up);
    }

    void whatIsNotMineCannotBeMoved()
    {
        Moves desk;
        desk.open("4702");   // Mark's; Leila was invited
        for (const QString& name : {u"transferConversation"_s, u"closeConversation"_s, u"holdConversation"_s})
            QVERIFY2(!desk.find<QAction>(name)->isEnabled(), qPrintable(name));
        QVERIFY(desk.find<QAction>(u"leaveConversation"_s)->isEnabled());
        desk.find<QAction>(u"leaveConversation"_s)->trigger();
        QCOMPARE(desk.port.sent<LeaveConversation>().at(0).agent.value, std::string("leila"));
    }

    void everyDialogNamesItsControls()
    {
        Moves desk;
        for (const Qt::Key key : {Qt::Key_T, Qt::Key_I, Qt::Key_L, Qt::Key_M, Qt::Key_Y}) {
            desk.key(key);
            auto* dialog = desk.page.findChild<MoveDialog*>();
            QVERIFY(dialog);
            for (QWidget* widget : dialog->findChildren<QWidget*>()) {
                if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || !widget->isVisible())
                    continue;
                const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(dialog->objectName() + u' ' + widget->objectName()));
            }
            const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS");
            if (!folder.isEmpty())
                dialog->grab().save(u"%1/move-%2.png"_s.arg(folder, dialog->objectName()));
            const QString name = dialog->objectName();
            dialog->reject();
            QVERIFY(desk.closed(name));
        }
    }
};

SIGNALBOX_UI_TEST(MovesTest)

}

#include "tst_moves.moc"
