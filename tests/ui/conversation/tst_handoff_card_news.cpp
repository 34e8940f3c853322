// What becomes known while the card stands open.
#include "tests/support/ui_test.h"
#include "tests/ui/conversation/one_card.h"

#include <functional>

namespace signalbox::test {

using Change = std::function<void(ConversationDetail&)>;

class HandoffCardNewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyThePartThatChangesIsMadeAnew()
    {
        OneCard one;
        const QList<QLabel*> labels = one.card.findChildren<QLabel*>();
        const QList<QPointer<QLabel>> kept(labels.begin(), labels.end());
        const QPointer<CardLink> evidence = one.find<CardLink>("criterionEvidence");
        const QPointer<CardLink> told = one.find<CardLink>("toldMessage");
        one.detail.messages.push_back(aMessage(99, Author::Agent, "The offer is on its way."));
        one.card.updateDetail(one.detail);
        QTRY_VERIFY(one.words().join(u'|').contains(u"The offer is on its way."_s));
        QVERIFY(!told);   // one more sentence there
        QVERIFY(evidence);
        QVERIFY(kept.count(nullptr) < kept.size() / 3);
    }

    void whatIsSelectedAndTheKeyboardOutliveNews()
    {
        OneCard one;
        QLabel* reached = nullptr;
        for (QLabel* label : one.card.findChildren<QLabel*>())
            if (label->text().contains(u"a.okafor@brightwater.example"_s))
                reached = label;
        reached->setSelection(0, 8);
        auto* question = one.find<CardLink>("criterionQuestion");
        question->setFocus();
        one.detail.messages.push_back(aMessage(99, Author::Agent, "The offer is on its way."));
        one.card.updateDetail(one.detail);
        QTRY_VERIFY(one.words().join(u'|').contains(u"The offer is on its way."_s));
        QCOMPARE(reached->selectedText(), u"a.okafor"_s);
        QVERIFY(question->hasFocus());
    }

    void theKeyboardStaysOnALinkThatIsMadeAnew()
    {
        OneCard one;
        const QPointer<CardLink> before = one.find<CardLink>("toldMessage");
        before->setFocus();
        one.detail.messages.push_back(aMessage(99, Author::Agent, "The offer is on its way."));
        one.card.updateDetail(one.detail);
        QTRY_VERIFY(!before);
        QVERIFY(one.find<CardLink>("toldMessage")->hasFocus());
    }

    void theTabKeyGoesFromTheTopToTheBottomAfterNews()
    {
        OneCard one;
        one.detail.messages.push_back(aMessage(99, Author::Agent, "The offer is on its way."));
        const QStringList wanted = OneCard(one.detail).tabStops();
        one.card.updateDetail(one.detail);
        QTRY_VERIFY(one.words().join(u'|').contains(u"The offer is on its way."_s));
        QTRY_COMPARE(one.tabStops(), wanted);
    }

    // What has changed in what is known, and the words that tell it.
    void everyNewsReachesTheCard_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const Change& change) { QTest::addRow("%s", name) << change; };
        row("the intent", [](ConversationDetail& d) { d.conversation.intent = "Leasing"; });
        row("how sure it is", [](ConversationDetail& d) { d.context.apply({"ai.intent_confidence", Value(0.62), "ai", {}}, testNow()); });
        row("the tier", [](ConversationDetail& d) { d.conversation.tier = TierId{"P2"}; d.conversation.tierRank = 1; });
        row("the deal size", [](ConversationDetail& d) { d.conversation.dealSize = 51000; });
        row("a criterion", [](ConversationDetail& d) { d.decision->qualification[0].state = CriterionState::NotMet; });
        row("a correction", [](ConversationDetail& d) { d.corrections.push_back({"tier", "P2", "P1", "They sign in March", AgentId{"leila"}, testNow()}); });
        row("a signal", [](ConversationDetail& d) { d.decision->signalShares.pop_back(); });
        row("no decision", [](ConversationDetail& d) { d.decision.reset(); });
        row("a contact's way", [](ConversationDetail& d) { d.contact->phones.push_back("+31101234567"); });
        row("no contact", [](ConversationDetail& d) { d.contact.reset(); });
        row("where they are now", [](ConversationDetail& d) { d.context.apply({"page.path", Value(std::string("/contact")), "widget", {}}, testNow()); });
        row("since when they are there", [](ConversationDetail& d) { d.context.apply({"page.seconds", Value(4.0), "widget", {}}, testNow()); });
        row("a note", [](ConversationDetail& d) { d.messages.push_back(aMessage(98, Author::Agent, "Ask for the works council.")); d.messages.back().internalNote = true; });
        row("the same words in another message", [](ConversationDetail& d) { d.messages[2].sequence = 77; });
        row("a line of the system", [](ConversationDetail& d) { d.messages.push_back(aMessage(98, Author::System, "Mark Ashdown was invited")); });
        row("why it is here", [](ConversationDetail& d) { d.routeReason = "Given by Mark Ashdown"; });
        row("the policy", [](ConversationDetail& d) { d.conversation.policy = PolicyId{"prices"}; });
        row("the promise", [](ConversationDetail& d) { *d.conversation.answerBy += seconds{600}; });
        row("why you", [](ConversationDetail& d) { d.offers[0].candidates[0].reason = "The longest idle"; });
        row("why not others", [](ConversationDetail& d) { d.offers[0].candidates.pop_back(); });
        row("a follow-up", [](ConversationDetail& d) { d.followUps.push_back({d.conversation.id, testNow() + seconds{7200}, "Amelia Okafor", "leila", "Ring the board", false, {}, false}); });
        row("an earlier conversation", [](ConversationDetail& d) { d.earlier.push_back(aConversation("4001").said("Is it me?").closed().build()); });
        row("it is closed", [](ConversationDetail& d) { d.conversation.closedAt = testNow(); });
        row("nobody waits", [](ConversationDetail& d) { d.conversation.waitingSince.reset(); });
    }

    void everyNewsReachesTheCard()
    {
        QFETCH(Change, change);
        OneCard one;
        const QStringList before = one.picture();
        change(one.detail);
        const QStringList wanted = OneCard(one.detail).picture();
        QVERIFY(wanted != before);
        one.card.updateDetail(one.detail);
        QTRY_COMPARE(one.picture(), wanted);
    }

    void whatIsBroughtUpToDateMayBeginAnewAndMayEnd()
    {
        OneCard one;
        one.detail.messages.push_back(aMessage(99, Author::Agent, "The offer is on its way."));
        one.card.updateDetail(one.detail);
        one.card.updateDetail(one.detail);
        one.card.clear();
        QCoreApplication::processEvents();
        QVERIFY(!one.words().join(u'|').contains(u"The offer is on its way."_s));
    }
};

SIGNALBOX_UI_TEST(HandoffCardNewsTest)

}

#include "tst_handoff_card_news.moc"
