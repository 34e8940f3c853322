#include "tests/support/ui_test.h"
#include "tests/ui/review/review_desk.h"
#include "ui/review/proposals_pane.h"
#include "ui/review/review_items_model.h"
#include "ui/review/review_page.h"
#include "ui/review/trigger_rows_model.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <chrono>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class ReviewPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatCameOfARaisedThreshold()
    {
        QVERIFY(!ReviewDesk().find<QLabel>("forecastLine"));
        ReviewData data = someReview();
        data.moved = {{42, reviewMonday(), {"hot"}, Channel::Website, "intent_score", 70, 80},
                      {41, reviewMonday(), {"cancel"}, Channel::Website, "intent_score", 90, 80}};
        ReviewDesk desk(data);
        QCOMPARE(desk.page.findChildren<QLabel*>(u"forecastLine"_s).size(), 1);   // a lowered one cannot be forecast
        QCOMPARE(desk.words("forecastLine"),
                 u"Version 42, Mon 1 June, 00:00: Hot lead waits on Website, from 70 to 80. Forecast: 0 to 11 alerts, 89 % right "
                 "(57 to 98 %), of 9 labelled. In the seven days since: 24, 95 % right (76 to 99 %), of 20 labelled. More than "
                 "forecast, and as many of them right."_s);
    }

    void aReasonGoesWithTheLabelAndMayComeAfterIt()
    {
        ReviewDesk desk;
        desk.press(Qt::Key_R);
        auto* reason = desk.find<QLineEdit>("reviewReason");
        QVERIFY(reason->hasFocus());
        QTest::keyClicks(reason, u"they signed for four tonnes"_s);   // T, F and U are letters here
        QCOMPARE(desk.port.sent<GiveLabel>().size(), 0u);
        QTest::mouseClick(desk.find<QPushButton>("labelTrue"), Qt::LeftButton);
        QCOMPARE(desk.lastLabel().reason, std::string("they signed for four tonnes"));
        desk.takeLabel();
        QCOMPARE(reason->text(), QString());   // the next one
        desk.press(Qt::Key_K);
        QCOMPARE(reason->text(), u"they signed for four tonnes"_s);
        desk.press(Qt::Key_R);
        QTest::keyClicks(reason, u"Signed"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(desk.lastLabel().reason, std::string("Signed"));
        QVERIFY(desk.lastLabel().verdict == Verdict::True);
        QVERIFY(desk.list()->hasFocus());
    }

    void asksForTheWeekThatIsOver()
    {
        ReviewDesk desk;
        QCOMPARE(desk.analysis.reviewsAsked.size(), 1u);
        const ReviewQuestion& asked = desk.analysis.reviewsAsked.front();
        QCOMPARE(toIso8601(asked.since), std::string("2026-06-01T00:00:00Z"));
        QCOMPARE(toIso8601(asked.until), std::string("2026-06-08T00:00:00Z"));
        QVERIFY(asked.origin == Origin::Live);
        QCOMPARE(desk.find<QComboBox>("reviewWeek")->currentText(), u"Week 23, 1 to 7 June"_s);
        QCOMPARE(desk.words("reviewLeft"), u"7 alerts still to label"_s);
        QCOMPARE(desk.list()->model()->rowCount(), 24 + 3 + 1 + 24 + 1);   // one of them once more, by a second person
    }

    void beginsWithTheFirstToLabelAndShowsWhatItTakes()
    {
        ReviewDesk desk;
        QCOMPARE(desk.row(), 20);
        QVERIFY(desk.words("reviewSaid").contains(u"60 reefers"_s));
        QCOMPARE(desk.words("reviewFollowed"), u"What followed: waited 2:10, answered, qualified."_s);
        QCOMPARE(desk.words("reviewQuestion"), u"Was it worth an alert?"_s);
        QVERIFY(!desk.find<QPushButton>("labelTrue")->isChecked());
        QSignalSpy why(&desk.page, &ReviewPage::whyWanted);
        QTest::mouseClick(desk.find<QPushButton>("reviewWhy"), Qt::LeftButton);
        QCOMPARE(why.size(), 1);
        QCOMPARE(why.front().front().value<ConversationId>().value, std::string("5046"));
    }

    void keysJudgeAndGoOn()
    {
        ReviewDesk desk;
        desk.press(Qt::Key_T);
        QCOMPARE(desk.port.sent<GiveLabel>().size(), 1u);
        QCOMPARE(desk.lastLabel().alert, 47);
        QVERIFY(desk.lastLabel().verdict == Verdict::True);
        QCOMPARE(desk.lastLabel().by.value, std::string("leila"));
        QCOMPARE(desk.row(), 21);
        QVERIFY(!desk.verdict(20).isValid());   // not before the router says so
        desk.takeLabel();
        QCOMPARE(desk.verdict(20).toInt(), int(Verdict::True));
        QCOMPARE(desk.words("reviewLeft"), u"6 alerts still to label"_s);
        desk.press(Qt::Key_F);
        QVERIFY(desk.lastLabel().verdict == Verdict::False);
        desk.press(Qt::Key_U);
        QVERIFY(desk.lastLabel().verdict == Verdict::Unsure);
        QCOMPARE(desk.row(), 23);
        desk.press(Qt::Key_K);
        QCOMPARE(desk.row(), 22);
        desk.press(Qt::Key_J);
        QCOMPARE(desk.row(), 23);
        QTest::mouseClick(desk.find<QPushButton>("labelUnsure"), Qt::LeftButton);
        QCOMPARE(desk.lastLabel().alert, 50);
    }

    void controlZTakesTheLastLabelBack()
    {
        ReviewDesk desk;
        QVERIFY(!desk.find<QPushButton>("undoLabel")->isEnabled());
        desk.press(Qt::Key_T);
        desk.takeLabel();
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.port.sent<GiveLabel>().size(), 2u);
        QCOMPARE(desk.lastLabel().alert, 47);
        QVERIFY(!desk.lastLabel().verdict);
        desk.takeLabel();
        QVERIFY(!desk.verdict(20).isValid());
        QCOMPARE(desk.row(), 20);
        QVERIFY(!desk.find<QPushButton>("undoLabel")->isEnabled());
    }

    void aSecondLookIsGivenWithoutTheFirstLabel()
    {
        ReviewDesk desk;
        const int row = 27;   // after the alerts
        desk.list()->setCurrentIndex(desk.list()->model()->index(row, 0));
        QVERIFY(desk.words("reviewQuestion").startsWith(u"A second look"_s));
        QVERIFY(!desk.verdict(row).isValid());
        desk.press(Qt::Key_F);
        QVERIFY(desk.lastLabel().second);
        QCOMPARE(desk.lastLabel().alert, 27);
        desk.takeLabel();
        QCOMPARE(desk.verdict(row).toInt(), int(Verdict::False));
        QCOMPARE(desk.verdict(0).toInt(), int(Verdict::True));   // the first one stands
    }

    void aLabelFromElsewhereShowsAtOnce()
    {
        ReviewDesk desk;
        ChangeSet news;
        news.labels = {aLabel("5046", 47, "hot", Verdict::False, "tomasz")};
        Q_EMIT desk.port.changed(news);
        QCOMPARE(desk.verdict(20).toInt(), int(Verdict::False));
    }

    void aRefusedLabelIsSaid()
    {
        ReviewDesk desk;
        desk.press(Qt::Key_T);
        desk.answerRefused(u"This conversation has no such alert."_s);
        auto* message = desk.find<QWidget>("reviewMessage");
        QVERIFY(message->isVisible());
        QVERIFY(!desk.verdict(20).isValid());
    }

    void rowsSayWhatIsRightAndGreyWhatIsThin()
    {
        ReviewDesk desk;
        const auto* rows = qobject_cast<TriggerRowsModel*>(desk.find<QListView>("triggerRows")->model());
        QVERIFY(rows);
        QCOMPARE(rows->rowCount(), 2);
        QCOMPARE(rows->at(0).figures.truths, 19);   // of the week, 20 are labelled
        QCOMPARE(rows->at(0).figures.falses, 1);
        QCOMPARE(rows->index(0).data(Qt::AccessibleTextRole).toString(),
                 u"Hot lead waits, 19 of 20 right, 95 %, 76 to 99 %"_s);
        QCOMPARE(rows->index(1).data(Qt::AccessibleTextRole).toString(),
                 u"Wants to cancel, none labelled, 0 labelled, 20 needed"_s);
        QVERIFY(desk.words("triggerFigures").startsWith(u"Told 24 · 12 a person · acknowledged in "_s));
        QVERIFY(desk.words("triggerFigures").contains(u"acted on 100 %"_s));
        QVERIFY(desk.words("triggerFigures").contains(u"4 not labelled"_s));
        auto* view = desk.find<QListView>("triggerRows");
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(rows->index(1)).center());
        QVERIFY(desk.words("triggerFigures").contains(u"held back 1 (1 quiet hours)"_s));
        QCOMPARE(desk.words("thresholdNothing"),
                 u"No past alert of this trigger has a number to compare with a threshold."_s);
    }

    void movingTheThresholdSaysWhatItRemovesAndLoses()
    {
        ReviewDesk desk;
        auto* slider = desk.find<QSlider>("thresholdSlider");
        QCOMPARE(slider->minimum(), 0);
        QCOMPARE(slider->maximum(), 30);   // live 70, highest 100
        QCOMPARE(desk.find<QPushButton>("falsesRemoved")->text(), u"0 of 9"_s);
        QVERIFY(!desk.find<QPushButton>("addProposal")->isEnabled());
        // Below 75 are the alerts 0 to 8: 70, 70, 71, 71, 72, 73, 73, 74, 74; five of them were wrong.
        desk.slide(5);
        QCOMPARE(desk.find<QPushButton>("falsesRemoved")->text(), u"5 of 9"_s);
        QCOMPARE(desk.find<QPushButton>("truthsLost")->text(), u"4 of 37"_s);
        QCOMPARE(desk.words("thresholdPrecision"), u"80 % → 89 % (75 to 96 %)"_s);   // 37 of 46, 33 of 37
        QCOMPARE(desk.words("thresholdPerWeek"), u"16.7 → 13.7"_s);     // 50 and 41 in three weeks
        QVERIFY(desk.words("thresholdLoad").contains(u"Leila Haddad 11 → 9"_s));
        QSignalSpy why(&desk.page, &ReviewPage::whyWanted);
        QTest::mouseClick(desk.find<QPushButton>("truthsLost"), Qt::LeftButton);
        auto* names = desk.find<QMenu>("lostNames");
        QVERIFY(names);
        QCOMPARE(names->actions().size(), 4);
        QVERIFY(names->actions().front()->text().startsWith(u"Visitor 5002, score 71, "_s));
        names->actions().front()->trigger();
        QCOMPARE(why.size(), 1);
        names->close();
    }

    void keysMoveTheSlider()
    {
        ReviewDesk desk;
        auto* slider = desk.find<QSlider>("thresholdSlider");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(slider->value(), 1);
        QTest::keyClick(slider, Qt::Key_T);   // the page's keys go on working
        QCOMPARE(desk.port.sent<GiveLabel>().size(), 1u);
    }

    void aMoveOfTheSliderTakesFarLessThanAFrame()
    {
        ReviewData data = someReview();
        std::vector<PastAlert> many;
        for (int i = 0; i < 100'000; ++i) {
            PastAlert alert = data.past[std::size_t(i % 50)];
            alert.number = 10'000 + i;
            alert.trigger = {"hot"};
            alert.score = 70 + double(i % 3000) / 100;
            many.push_back(alert);
            if (i % 10 == 0)
                data.labels.push_back(aLabel(alert.conversation.value, alert.number, "hot",
                                             i % 30 == 0 ? Verdict::False : Verdict::True));
        }
        data.past = many;
        ReviewDesk desk(data);
        double slowest = 0;
        for (int step = 1; step <= 30; ++step) {
            const auto began = std::chrono::steady_clock::now();
            desk.slide(step);
            slowest = std::max(
                slowest, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
        }
        qInfo("slowest move over 100,000 alerts: %.2f ms", slowest);
        QVERIFY2(slowest < 16, qPrintable(QString::number(slowest)));
    }

    void suggestsTheLowestThresholdForAnAimAndWarnsWhenItIsThin()
    {
        ReviewDesk desk;
        QTest::mouseClick(desk.find<QPushButton>("suggestThreshold"), Qt::LeftButton);
        const QString advice = desk.words("thresholdAdvice");
        QVERIFY2(advice.contains(u"labelled alerts were right"_s), qPrintable(advice));
        QVERIFY2(advice.contains(u"Too few are labelled to be sure of 90 %."_s), qPrintable(advice));
        QVERIFY(desk.find<QSlider>("thresholdSlider")->value() > 0);
    }

    void proposalsAreCountedTogetherAndSent()
    {
        ReviewDesk desk;
        QSignalSpy sent(&desk.page, &ReviewPage::draftWanted);
        QVERIFY(!desk.find<QPushButton>("sendToDraft")->isEnabled());
        desk.slide(5);
        QTest::mouseClick(desk.find<QPushButton>("addProposal"), Qt::LeftButton);
        desk.slide(6);
        QTest::mouseClick(desk.find<QPushButton>("addProposal"), Qt::LeftButton);
        auto* pane = desk.find<ProposalsPane>("proposalsPane");
        QCOMPARE(pane->proposals().size(), 1u);   // of one trigger and channel
        QCOMPARE(pane->proposals().front().threshold, 76.0);
        desk.slide(5);
        QTest::mouseClick(desk.find<QPushButton>("addProposal"), Qt::LeftButton);
        QCOMPARE(desk.words("proposalsPerWeek"), u"18 → 15"_s);   // 53 and 44 in three weeks
        QCOMPARE(desk.words("proposalsPrecision"), u"80 % → 89 %"_s);
        desk.slide(0);
        QTest::mouseClick(desk.find<QPushButton>("openProposal"), Qt::LeftButton);
        QCOMPARE(desk.find<QSlider>("thresholdSlider")->value(), 5);
        QTest::mouseClick(desk.find<QPushButton>("sendToDraft"), Qt::LeftButton);
        QCOMPARE(sent.size(), 1);
        QVERIFY(pane->proposals().empty());
    }

    void removedProposalsAreGone()
    {
        ReviewDesk desk;
        desk.slide(5);
        QTest::mouseClick(desk.find<QPushButton>("addProposal"), Qt::LeftButton);
        QTest::mouseClick(desk.find<QPushButton>("removeProposal"), Qt::LeftButton);
        QTRY_VERIFY(desk.find<ProposalsPane>("proposalsPane")->proposals().empty());
    }

    void whatWasMissedIsEstimatedOnceEnoughIsLabelled()
    {
        ReviewDesk desk;
        QVERIFY(desk.words("missedWords").startsWith(u"0 of 24 sampled conversations with no alert are labelled."_s));
        ChangeSet news;
        for (int i = 0; i < 24; ++i)
            news.labels.push_back(
                aLabel(std::to_string(7000 + i), 0, "hot", i == 0 ? Verdict::True : Verdict::False, "leila"));
        Q_EMIT desk.port.changed(news);
        const QString words = desk.words("missedWords");
        QVERIFY2(
            words.startsWith(u"In a sample of 24 of the 100 conversations with no alert, 1 was worth one. That makes "
                             "about 2 missed in the week"_s),
            qPrintable(words));
        QVERIFY2(words.contains(u"caught about 92 %, somewhere from "_s), qPrintable(words));   // 19 of 19 + 20 / 12
        QCOMPARE(desk.find<QListWidget>("missedList")->count(), 1);
        QTest::mouseClick(desk.find<QPushButton>("sampleMore"), Qt::LeftButton);
        QCOMPARE(desk.analysis.reviewsAsked.back().sampled, 80);
    }

    void aTierIsLabelledWithTheOneThatIsRight()
    {
        ReviewDesk desk;
        desk.list()->setCurrentIndex(desk.list()->model()->index(desk.list()->model()->rowCount() - 1, 0));
        QCOMPARE(desk.words("reviewQuestion"), u"Corrected from P2 to P1. Was that right?"_s);
        desk.press(Qt::Key_F);
        QCOMPARE(desk.lastLabel().tier.value, std::string("P2"));
        QVERIFY(desk.lastLabel().trigger.empty());
        const int row = desk.list()->model()->rowCount() - 1;
        desk.takeLabel();
        QCOMPARE(desk.verdict(row).toInt(), int(Verdict::False));
    }

    void practiceIsCalledSimulated()
    {
        ReviewDesk desk;
        auto* origin = desk.find<QComboBox>("reviewOrigin");
        QVERIFY(!desk.find<QWidget>("reviewSimulated")->isVisible());
        origin->setFocus();
        QTest::keyClick(origin, Qt::Key_Down);
        QVERIFY(desk.analysis.reviewsAsked.back().origin == Origin::Practice);
        QVERIFY(desk.find<QWidget>("reviewSimulated")->isVisible());
    }

    void anEmptyWeekSaysSo()
    {
        ReviewData empty;
        empty.question = someReview().question;
        ReviewDesk desk(empty);
        QCOMPARE(desk.words("reviewLeft"), u"No alerts this week."_s);
        auto* nothing = desk.find<QWidget>("reviewEmpty");
        QVERIFY(nothing->isVisible());
        desk.press(Qt::Key_T);
        QVERIFY(desk.port.sent<GiveLabel>().empty());
    }

    void pictures()
    {
        ReviewDesk desk;
        ChangeSet news;
        for (int i = 0; i < 24; ++i)
            news.labels.push_back(
                aLabel(std::to_string(7000 + i), 0, "hot", i < 2 ? Verdict::True : Verdict::False, "leila"));
        Q_EMIT desk.port.changed(news);
        desk.slide(5);
        QTest::mouseClick(desk.find<QPushButton>("addProposal"), Qt::LeftButton);
        keepPictures(desk.page, desk.theme, u"review"_s);
    }
};

SIGNALBOX_UI_TEST(ReviewPageTest)

}

#include "tst_review_page.moc"
