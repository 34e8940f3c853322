#include "tests/support/ui_test.h"
#include "tests/ui/why/why_data.h"
#include "ui/shared/elided_label.h"
#include "ui/why/moments_row.h"
#include "ui/why/why_page.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

struct Asking : PageFixture {
    Asking()
    {
        ChangeSet floor;
        floor.agents = {anAgent("leila", "Leila Haddad", "Fleet", Presence::Online, 3, 5, Role::Supervisor),
                        anAgent("mark", "Mark Ashdown", "Fleet"), anAgent("hugo", "Hugo Renard", "EMEA"),
                        anAgent("ines", "Ines Carvalho", "EMEA", Presence::Online, 0, 4, Role::Supervisor)};
        Q_EMIT port.changed(floor);
        page.resize(1528, 812);
        page.show();
    }
    void answer(const ExplainedMoment& moment = aMoment(), bool withWays = true)
    {
        const quint64 ticket = analysis.last(u"why"_s);
        Q_EMIT analysis.whyExplained(ticket, moment);
        if (withWays)
            Q_EMIT analysis.otherWaysFound(ticket, someWays());
        QCoreApplication::processEvents();
    }
    void explain()
    {
        page.explain(ConversationId{"4809"});
        answer();
    }
    QString text(const char* name) const { return page.findChild<QLabel*>(QLatin1String(name))->text(); }
    QStringList words() const
    {
        QStringList all;
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty())
                all << label->text();
        for (const ElidedLabel* label : page.findChildren<ElidedLabel*>())
            if (label->isVisible())
                all << label->text();
        return all;
    }
    template <class Widget>
    Widget* find(const char* name) const
    {
        return page.findChild<Widget*>(QLatin1String(name));
    }

    WhyPage page{context};
};

}

class WhyPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysInOneSentenceWhereAndWhy()
    {
        Asking desk;
        desk.explain();
        QCOMPARE(desk.text("whyVerdict"), u"Sales EMEA, because policy 5 Ready to buy matched first."_s);
        QVERIFY(desk.words().contains(u"Jörg Müller, Müller Fördertechnik · #4809 · decision 2 of 3"_s));
        QVERIFY(desk.words().contains(u"Rulebook v41, by Ines Carvalho, 2 June"_s));
        keepPictures(desk.page, desk.theme, u"why"_s);
    }

    void withoutAPolicyItSaysThatNoneMatched()
    {
        Asking desk;
        desk.page.explain(ConversationId{"4809"});
        ExplainedMoment moment = aMoment();
        moment.decision.policy.reset();
        moment.outcome = {};
        moment.place = "the AI";
        desk.answer(moment);
        QCOMPARE(desk.text("whyVerdict"), u"The AI, because no policy matched."_s);
    }

    void marksTheNearestMissAndTheFactThatMadeIt()
    {
        Asking desk;
        desk.explain();
        QVERIFY(desk.words().contains(u"Missed by 20 people"_s));
        QCOMPARE(desk.words().count(u"Did not match"_s), 2);
        QVERIFY(desk.words().contains(u"Off in v41"_s));
        QCOMPARE(desk.find<QWidget>("decisiveFact")->accessibleName(), u"Company size: 480 people, CRM 10:39"_s);
        QVERIFY(desk.find<QWidget>("pathCard2")
                    ->accessibleName()
                    .startsWith(u"Policy 2 Enterprise pricing: Missed by 20 people."_s));
        QCOMPARE(desk.text("whyNotReached"), u"6 to 7 were not reached. 7 Everything else would have matched too."_s);
    }

    void saysWhichValuesHaveChangedSince()
    {
        Asking desk;
        desk.explain();
        QCOMPARE(desk.text("whySinceThen"),
                 u"Values are as they were then. Company size has since changed: 510 people, CRM 10:42."_s);
    }

    void showsTheOtherFactsOnlyWhenAsked()
    {
        Asking desk;
        desk.explain();
        QVERIFY(!desk.words().contains(u"Language"_s));
        QVERIFY(desk.words().contains(u"missing"_s));
        QTest::mouseClick(desk.find<QPushButton>("showAllFacts"), Qt::LeftButton);
        QVERIFY(desk.words().contains(u"Language"_s));
    }

    void leftAndRightGoBetweenDecisions()
    {
        Asking desk;
        desk.explain();
        QTest::keyClick(&desk.page, Qt::Key_Right);
        QCOMPARE(desk.analysis.whyAsked.back().moment, 2);
        desk.answer(aMoment(2));
        QTest::keyClick(&desk.page, Qt::Key_Right);
        QCOMPARE(desk.analysis.whyAsked.size(), 2u);   // there is no later one
        QTest::keyClick(&desk.page, Qt::Key_Left);
        QCOMPARE(desk.analysis.whyAsked.back().moment, 1);
    }

    void aClickOnAMomentAsksForIt()
    {
        Asking desk;
        desk.explain();
        auto* row = desk.find<MomentsRow>("whyMoments");
        QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(20, row->height() / 2));
        QCOMPARE(desk.analysis.whyAsked.back().moment, 0);
    }

    void escapeLeadsBack()
    {
        Asking desk;
        desk.explain();
        QSignalSpy back(&desk.page, &WhyPage::backWanted);
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
    }

    void triesTheSmallestChangeWithItsValues()
    {
        Asking desk;
        desk.explain();
        QVERIFY(desk.words().contains(u"Company size 500 people instead of 480 people"_s));
        QSignalSpy wanted(&desk.page, &WhyPage::tryWanted);
        QTest::mouseClick(desk.find<QPushButton>("openInTry"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        const auto values = wanted.front().at(1).value<Values>();
        QCOMPARE(values.at("crm.company_size"), Value(500.0));
        QCOMPARE(values.at("ai.intent"), Value(std::string("Book a demo")));
        QCOMPARE(wanted.front().at(2).value<PolicyId>(), PolicyId{"policy-2"});
    }

    void opensPoliciesInTheStudioByMouseAndByKeyboard()
    {
        Asking desk;
        desk.explain();
        QSignalSpy wanted(&desk.page, &WhyPage::policyWanted);
        QTest::mouseClick(desk.find<QPushButton>("editPolicyOfWay"), Qt::LeftButton);
        auto* card = desk.find<QWidget>("pathCard3");
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QTest::mouseClick(desk.find<QWidget>("pathCard5"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted.at(0).at(0).value<PolicyId>(), PolicyId{"policy-2"});
        QCOMPARE(wanted.at(1).at(0).value<PolicyId>(), PolicyId{"policy-3"});
        QCOMPARE(wanted.at(2).at(0).value<PolicyId>(), PolicyId{"policy-5"});
    }

    void savesTheDecisionAsACase()
    {
        Asking desk;
        desk.explain();
        PolicyCase kept;
        QObject::connect(&desk.page, &WhyPage::caseWanted, &desk.page, [&](const PolicyCase& made) { kept = made; });
        QTest::mouseClick(desk.find<QPushButton>("whySaveAsCase"), Qt::LeftButton);
        QCOMPARE(kept.name, std::string("Jörg Müller, #4809"));
        QCOMPARE(kept.policy, PolicyId{"policy-5"});
        QCOMPARE(kept.tier, TierId{"P2"});
        QCOMPARE(kept.queue, QueueId{"emea"});
        QVERIFY(kept.context.contains("now"));
    }

    void aNewPolicyStartsSwitchedOffWithWhatMattered()
    {
        Asking desk;
        desk.explain();
        Policy draft;
        PolicyId place;
        QObject::connect(&desk.page, &WhyPage::newPolicyWanted, &desk.page,
                         [&](const Policy& made, const PolicyId& before) {
                             draft = made;
                             place = before;
                         });
        QTest::mouseClick(desk.find<QPushButton>("whyNewPolicy"), Qt::LeftButton);
        QVERIFY(!draft.enabled);
        QCOMPARE(draft.actions, aMoment().decision.actions);
        QCOMPARE(std::get<AllOf>(draft.when.node).parts.size(), 5u);   // intent, channel, size, score, page
        QCOMPARE(place, PolicyId{"policy-5"});
    }

    void agentsReadAndDoNotEdit()
    {
        Asking desk;
        ChangeSet roles;
        roles.agents = {anAgent("leila", "Leila Haddad", "Fleet")};
        Q_EMIT desk.port.changed(roles);
        desk.explain();
        QVERIFY(!desk.find<QPushButton>("whySaveAsCase")->isEnabled());
        QVERIFY(!desk.find<QPushButton>("whyNewPolicy")->isEnabled());
    }

    void copiesEverythingAsText()
    {
        Asking desk;
        desk.explain();
        QTest::keyClick(&desk.page, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        for (const QString& part :
             {u"Sales EMEA, because policy 5 Ready to buy matched first."_s,
              u"2 Enterprise pricing: Missed by 20 people"_s, u"  ✕ Company size 480, wanted at least 500"_s,
              u"✓ Hugo Renard: German 3"_s, u"Company size 500 people instead of 480 people → Enterprise EMEA"_s,
              u"Accepted by Hugo Renard after 0:08"_s})
            QVERIFY2(copied.contains(part), qPrintable(part + u" in\n"_s + copied));
    }

    void whatCannotBeExplainedIsSaid()
    {
        Asking desk;
        desk.page.explain(ConversationId{"4809"});
        Q_EMIT desk.analysis.failed(desk.analysis.last(u"why"_s), u"Nothing was decided about conversation #4809."_s);
        QVERIFY(desk.words().contains(u"Nothing was decided about conversation #4809."_s));
    }

    void anAnswerToAnEarlierQuestionIsNotShown()
    {
        Asking desk;
        desk.page.explain(ConversationId{"1"});
        const quint64 first = desk.analysis.last(u"why"_s);
        desk.page.explain(ConversationId{"4809"});
        QCOMPARE(desk.analysis.cancelled, std::vector{first});
        Q_EMIT desk.analysis.whyExplained(first, aMoment());
        QVERIFY(!desk.words().contains(u"Why the others"_s));
        QVERIFY(!desk.find<QLabel>("whyVerdict")->isVisible());
    }

    void aLongPathIsFoldedUntilItIsOpened()
    {
        Asking desk;
        desk.page.explain(ConversationId{"4809"});
        ExplainedMoment moment = aMoment();
        moment.path.clear();
        for (int i = 1; i < 1000; ++i)
            moment.path.push_back(
                met(i, "Not this one", TraceStep::Outcome::DidNotMatch, {{"crm.stage", "missing", "Proposal", false}}));
        moment.path.push_back(
            met(1000, "Ready to buy", TraceStep::Outcome::Fired, {{"intent_score", "61", "at least 60", true}}));
        desk.answer(moment);
        QVERIFY(!desk.find<QWidget>("pathCard4"));
        QVERIFY(desk.find<QWidget>("pathCard1000"));
        QTest::mouseClick(desk.find<QPushButton>("openPath"), Qt::LeftButton);
        QTRY_VERIFY(desk.find<QWidget>("pathCard4"));
    }

    void hostileWordsStayPlain()
    {
        Asking desk;
        desk.page.explain(ConversationId{"4809"});
        ExplainedMoment moment = aMoment();
        moment.conversation.visitorName = "<b>Eve</b>\n\u202Eevil";
        moment.path[4].name = std::string(2000, 'W') + "<img src=x>";
        moment.decision.snapshot["ai.intent"] = Value(std::string(5000, 'x'));
        moment.facts[0].value = Value(std::string(5000, 'x'));
        desk.answer(moment);
        keepPictures(desk.page, desk.theme, u"why-hostile"_s);
        for (const QLabel* label : desk.page.findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(desk.page.minimumSizeHint().width() <= 1208);
    }

    void fitsTwiceTheText()
    {
        Asking desk;
        desk.theme.setTextScale(2);
        desk.theme.applyTo(*qApp);
        desk.page.resize(1208, 732);
        desk.explain();
        QCoreApplication::processEvents();
        QVERIFY2(desk.page.minimumSizeHint().width() <= 1208,
                 qPrintable(QString::number(desk.page.minimumSizeHint().width())));
        if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty())
            desk.page.grab().save(folder + u"/why-200.png"_s);
    }
};

SIGNALBOX_UI_TEST(WhyPageTest)

}

#include "tst_why_page.moc"
