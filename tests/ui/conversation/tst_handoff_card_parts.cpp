#include "tests/support/ui_test.h"
#include "tests/ui/conversation/one_card.h"

#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class HandoffCardPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidenceLeadsToTheMessageItQuotes()
    {
        OneCard desk;
        QSignalSpy wanted(&desk.card, &HandoffCard::messageWanted);
        auto* link = desk.find<CardLink>("criterionEvidence");
        QCOMPARE(link->accessibleName(), u"“I sign this one off myself” · 10:40"_s);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(wanted.front().front().toLongLong(), 5);
    }

    void aQuestionGoesIntoTheReplyByKeyboard()
    {
        OneCard desk;
        QSignalSpy wanted(&desk.card, &HandoffCard::questionWanted);
        auto* link = desk.find<CardLink>("criterionQuestion");
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Space);
        QCOMPARE(wanted.front().front().toString(), u"Which planning software do you use?"_s);
    }

    void whatTheyWereToldLeadsToItsMessage()
    {
        OneCard desk;
        QSignalSpy wanted(&desk.card, &HandoffCard::messageWanted);
        QTest::mouseClick(desk.find<CardLink>("toldMessage"), Qt::LeftButton);
        QCOMPARE(wanted.front().front().toLongLong(), 3);
        QVERIFY(desk.words().contains(u"It wrote once, from “What does a fleet cost?”."_s));
    }

    void alertsThatAreOverStandOnTheCardWithWhatWasSaidOfThem()
    {
        ConversationDetail known = aDetailKnownWell();
        Alert alert;
        alert.number = 31;
        alert.trigger = {"hot"};
        alert.conversation = {"4817"};
        alert.at = testNow() - std::chrono::minutes{9};
        alert.acknowledgedBy = {"leila"};
        alert.acknowledgedAt = testNow() - std::chrono::minutes{8};
        alert.endedAt = testNow() - std::chrono::minutes{5};
        known.alerts = {alert};
        known.labels = {{{"4817"}, 31, {"hot"}, Verdict::True, {}, "They signed", {"mark"}, false, testNow(), {}}};
        OneCard desk(known);
        const QStringList words = desk.words();
        QVERIFY2(words.contains(u"10:34 hot, acknowledged by Leila Haddad, over at 10:38"_s), qPrintable(words.join(u'\n')));
        QVERIFY(words.contains(u"True, says Mark Ashdown: They signed"_s));
        auto* link = desk.find<QPushButton>("labelAlert");
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Space);
        auto* menu = desk.card.findChild<QMenu*>(u"labelMenu"_s);
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        const auto sent = desk.port.sent<GiveLabel>();
        QCOMPARE(sent.size(), 1u);
        QVERIFY(sent[0].label.verdict == Verdict::False);
        QCOMPARE(sent[0].label.alert, 31);
        ChangeSet news;
        news.labels = {sent[0].label};
        Q_EMIT desk.port.changed(news);
        QCOMPARE(desk.find<QPushButton>("labelAlert")->text(), u"Your label: false"_s);
        QVERIFY(desk.card.asText().contains(u"False, says Leila Haddad"_s));
    }

    void theWhyPageIsOneClickAway()
    {
        OneCard desk;
        QSignalSpy wanted(&desk.card, &HandoffCard::whyWanted);
        QTest::mouseClick(desk.find<QPushButton>("showWhy"), Qt::LeftButton);
        QCOMPARE(wanted.front().front().value<ConversationId>(), ConversationId{"4817"});
    }

    void aCorrectionNeedsAReason()
    {
        OneCard desk;
        desk.correct("correct_tier", 1, {});
        QCOMPARE(desk.port.sent<CorrectConversation>().size(), 0u);
        auto* dialog = desk.card.findChild<CorrectionDialog*>();
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"correctionReason"_s), u"They sign in March"_s);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"confirmMove"_s), Qt::LeftButton);
        const auto sent = desk.port.sent<CorrectConversation>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent[0].subject, std::string("tier"));
        QCOMPARE(sent[0].after, std::string("P2"));
        QCOMPARE(sent[0].reason, std::string("They sign in March"));
        QCOMPARE(sent[0].by, AgentId{"leila"});
    }

    void aCriterionIsCorrectedAndKeepsWhatWasThere()
    {
        OneCard desk;
        desk.correct("correct_criterion:budget", 1, u"Only half is approved"_s);
        QCOMPARE(desk.port.sent<CorrectConversation>().at(0).after, std::string("not_met"));
        ChangeSet news;
        news.corrections
            = {{ConversationId{"4817"},
                {"criterion:budget", "met", "not_met", "Only half is approved", AgentId{"leila"}, testNow()}}};
        Q_EMIT desk.port.changed(news);
        QVERIFY(desk.words().contains(u"Corrected by Leila Haddad because “Only half is approved”. Was: Met."_s));
        QVERIFY(desk.words().contains(u"1 of 3 met"_s));
        QVERIFY(desk.words().contains(u"Not met"_s));
    }

    void anIntentMayBeTyped()
    {
        OneCard desk;
        QTest::mouseClick(desk.find<QToolButton>("correct_intent"), Qt::LeftButton);
        auto* dialog = desk.card.findChild<CorrectionDialog*>();
        auto* intent = dialog->findChild<QComboBox*>(u"correctedValue"_s);
        intent->lineEdit()->selectAll();
        QTest::keyClicks(intent, u"Leasing"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"correctionReason"_s), u"Asked for leasing twice"_s);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"confirmMove"_s), Qt::LeftButton);
        QCOMPARE(desk.port.sent<CorrectConversation>().at(0).after, std::string("Leasing"));
    }

    void copiesTheCardAsText()
    {
        OneCard desk;
        QVERIFY(desk.active);
        QTest::keyClick(&desk.card, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        for (const QString& part : {u"Amelia Okafor · Brightwater Logistics · #4817 · Website"_s, u"Tier: P1 Act now"_s,
                                    u"✓ Can decide: “I sign this one off myself” · 10:40"_s,
                                    u"– Systems to connect: ask: Which planning software do you use?"_s,
                                    u"+37 Looked at fleet prices"_s, u"Mark Ashdown: Needs fleet 3, has 2"_s})
            QVERIFY2(copied.contains(part), qPrintable(part + u" in\n"_s + copied));
    }

    void signalsFadeWhileTheCardIsOpen()
    {
        OneCard desk;
        ChangeSet rules;
        Rulebook rulebook;
        rulebook.signals = {{SignalId{"pricing"}, "Looked at fleet prices", {}, 37, 10}};
        rules.rulebook = RulebookOnScreen{42, writeRulebook(rulebook), "", "ines", testNow()};
        Q_EMIT desk.port.changed(rules);
        desk.detail.decision->at = testNow();
        desk.card.showDetail(desk.detail);
        QVERIFY(desk.words().contains(u"+37"_s));
        QVERIFY(desk.words().contains(u"82 intent score"_s));
        desk.card.tick(testNow() + std::chrono::minutes(10));
        QVERIFY(desk.words().contains(u"+19"_s));
        QVERIFY(desk.words().contains(u"64 intent score"_s));
    }

    void everyControlHasANameAndPictures()
    {
        OneCard desk;
        for (const QWidget* widget : desk.card.findChildren<QWidget*>())
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !qobject_cast<const QLabel*>(widget)
                && !widget->inherits("QScrollBar"))
                QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                         widget->metaObject()->className());
        if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty())
            desk.card.grab().save(folder + u"/handoff-card.png"_s);
    }
};

SIGNALBOX_UI_TEST(HandoffCardPartsTest)

}

#include "tst_handoff_card_parts.moc"
