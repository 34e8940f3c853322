#include "tests/support/open_window.h"
#include "tests/support/ui_test.h"
#include "tests/ui/review/review_data.h"

#include <QAbstractButton>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSlider>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

struct ReviewedWindow : OpenWindow {
    explicit ReviewedWindow(Role role = Role::Supervisor) : OpenWindow(role)
    {
        ChangeSet rules;
        rules.rulebook = RulebookOnScreen{42, reviewRulebook, {}, {}, {}};
        Q_EMIT port.changed(rules);
    }
    void review()
    {
        window.show(Place::Review);
        Q_EMIT analysis.reviewRead(analysis.last(u"review"_s), someReview());
        find<QListView>("reviewItems")->setFocus();
    }
    void propose(int steps)
    {
        find<QSlider>("thresholdSlider")->setValue(steps);
        QTest::mouseClick(find<QPushButton>("addProposal"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("sendToDraft"), Qt::LeftButton);
    }
};

}

class ReviewInWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsAndSupervisorsHaveItBetweenPoliciesAndContacts()
    {
        OpenWindow lead(Role::Lead);
        QTest::keyClick(&lead.window, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(lead.window.shown(), Place::Review);
        QCOMPARE(lead.analysis.reviewsAsked.size(), 1u);
        OpenWindow agent(Role::Agent);
        QVERIFY(!agent.find<QAbstractButton>("railReview")->isVisible());
        QTest::keyClick(&agent.window, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(agent.window.shown(), Place::Contacts);
        QVERIFY(agent.analysis.reviewsAsked.empty());
    }

    void nothingIsReadBeforeItIsOpened()
    {
        OpenWindow open;
        QVERIFY(open.analysis.reviewsAsked.empty());
    }

    void itsKeysMeanNothingElsewhere()
    {
        ReviewedWindow open;
        open.review();
        open.window.show(Place::Live);
        QVERIFY(!open.find<QAction>("labelAsTrue")->isEnabled());
        open.find<QAction>("labelAsTrue")->trigger();
        QVERIFY(open.port.sent<GiveLabel>().empty());
    }

    void controlZTakesALabelBackAndNotAnEditOfTheDraft()
    {
        ReviewedWindow open;
        open.review();
        auto* list = open.find<QListView>("reviewItems");
        QTest::keyClick(list, Qt::Key_T);
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(open.port.sent<GiveLabel>().size(), 2u);
        QVERIFY(!open.port.sent<GiveLabel>().back().label.verdict);
    }

    void proposalsGoIntoTheDraftAndTheStudioOpens()
    {
        ReviewedWindow open;
        open.review();
        open.propose(5);
        QCOMPARE(open.window.shown(), Place::Policies);
        QTRY_COMPARE(open.port.sent<SaveDraft>().size(), 1u);
        const SaveDraft saved = open.port.sent<SaveDraft>().front();
        QCOMPARE(saved.baseVersion, 42);
        QCOMPARE(saved.seen, 0);
        QVERIFY(saved.document.find("\"website\"") != std::string::npos);
        QVERIFY(QString::fromStdString(saved.document)
                    .remove(u' ')
                    .remove(u'\n')
                    .contains(u"\"website\":{\"intent_score\":75"_s));
        QVERIFY(QString::fromStdString(saved.document)
                    .remove(u' ')
                    .remove(u'\n')
                    .contains(u"\"whatsapp\":{\"intent_score\":75"_s));   // what was there stays
    }

    void whatSomebodyHasInTheDraftStays()
    {
        ReviewedWindow open;
        ChangeSet news;
        news.draft = DraftOnScreen{
            7, 42, QString::fromUtf8(reviewRulebook).replace(u"Wants to cancel"_s, u"Leaves us"_s).toStdString(),
            AgentId{"tomasz"}, open.now};
        Q_EMIT open.port.changed(news);
        open.review();
        open.propose(5);
        QTRY_COMPARE(open.port.sent<SaveDraft>().size(), 1u);
        const SaveDraft saved = open.port.sent<SaveDraft>().front();
        QCOMPARE(saved.seen, 7);
        QVERIFY(saved.document.find("Leaves us") != std::string::npos);
        QVERIFY(QString::fromStdString(saved.document)
                    .remove(u' ')
                    .remove(u'\n')
                    .contains(u"\"website\":{\"intent_score\":75"_s));
        // A save from elsewhere before this one was answered: nobody's is written over.
        news.draft->revision = 8;
        news.draft->document = reviewRulebook;
        Q_EMIT open.port.changed(news);
        QVERIFY(open.find<QWidget>("draftMessage")->isVisible());
        QCOMPARE(open.port.sent<SaveDraft>().size(), 1u);
    }

    void theTraceOpensOverItAndEscapeComesBack()
    {
        ReviewedWindow open;
        open.review();
        QTest::mouseClick(open.find<QPushButton>("reviewWhy"), Qt::LeftButton);
        QCOMPARE(open.analysis.whyAsked.size(), 1u);
        QCOMPARE(open.analysis.whyAsked.front().conversation.value, std::string("5046"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(open.window.shown(), Place::Review);
        QVERIFY(open.find<QListView>("reviewItems")->isVisible());
    }
};

SIGNALBOX_UI_TEST(ReviewInWindowTest)

}

#include "tst_review_in_window.moc"
