#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/policies/policies_page.h"
#include "ui/shared/inline_message.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QUndoStack>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

std::string replaced(std::string document, const std::string& before, const std::string& after)
{
    return document.replace(document.find(before), before.size(), after);
}

struct Policies : PageFixture {
    Policies()
    {
        page.resize(1208, 732);
        page.show();
        page.activateWindow();
        ready = QTest::qWaitForWindowActive(&page);
        ChangeSet day = aDay();
        day.agents.front().agent.role = Role::Supervisor;
        Q_EMIT port.changed(day);
    }
    // The workspace has this draft, saved by Leila, who sits here.
    void saved(const std::string& document, std::int64_t revision = 1, const AgentId& by = AgentId{"leila"})
    {
        ChangeSet news;
        news.draft = DraftOnScreen{revision, 41, document, by, now};
        Q_EMIT port.changed(news);
    }
    void goesLive(int version, const std::string& document)
    {
        ChangeSet news;
        news.rulebook = RulebookOnScreen{version, document, "Elsewhere", "Ines Carvalho", now};
        Q_EMIT port.changed(news);
    }
    template <class Widget = QPushButton>
    Widget* find(const QString& name) const
    {
        return page.findChild<Widget*>(name);
    }
    QString shownRoom() const
    {
        const auto* const frame = qobject_cast<QScrollArea*>(page.findChild<QStackedWidget*>()->currentWidget());
        return frame->widget()->objectName();
    }
    InlineMessage* message() const { return find<InlineMessage>(u"draftMessage"_s); }
    QDialog* openPublishing()
    {
        find(u"publishDraft"_s)->click();
        return find<QDialog>(u"publishDialog"_s);
    }
    PoliciesPage page{context};
    bool ready = false;   // the window is active, so that shortcuts reach it
};

const std::string live = aRulebook().document;
const std::string renamed = replaced(live, "Everything else", "All the others");

}

class PoliciesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Policies policies;
        policies.saved(renamed);
        policies.page.showPolicy(PolicyId{"fleet-price"});
        ChangeSet others;
        others.draftEditors = {{AgentId{"ines"}, "policy:prices", policies.now}};
        Q_EMIT policies.port.changed(others);
        keepPictures(policies.page, policies.theme, u"policies"_s);
        QVERIFY(policies.find(u"publishDraft"_s)->isEnabled());
    }

    void namesFromRightToLeftAndWithoutAnEndKeepTheirPlace()
    {
        Policies policies;
        std::string endless;
        for (int i = 0; i < 12; ++i)
            endless += "Donaudampfschifffahrtsgesellschaft";
        const std::string arabic = "عملاء مميزون — \U0001F6A9 شركات كبيرة فقط";
        policies.saved(replaced(replaced(live, "Everything else", arabic), "Fleet pricing", endless));
        policies.page.showPolicy(PolicyId{"fleet-price"});
        keepPictures(policies.page, policies.theme, u"policies-strange-names"_s);
        const auto* const frame
            = qobject_cast<QScrollArea*>(policies.page.findChild<QStackedWidget*>()->currentWidget());
        QCOMPARE(frame->horizontalScrollBar()->maximum(), 0);
    }

    void everyRoomHasRoomInASmallWindowWithTextOfTwiceTheSize()
    {
        Policies policies;
        policies.theme.setTextScale(2);
        PoliciesPage page(policies.context);
        Q_EMIT policies.port.changed(aDay());
        page.show();
        auto* const rooms = page.findChild<QTabBar*>(u"rulebookRooms"_s);
        const QSize smallWindow(1136, 600);
        for (int room = 0; room < rooms->count(); ++room) {
            rooms->setCurrentIndex(room);
            QCoreApplication::processEvents();
            const QSize least = page.minimumSizeHint();
            QVERIFY2(least.width() <= smallWindow.width() && least.height() <= smallWindow.height(),
                     qPrintable(u"%1: %2 x %3"_s.arg(rooms->tabText(room)).arg(least.width()).arg(least.height())));
        }
    }

    void roomsOpenByKey()
    {
        Policies policies;
        QVERIFY(policies.ready);
        policies.find<QTabBar>(u"rulebookRooms"_s)->setFocus();
        QCOMPARE(policies.shownRoom(), u"policyRoom"_s);
        QTest::keyClick(&policies.page, Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(policies.shownRoom() != u"policyRoom"_s);
        QTest::keyClick(&policies.page, Qt::Key_PageUp, Qt::ControlModifier);
        QTest::keyClick(&policies.page, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(policies.shownRoom(), u"versionsRoom"_s);
        QTest::keyClick(&policies.page, Qt::Key_1, Qt::AltModifier);
        QCOMPARE(policies.shownRoom(), u"policyRoom"_s);
        QTest::keyClick(policies.find<QTabBar>(u"rulebookRooms"_s), Qt::Key_Right);
        QVERIFY(policies.shownRoom() != u"policyRoom"_s);
    }

    void tellsHowMuchHasChanged()
    {
        Policies policies;
        QSignalSpy told(&policies.page, &PoliciesPage::draftChanged);
        policies.saved(renamed);
        QCOMPARE(told.back().front().toInt(), 1);
        QVERIFY(policies.find(u"compareDraft"_s)->isVisible());
    }

    void publishesWithANoteInOneStep()
    {
        Policies policies;
        QVERIFY(!policies.find(u"publishDraft"_s)->isEnabled());
        policies.saved(renamed, 5);
        QDialog* const dialog = policies.openPublishing();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton*>(u"confirmPublish"_s)->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"publishNote"_s), u"A better name"_s);
        QTRY_VERIFY(dialog->findChild<QPushButton*>(u"confirmPublish"_s)->isEnabled());
        dialog->findChild<QPushButton*>(u"confirmPublish"_s)->click();
        const auto sent = policies.port.sent<PublishRulebook>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().note, std::string("A better name"));
        QCOMPARE(sent.front().document, renamed);
        QCOMPARE(sent.front().basedOn, 41);
        QCOMPARE(*sent.front().draftRevision, 5);
        policies.goesLive(42, renamed);
        policies.answerDone();
        QVERIFY(policies.message()->text().contains(u"Version 42 is live"_s));
        QVERIFY(!policies.find(u"publishDraft"_s)->isEnabled());
    }

    void saysWhyAnAgentMayNotPublish()
    {
        Policies policies;
        ChangeSet news;
        news.agents = {aDay().agents.front()};   // Leila is no supervisor any more
        Q_EMIT policies.port.changed(news);
        policies.saved(renamed);
        QVERIFY(!policies.find(u"publishDraft"_s)->isEnabled());
        QVERIFY(policies.find(u"publishDraft"_s)->toolTip().contains(u"supervisors"_s));
    }

    void keepsTheDraftWhenAnotherVersionGoesLiveAndRebasesIt()
    {
        Policies policies;
        policies.saved(renamed);
        policies.goesLive(42, replaced(live, "Looks at prices", "Prices"));
        QVERIFY(!policies.find(u"publishDraft"_s)->isEnabled());
        policies.find(u"rebaseDraft"_s)->click();
        QVERIFY(policies.find(u"publishDraft"_s)->isEnabled());
        QTRY_COMPARE(policies.port.sent<SaveDraft>().size(), 1u);
        const SaveDraft kept = policies.port.sent<SaveDraft>().back();
        QCOMPARE(kept.baseVersion, 42);
        QVERIFY(kept.document.find("All the others") != std::string::npos);
        QVERIFY(kept.document.find("\"Prices\"") != std::string::npos);
    }

    void asksHowToGoOnWhenTwoChangedTheDraft()
    {
        Policies policies;
        policies.saved(renamed);
        policies.page.undoStack().clear();
        policies.prompts.files[u"/rules.json"_s] = replaced(renamed, "Fleet pricing", "Fleets");
        policies.prompts.fileAnswer = u"/rules.json"_s;
        policies.find<QAction>(u"importRulebook"_s)->trigger();
        QTRY_VERIFY(policies.page.undoStack().canUndo());
        policies.saved(replaced(renamed, "Looks at prices", "Prices"), 2, AgentId{"ines"});
        QVERIFY(policies.message()->text().contains(u"Ines Carvalho changed this draft"_s));
        QVERIFY(!policies.find(u"publishDraft"_s)->isEnabled());
        policies.find(u"showTheirDifference"_s)->click();
        QVERIFY(policies.find<QDialog>(u"theirDifference"_s));
        policies.find<QDialog>(u"theirDifference"_s)->close();
        policies.find(u"keepMine"_s)->click();
        QTRY_VERIFY(!policies.port.sent<SaveDraft>().empty());
        const std::string document = policies.port.sent<SaveDraft>().back().document;
        QVERIFY(document.find("Fleets") != std::string::npos && document.find("\"Prices\"") != std::string::npos);
    }

    void discardsOnlyWhenAsked()
    {
        Policies policies;
        policies.saved(renamed, 3);
        policies.prompts.answer = false;
        policies.find<QAction>(u"discardRulebookDraft"_s)->trigger();
        QVERIFY(policies.find(u"publishDraft"_s)->isEnabled());
        policies.prompts.answer = true;
        policies.find<QAction>(u"discardRulebookDraft"_s)->trigger();
        QVERIFY(!policies.find(u"publishDraft"_s)->isEnabled());
        QCOMPARE(policies.port.sent<DiscardDraft>().back().seen, 3);
    }

    void exportsWhatIsThereByteForByte()
    {
        Policies policies;
        policies.prompts.fileAnswer = u"/out.json"_s;
        policies.find<QAction>(u"exportRulebook"_s)->trigger();
        QCOMPARE(policies.prompts.files[u"/out.json"_s], live);
        QVERIFY(policies.message()->text().contains(u"out.json"_s));
    }

    void listsAllErrorsOfAnImportedFileAndTakesWhatCanBeRead()
    {
        Policies policies;
        policies.prompts.files[u"/bad.json"_s]
            = replaced(replaced(live, "25000", "\"many\""), "\"fleet\"", "\"nowhere\"");
        policies.prompts.fileAnswer = u"/bad.json"_s;
        policies.find<QAction>(u"importRulebook"_s)->trigger();
        QTRY_VERIFY(policies.find<QDialog>(u"importErrors"_s));
        QVERIFY(!policies.page.undoStack().canUndo());
        policies.find(u"importAnyway"_s)->click();
        QCOMPARE(policies.page.undoStack().undoText(), u"import bad.json"_s);
        policies.page.undoStack().undo();
        policies.prompts.fileAnswer = u"/missing.json"_s;
        policies.find<QAction>(u"importRulebook"_s)->trigger();
        QVERIFY(policies.message()->text().contains(u"missing.json was not imported"_s));
    }

    void followsTheLiveVersionWithoutADraft()
    {
        Policies policies;
        policies.goesLive(42, renamed);
        policies.prompts.fileAnswer = u"/out.json"_s;
        policies.find<QAction>(u"exportRulebook"_s)->trigger();
        QCOMPARE(policies.prompts.files[u"/out.json"_s], renamed);
    }
};

SIGNALBOX_UI_TEST(PoliciesPageTest)
#include "tst_policies_page.moc"
