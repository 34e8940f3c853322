#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/conversation/conversation_page.h"
#include "ui/conversation/offer_card.h"
#include "ui/conversation/transcript_model.h"
#include "ui/shared/inline_message.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : PageFixture {
    Desk()
    {
        state.setString(u"desk/undoSendSeconds"_s, u"0"_s);
        page.resize(1208, 732);
        page.show();
        Q_EMIT port.changed(aDay());
    }
    template <class T>
    T* find(const QString& name) { return page.findChild<T*>(name); }
    void openAmelia()
    {
        page.open(ConversationId{"4817"});
        Q_EMIT port.detailLoaded(aDetail());
    }
    ConversationPage page{context};
};

}

class ConversationPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Desk desk;
        desk.openAmelia();
        keepPictures(desk.page, desk.theme, u"desk"_s);
        QVERIFY(desk.find<QListView>(u"transcript"_s)->model()->rowCount() > 9);
    }

    void acceptsAnOfferWithEnter()
    {
        Desk desk;
        auto* card = desk.find<OfferCard>(u"offerCard"_s);
        QVERIFY(card);
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(desk.port.sent<AcceptOffer>().size(), 1u);
        QCOMPARE(desk.port.sent<AcceptOffer>().front().offer.value, std::string("o1"));
        desk.answerDone();
        QCOMPARE(desk.page.shown().value, std::string("4820"));
    }

    void declinesAnOfferWithD()
    {
        Desk desk;
        QTest::keyClick(desk.find<OfferCard>(u"offerCard"_s), Qt::Key_D);
        QCOMPARE(desk.port.sent<DeclineOffer>().size(), 1u);
    }

    void saysKindlyThatAnOfferWasTooLate()
    {
        Desk desk;
        auto* card = desk.find<OfferCard>(u"offerCard"_s);
        desk.find<QPushButton>(u"acceptOffer"_s)->click();
        desk.answerRefused(u"Mark Ashdown has it already."_s);
        QVERIFY(card->findChild<InlineMessage*>()->text().contains(u"Mark Ashdown has it already."_s));
    }

    void takesTheCardAwayWhenTheOfferLapses()
    {
        Desk desk;
        ChangeSet lapsed;
        Offer offer = anOffer("o1", "4820", "leila");
        lapsed.offersEnded = {{offer, OfferOutcome::Lapsed}};
        Conversation free = aDay().conversations.back();
        free.offeredTo = {};
        lapsed.conversations = {free};
        Q_EMIT desk.port.changed(lapsed);
        QTRY_VERIFY(!desk.find<OfferCard>(u"offerCard"_s));
    }

    void sendsAReplyWithControlEnter()
    {
        Desk desk;
        desk.openAmelia();
        auto* edit = desk.find<QPlainTextEdit>(u"messageText"_s);
        QTest::keyClicks(edit, u"Yes, I will"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, u"send it"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        const auto replies = desk.port.sent<SendReply>();
        QCOMPARE(replies.size(), 1u);
        QCOMPARE(QString::fromStdString(replies.front().text), u"Yes, I will\nsend it"_s);
        QVERIFY(!replies.front().message.empty());
        QVERIFY(edit->toPlainText().isEmpty());
        QVERIFY(!desk.port.sent<AgentTyping>().empty() || !edit->hasFocus());
    }

    void givesTheWordsBackWhenAReplyIsRefused()
    {
        Desk desk;
        desk.openAmelia();
        auto* edit = desk.find<QPlainTextEdit>(u"messageText"_s);
        edit->setPlainText(u"On its way"_s);
        desk.find<QPushButton>(u"sendMessage"_s)->click();
        desk.answerRefused(u"The disk is full."_s);
        QCOMPARE(edit->toPlainText(), u"On its way"_s);
    }

    void keepsADraftForEachConversation()
    {
        Desk desk;
        desk.openAmelia();
        auto* edit = desk.find<QPlainTextEdit>(u"messageText"_s);
        edit->setPlainText(u"half a thought"_s);
        desk.page.findChild<QAction*>(u"nextConversation"_s)->trigger();
        QCOMPARE(desk.page.shown().value, std::string("4811"));
        QVERIFY(edit->toPlainText().isEmpty());
        desk.page.open(ConversationId{"4817"});
        QCOMPARE(edit->toPlainText(), u"half a thought"_s);
    }

    void offersToTakeWhatIsNotMine()
    {
        Desk desk;
        desk.page.open(ConversationId{"4820"});
        auto* take = desk.find<QPushButton>(u"takeConversation"_s);
        QVERIFY(take->isVisible());
        QVERIFY(desk.find<QPlainTextEdit>(u"messageText"_s)->isReadOnly());
        QVERIFY(!desk.page.findChild<QAction*>(u"closeConversation"_s)->isEnabled());
        take->click();
        QCOMPARE(desk.port.sent<TakeConversation>().size(), 1u);
    }

    void closesWithoutAskingBecauseItCanBeTakenBack()
    {
        Desk desk;
        desk.openAmelia();
        desk.page.findChild<QAction*>(u"closeAs_spam"_s)->trigger();
        QCOMPARE(desk.port.sent<CloseConversation>().front().outcome, std::string("spam"));
        QVERIFY(desk.prompts.questions.empty());
    }

    void marksAConversationThatGotNewWords()
    {
        Desk desk;
        desk.openAmelia();
        QSignalSpy attention(&desk.page, &ConversationPage::attentionChanged);
        ChangeSet news;
        news.messages = {{ConversationId{"4811"}, aMessage(9, Author::Visitor, "Hello?")}};
        Q_EMIT desk.port.changed(news);
        QCOMPARE(attention.back().front().toInt(), 2);   // the offer, and this one
    }

    void staysAtTheNewestMessageWhenTheWindowShrinks()
    {
        Desk desk;
        desk.page.resize(1848, 1012);
        desk.openAmelia();
        QCoreApplication::processEvents();
        auto* view = desk.find<QListView>(u"transcript"_s);
        for (const QSize size : {QSize(1208, 732), QSize(1000, 560), QSize(1600, 640), QSize(1208, 500)}) {
            desk.page.resize(size);
            QCoreApplication::processEvents();
            const QRect last = view->visualRect(view->model()->index(view->model()->rowCount() - 1, 0));
            QVERIFY(view->verticalScrollBar()->maximum() > 0);
            QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
            QCOMPARE(last.height(), view->sizeHintForRow(view->model()->rowCount() - 1));
            QVERIFY(last.bottom() < view->viewport()->height());
        }
    }

    void showsHostileWordsAsTheyStand()
    {
        Desk desk;
        ConversationDetail detail = aDetail();
        const std::string hostile = "<img src=/etc/passwd><b>bold</b> \xe2\x80\xae" "evil \xf0\x9f\x98\x80 " + std::string(10000, 'x');
        detail.messages.push_back(aMessage(10, Author::Visitor, hostile));
        detail.conversation.visitorName = hostile;
        detail.context.apply({"visitor.company", Value{hostile}, "widget", std::nullopt}, testNow());
        ChangeSet renamed;
        renamed.conversations = {detail.conversation};
        Q_EMIT desk.port.changed(renamed);
        desk.page.open(ConversationId{"4817"});
        Q_EMIT desk.port.detailLoaded(detail);
        desk.page.grab();
        for (const QLabel* label : desk.page.findChildren<QLabel*>())
            if (!qobject_cast<const InlineMessage*>(label->parentWidget()))   // escapes its words itself
                QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        QVERIFY(desk.page.minimumSizeHint().width() < 1208);
    }

    void namesEveryControlForAScreenReader()
    {
        Desk desk;
        desk.openAmelia();
        for (QWidget* widget : desk.page.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName() + u' ' + QLatin1String(widget->metaObject()->className())));
        }
    }
};

SIGNALBOX_UI_TEST(ConversationPageTest)
#include "tst_conversation_page.moc"
