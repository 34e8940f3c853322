#include "tests/support/ui_test.h"
#include "tests/ui/conversation/work_data.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/conversation_window.h"
#include "ui/conversation/desk_session.h"
#include "ui/conversation/moves/move_dialog.h"
#include "ui/conversation/pane_row.h"
#include "ui/conversation/work_list_model.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/inline_message.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

struct Listed : WorkDesk {
    using WorkDesk::WorkDesk;
    QListView* list() { return find<QListView>(u"workList"_s); }
    QModelIndex rowOf(const QString& name, bool followUp = false)
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (index.data().toString() == name && index.data(WorkListModel::FollowUpRole).toBool() == followUp)
                return index;
        }
        return {};
    }
    void click(const QModelIndex& index, Qt::KeyboardModifiers modifiers = {})
    {
        list()->scrollTo(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, list()->visualRect(index).center());
    }
    QStringList shown()
    {
        QStringList ids;
        for (const ConversationId& id : find<PaneRow>(u"paneRow"_s)->shown())
            ids << QString::fromStdString(id.value);
        return ids;
    }
};

}

class WorkPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Listed desk;
        desk.open("4817");
        ChangeSet looking;
        looking.looking = std::vector<Looking>{{AgentId{"mark"}, ConversationId{"4817"}, true, testNow()}};
        Q_EMIT desk.port.changed(looking);
        keepPictures(desk.page, desk.theme, u"work"_s);
        QCOMPARE(desk.find<ElidedLabel>(u"othersHere"_s)->text(), u"Mark Ashdown is writing"_s);
    }

    void looksAsItShouldSideBySide()
    {
        Listed desk;
        desk.page.resize(1848, 1012);
        desk.open("4817");
        desk.page.openBeside(ConversationId{"4811"});
        QCOMPARE(desk.shown(), (QStringList{u"4817"_s, u"4811"_s}));
        keepPictures(desk.page, desk.theme, u"beside"_s);
    }

    void dSaysThatAFollowUpIsDone()
    {
        Listed desk;
        desk.list()->setFocus();
        desk.list()->setCurrentIndex(desk.rowOf(u"Fiona Gallagher"_s, true));
        QVERIFY(desk.page.shown().empty());   // passing by opens nothing
        QTest::keyClick(desk.list(), Qt::Key_D);
        const auto ended = desk.port.sent<EndFollowUp>();
        QCOMPARE(ended.size(), 1u);
        QVERIFY(ended[0].done);
        QCOMPARE(ended[0].due, testNow() - std::chrono::minutes{13});
    }

    void delCallsAFollowUpOffAndUndoSetsItAgain()
    {
        Listed desk;
        desk.list()->setFocus();
        desk.list()->setCurrentIndex(desk.rowOf(u"Ines Duarte"_s, true));
        QTest::keyClick(desk.list(), Qt::Key_Delete);
        QVERIFY(!desk.port.sent<EndFollowUp>().at(0).done);
        desk.answerDone();
        for (QPushButton* undo : desk.page.findChildren<QPushButton*>(u"undoBarButton"_s))
            if (undo->isVisible())
                QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(desk.port.sent<SetFollowUp>().size(), 1u);
        QCOMPARE(desk.port.sent<SetFollowUp>().at(0).note, std::string("Send the signed terms"));
    }

    void enterOnAFollowUpOpensItsConversation()
    {
        Listed desk;
        desk.list()->setFocus();
        desk.list()->setCurrentIndex(desk.rowOf(u"Ines Duarte"_s, true));
        QTest::keyClick(desk.list(), Qt::Key_Return);
        QCOMPARE(desk.page.shown().value, std::string("4650"));
    }

    void aFollowUpMovesToAnotherTimeFromItsMenu()
    {
        Listed desk;
        desk.list()->setFocus();
        desk.list()->setCurrentIndex(desk.rowOf(u"Ines Duarte"_s, true));
        QTest::keyClick(desk.list(), Qt::Key_Menu);
        auto* menu = desk.page.findChild<QMenu*>(u"workMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"followUpMove"_s)->trigger();
        auto* dialog = desk.page.findChild<MoveDialog*>(u"followUpDialog"_s);
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"confirmMove"_s), Qt::LeftButton);
        QCOMPARE(desk.port.sent<SetFollowUp>().size(), 1u);
        QVERIFY(desk.port.sent<EndFollowUp>().empty());   // the old one stays until the new one is kept
        desk.answerDone();
        QCOMPARE(desk.port.sent<EndFollowUp>().size(), 1u);
        QVERIFY(!desk.port.sent<EndFollowUp>().at(0).done);
    }

    void theLineOfLaterFollowUpsOpensAndCloses()
    {
        Listed desk;
        const int before = desk.list()->model()->rowCount();
        desk.click(desk.rowOf(u"Later · 1"_s));
        QCOMPARE(desk.list()->model()->rowCount(), before + 1);
        desk.click(desk.rowOf(u"Later · 1"_s));
        QCOMPARE(desk.list()->model()->rowCount(), before);
    }

    void controlAndAClickOpenBesideAndControlTabGoesRound()
    {
        Listed desk;
        desk.page.resize(1848, 1012);
        desk.open("4817");
        desk.click(desk.rowOf(u"Marek Dvořák"_s), Qt::ControlModifier);
        QCOMPARE(desk.shown(), (QStringList{u"4817"_s, u"4811"_s}));
        QCOMPARE(desk.page.shown().value, std::string("4811"));
        QTest::keyClick(&desk.page, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(desk.page.shown().value, std::string("4817"));
        QTest::keyClick(&desk.page, Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(desk.shown(), (QStringList{u"4811"_s}));
    }

    void eachPaneHasATranscriptAndAComposerOfItsOwn()
    {
        Listed desk;
        desk.page.resize(1848, 1012);
        desk.open("4817");
        desk.page.openBeside(ConversationId{"4811"});
        auto fields = desk.page.findChildren<QPlainTextEdit*>(u"messageText"_s);
        QCOMPARE(fields.size(), 2);
        std::ranges::sort(fields, {}, [&](const QWidget* field) { return field->mapTo(&desk.page, QPoint()).x(); });
        fields[0]->setFocus();
        QCOMPARE(desk.page.shown().value, std::string("4817"));
        QTest::keyClicks(fields[0], u"To Amelia"_s);
        QVERIFY(fields[1]->toPlainText().isEmpty());
    }

    void aNarrowWindowKeepsAsManyAsCanBeRead()
    {
        Listed desk;
        desk.page.resize(1848, 1012);
        desk.open("4817");
        desk.page.openBeside(ConversationId{"4811"});
        desk.page.resize(1000, 700);
        QTRY_COMPARE(desk.shown().size(), 1);
        QCOMPARE(desk.page.shown().value, std::string("4811"));
    }

    void aSecondWindowHasTheConversationAndItsCard()
    {
        Listed desk;
        desk.page.openInWindow(ConversationId{"4811"});
        ConversationWindow* window = nullptr;
        for (QWidget* top : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<ConversationWindow*>(top))
                window = found;
        QVERIFY(window && window->isVisible());
        QCOMPARE(window->windowTitle(), u"Marek Dvořák · Signalbox"_s);
        desk.page.open(ConversationId{"4811"});   // it stands there already
        QVERIFY(desk.shown().isEmpty());
        window->close();
        desk.page.open(ConversationId{"4811"});
        QCOMPARE(desk.shown(), (QStringList{u"4811"_s}));
    }

    void whatStoodOpenComesBackWithTheNextStart()
    {
        UiStateInMemory state;
        const auto start = [&](auto then) {
            PageFixture fixture;
            PageContext context{fixture.port,    fixture.analysis, fixture.model, fixture.theme,
                                fixture.prompts, fixture.session,  state,         [] { return testNow(); }};
            ConversationPage page(context);
            page.resize(1848, 1012);
            page.show();
            Q_EMIT fixture.port.changed(aBusyDay());
            then(page);
        };
        start([](ConversationPage& page) {
            page.open(ConversationId{"4817"});
            page.openBeside(ConversationId{"4811"});
            page.open(ConversationId{"4817"});
            page.openInWindow(ConversationId{"4703"});
        });
        start([](ConversationPage& page) {
            QCOMPARE(page.findChild<PaneRow*>(u"paneRow"_s)->shown(),
                     (std::vector<ConversationId>{ConversationId{"4817"}, ConversationId{"4811"}}));
            QCOMPARE(page.shown().value, std::string("4817"));
            int windows = 0;
            for (const QWidget* top : QApplication::topLevelWidgets())
                if (const auto* window = qobject_cast<const ConversationWindow*>(top))
                    windows += window->isVisible() && window->pane().shown().value == "4703";
            QCOMPARE(windows, 1);
        });
    }

    void aSessionOfAnotherCompanyIsNotOpenedHere()
    {
        UiStateInMemory state;
        state.setBytes(u"desk/session"_s, toBytes({u"Another company"_s, {u"4817"_s}, 0, {}}));
        PageFixture fixture;
        PageContext context{fixture.port,    fixture.analysis, fixture.model, fixture.theme,
                            fixture.prompts, fixture.session,  state,         [] { return testNow(); }};
        ConversationPage page(context);
        Q_EMIT fixture.port.changed(aBusyDay());
        QVERIFY(page.shown().empty());
        QCOMPARE(readDeskSession("not a session"), DeskSession{});
    }

    void tellsTheOthersWhereILook()
    {
        Listed desk;
        desk.open("4817");
        QCOMPARE(desk.port.sent<LookAt>().back().conversation.value, std::string("4817"));
        const auto before = desk.port.sent<LookAt>().size();
        desk.open("4811");
        QCOMPARE(desk.port.sent<LookAt>().size(), before + 1);
    }

    void troubleWithTheStoreSaysThatNothingIsSentAndKeepsWhatIsWritten()
    {
        Listed desk;
        desk.open("4817");
        auto* edit = desk.find<QPlainTextEdit>(u"messageText"_s);
        QTest::keyClicks(edit, u"On its way"_s);
        Q_EMIT desk.port.storeTrouble(u"The disk is full."_s);
        auto* says = desk.find<InlineMessage>(u"nothingCanBeSent"_s);
        QVERIFY(says->isVisible() && says->text().contains(u"The disk is full."_s));
        QCOMPARE(edit->toPlainText(), u"On its way"_s);
        Q_EMIT desk.port.storeTrouble({});
        QVERIFY(!says->isVisible());
    }

    void placesByChannelStandInTheTooltip()
    {
        Listed desk;
        bool found = false;
        for (const QWidget* widget : desk.find<QWidget>(u"workPane"_s)->findChildren<QWidget*>())
            found = found || widget->toolTip().contains(u"Website: 5 conversations, 1 place each"_s);
        QVERIFY(found);
    }
};

SIGNALBOX_UI_TEST(WorkPaneTest)

}

#include "tst_work_pane.moc"
