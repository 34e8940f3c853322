#include "tests/support/ui_test.h"
#include "tests/ui/conversation/talk_fixture.h"
#include "ui/conversation/file_chips.h"
#include "ui/conversation/suggestion_bar.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/inline_message.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// Stands in for the browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }
};

class TalkPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould();
    void aReplyCanBeTakenBackForAWhile();
    void theNextReplySendsTheOneThatWaits();
    void leavingTheConversationSendsWhatWaits();
    void closingTheWindowSendsWhatWaits();
    void aDraftSurvivesACrash();
    void aReplyThatWaitsSurvivesACrashAsADraft();
    void aDraftOfOneConversationIsNotShownInAnother();
    void aRefusedReplyComesBackBeforeWhatWasTypedSince();
    void theAnswerOfTheKnowledgeIsInsertedWithTabAndNeverSent();
    void aSuggestionIsAskedForOnceAMessageAndOnlyByItsOwner();
    void saysHowFarTheLastReplyReached();
    void saysWhoWritesToo();
    void aLinkOpensOnlyAfterAsking();
    void aFileIsSavedOnlyWhenAskedFor();
    void asksWhyAtALineOfTheSystem();
    void findsWordsInTheConversation();
    void aColleagueWhoWasInvitedMayReply();
};

void TalkPaneTest::looksAsItShould()
{
    Talk talk;
    ConversationDetail detail = aDetail();
    Message files
        = aMessage(10, Author::Visitor, "Here is our list, and https://routes.example/hull?x=1.", seconds{20});
    files.authorName = "Amelia Okafor";
    files.attachments = {{AttachmentId{"a1"}, "Routes 2026, final version.pdf", "application/pdf", 482'133},
                         {AttachmentId{"a2"}, "map.png", "image/png", 3'400'000}};
    detail.messages.push_back(files);
    detail.conversation.deliveredUpTo = 8;
    talk.openAmelia(detail);
    Q_EMIT talk.port.answerSuggested(
        talk.amelia,
        KnowledgeMatch{"faq-fleet", "What does a fleet cost?",
                       "Yes. 220 bikes come to €701,800, service in the first year included.", 0.9});
    talk.type(u"Yes, I will put it in writing"_s);
    keepPictures(*talk.pane, talk.theme, u"talk"_s);
    QVERIFY(talk.pane->minimumSizeHint().width() <= talk.theme.px(440));
}

void TalkPaneTest::aReplyCanBeTakenBackForAWhile()
{
    Talk talk(5);
    talk.openAmelia();
    talk.type(u"See you on Friday"_s);
    talk.controlEnter();
    QVERIFY(talk.edit()->toPlainText().isEmpty());
    QVERIFY(talk.find<QWidget>(u"heldReply"_s)->isVisible());
    QVERIFY(talk.port.sent<SendReply>().empty());
    QTest::keyClick(talk.edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(talk.edit()->toPlainText(), u"See you on Friday"_s);
    QVERIFY(!talk.find<QWidget>(u"heldReply"_s)->isVisible());
    talk.pane.reset();
    QVERIFY(talk.port.sent<SendReply>().empty());
}

void TalkPaneTest::theNextReplySendsTheOneThatWaits()
{
    Talk talk(5);
    talk.openAmelia();
    talk.type(u"One"_s);
    talk.controlEnter();
    talk.type(u"Two"_s);
    talk.controlEnter();
    QCOMPARE(talk.port.sent<SendReply>().size(), 1u);
    QCOMPARE(talk.port.sent<SendReply>().front().text, std::string("One"));
    QTest::mouseClick(talk.find<QPushButton>(u"undoSend"_s), Qt::LeftButton);
    QCOMPARE(talk.edit()->toPlainText(), u"Two"_s);
}

void TalkPaneTest::leavingTheConversationSendsWhatWaits()
{
    Talk talk(5);
    talk.openAmelia();
    talk.type(u"On its way"_s);
    talk.controlEnter();
    talk.pane->open(ConversationId{"4811"});
    QCOMPARE(talk.port.sent<SendReply>().size(), 1u);
    QCOMPARE(talk.port.sent<SendReply>().front().conversation, talk.amelia);
    talk.pane->open(talk.amelia);
    QVERIFY(talk.edit()->toPlainText().isEmpty());
}

void TalkPaneTest::closingTheWindowSendsWhatWaits()
{
    Talk talk(10);
    talk.openAmelia();
    talk.type(u"On its way"_s);
    talk.controlEnter();
    talk.pane.reset();
    QCOMPARE(talk.port.sent<SendReply>().size(), 1u);
}

void TalkPaneTest::aDraftSurvivesACrash()
{
    Talk talk;
    talk.openAmelia();
    talk.find<QPushButton>(u"writeNote"_s)->click();
    talk.type(u"half a thought"_s);
    // Nothing is closed: another window over what was written down so far.
    UiStateInMemory& state = talk.state;
    QTRY_VERIFY(state.bytes(u"desk/drafts"_s).contains("half a thought"));
    TalkPane after(talk.context);
    after.open(talk.amelia);
    QCOMPARE(after.composer()->words(), u"half a thought"_s);
    QVERIFY(after.composer()->isNote());
}

void TalkPaneTest::aReplyThatWaitsSurvivesACrashAsADraft()
{
    Talk talk(10);
    talk.openAmelia();
    talk.type(u"On its way"_s);
    talk.controlEnter();
    QTRY_VERIFY(talk.state.bytes(u"desk/drafts"_s).contains("On its way"));
    TalkPane after(talk.context);
    after.open(talk.amelia);
    QCOMPARE(after.composer()->words(), u"On its way"_s);
    talk.pane.reset();   // sent in the end: nothing is left of it
    UiStateInMemory later = talk.state;
    QVERIFY(!later.bytes(u"desk/drafts"_s).contains("On its way"));
}

void TalkPaneTest::aDraftOfOneConversationIsNotShownInAnother()
{
    Talk talk;
    talk.openAmelia();
    talk.type(u"for Amelia"_s);
    talk.pane->open(ConversationId{"4811"});
    QVERIFY(talk.edit()->toPlainText().isEmpty());
    talk.type(u"for Marek"_s);
    talk.pane->open(talk.amelia);
    QCOMPARE(talk.edit()->toPlainText(), u"for Amelia"_s);
}

void TalkPaneTest::aRefusedReplyComesBackBeforeWhatWasTypedSince()
{
    Talk talk;
    talk.openAmelia();
    talk.type(u"first"_s);
    talk.controlEnter();
    talk.type(u"second"_s);
    talk.answerRefused(u"The disk is full."_s);
    QCOMPARE(talk.edit()->toPlainText(), u"first\nsecond"_s);
    QVERIFY(talk.find<InlineMessage>(u"talkMessage"_s)->text().contains(u"The disk is full."_s));
}

void TalkPaneTest::theAnswerOfTheKnowledgeIsInsertedWithTabAndNeverSent()
{
    Talk talk;
    talk.openAmelia();
    QCOMPARE(talk.port.suggestionsAsked, std::vector{talk.amelia});
    Q_EMIT talk.port.answerSuggested(talk.amelia,
                                     KnowledgeMatch{"faq-fleet", "What does a fleet cost?", "€3,190 each.", 0.9});
    auto* bar = talk.find<SuggestionBar>(u"suggestion"_s);
    QVERIFY(bar->isVisible());
    QTest::keyClick(talk.edit(), Qt::Key_Tab);
    QCOMPARE(talk.edit()->toPlainText(), u"€3,190 each."_s);
    QVERIFY(!bar->isVisible());
    QVERIFY(talk.port.sent<SendReply>().empty());
    talk.edit()->undo();
    QVERIFY(talk.edit()->toPlainText().isEmpty());
}

void TalkPaneTest::aSuggestionIsAskedForOnceAMessageAndOnlyByItsOwner()
{
    Talk talk;
    talk.openAmelia();
    talk.arrives(aMessage(10, Author::System, "Mark looked in"));
    QCOMPARE(talk.port.suggestionsAsked.size(), 1u);
    talk.arrives(aMessage(11, Author::Visitor, "And for 300?"));
    QCOMPARE(talk.port.suggestionsAsked.size(), 2u);
    talk.find<QPushButton>(u"dismissSuggestion"_s)->click();
    talk.pane->open(ConversationId{"4820"});   // waits in a queue
    QCOMPARE(talk.port.suggestionsAsked.size(), 2u);
}

void TalkPaneTest::saysHowFarTheLastReplyReached()
{
    Talk talk;
    talk.openAmelia();
    const int row = 9;   // Leila's reply; row 0 is the day
    QCOMPARE(talk.transcript().index(row - 1).data(TranscriptModel::StateRole).toString(), u"Sent"_s);
    ChangeSet reached;
    reached.conversations = {aDetail().conversation};
    reached.conversations.front().deliveredUpTo = 8;
    Q_EMIT talk.port.changed(reached);
    QCOMPARE(talk.transcript().index(row - 1).data(TranscriptModel::StateRole).toString(), u"Delivered"_s);
    reached.conversations.front().readUpTo = 8;
    Q_EMIT talk.port.changed(reached);
    QCOMPARE(talk.transcript().index(row - 1).data(TranscriptModel::StateRole).toString(), u"Read"_s);
    const int before = talk.view().visualRect(talk.transcript().index(row - 1)).height();
    talk.arrives(aMessage(10, Author::Agent, "One more thing"));
    QVERIFY(talk.transcript().index(row - 1).data(TranscriptModel::StateRole).toString().isEmpty());
    QVERIFY(talk.view().visualRect(talk.transcript().index(row - 1)).height() < before);
}

void TalkPaneTest::saysWhoWritesToo()
{
    Talk talk;
    talk.openAmelia();
    ChangeSet changes;
    changes.looking = {{AgentId{"mark"}, talk.amelia, true, talk.now}, {AgentId{"leila"}, talk.amelia, true, talk.now}};
    changes.visitorTyping = {{talk.amelia, talk.now + seconds{3}}};
    Q_EMIT talk.port.changed(changes);
    auto* line = talk.find<ElidedLabel>(u"whoWrites"_s);
    QCOMPARE(line->text(), u"Amelia Okafor is typing… · Mark Ashdown is writing a reply too"_s);
    talk.pane->tick(talk.now + seconds{30});
    QVERIFY(line->text().isEmpty());
}

void TalkPaneTest::aLinkOpensOnlyAfterAsking()
{
    Talk talk;
    Browser browser;
    ConversationDetail detail = aDetail();
    detail.messages.push_back(aMessage(10, Author::Visitor, "https://evil.example/pay?x=<b>"));
    talk.openAmelia(detail);
    const QRect row = talk.view().visualRect(talk.transcript().index(talk.transcript().rowCount() - 1));
    QPoint onLink;
    const TranscriptDelegate& delegate = *static_cast<TranscriptDelegate*>(talk.view().itemDelegate());
    for (int y = 0; y < row.height() && onLink.isNull(); y += 4)
        for (int x = 0; x < row.width() && onLink.isNull(); x += 8)
            if (delegate.spotAt(talk.transcript().index(talk.transcript().rowCount() - 1), row.width(), {x, y})
                    .link.isValid())
                onLink = row.topLeft() + QPoint(x, y);
    QVERIFY(!onLink.isNull());
    talk.prompts.answer = false;
    QTest::mouseClick(talk.view().viewport(), Qt::LeftButton, {}, onLink);
    QCOMPARE(talk.prompts.questions.size(), 1u);
    QVERIFY(talk.prompts.questions.front().contains(u"evil.example"_s));
    QVERIFY(browser.opened.isEmpty());
    talk.prompts.answer = true;
    QTest::mouseClick(talk.view().viewport(), Qt::LeftButton, {}, onLink);
    QCOMPARE(browser.opened, QList{QUrl(u"https://evil.example/pay?x="_s)});
}

void TalkPaneTest::aFileIsSavedOnlyWhenAskedFor()
{
    Talk talk;
    ConversationDetail detail = aDetail();
    detail.messages.push_back(aMessage(10, Author::Visitor, ""));
    const Attachment file{AttachmentId{"a1"}, "../../etc/pass\nwd.pdf", "application/pdf", 5};
    detail.messages.back().attachments = {file};
    talk.openAmelia(detail);
    QVERIFY(talk.port.attachmentsAsked.empty());
    talk.prompts.fileAnswer = u"/somewhere/list.pdf"_s;
    Q_EMIT talk.view().fileWanted(file);
    QCOMPARE(talk.port.attachmentsAsked, std::vector{file.id});
    Q_EMIT talk.port.attachmentLoaded(file.id, std::string("bytes"));
    QCOMPARE(talk.prompts.files.at(u"/somewhere/list.pdf"_s), std::string("bytes"));
    QVERIFY(talk.find<InlineMessage>(u"talkMessage"_s)->text().contains(u"list.pdf"_s));
    Q_EMIT talk.view().fileWanted(file);
    Q_EMIT talk.port.attachmentLoaded(file.id, failure("The file is gone.", ""));
    QVERIFY(talk.find<InlineMessage>(u"talkMessage"_s)->text().contains(u"The file is gone."_s));
}

void TalkPaneTest::asksWhyAtALineOfTheSystem()
{
    Talk talk;
    talk.openAmelia();
    QSignalSpy why(talk.pane.get(), &TalkPane::whyWanted);
    const TranscriptDelegate& delegate = *static_cast<TranscriptDelegate*>(talk.view().itemDelegate());
    for (int row = 0; row < talk.transcript().rowCount(); ++row) {
        const QModelIndex index = talk.transcript().index(row);
        if (talk.transcript().kindAt(row) != TranscriptModel::RowKind::System)
            continue;
        talk.view().scrollTo(index);
        const int width = talk.view().viewport()->width();
        QCOMPARE(delegate.spotsOf(index, width).size(), 1);
        const QRect box = delegate.layouts().of(talk.transcript(), row, width).why;
        QTest::mouseClick(talk.view().viewport(), Qt::LeftButton, {},
                          box.center() + talk.view().visualRect(index).topLeft());
    }
    QCOMPARE(why.size(), 1);
}

void TalkPaneTest::findsWordsInTheConversation()
{
    Talk talk;
    ConversationDetail detail = aDetail();
    detail.hasEarlier = true;
    for (Message& message : detail.messages)
        message.sequence += 500;
    talk.openAmelia(detail);
    QTest::keyClick(talk.edit(), Qt::Key_F, Qt::ControlModifier);
    auto* words = talk.find<QLineEdit>(u"transcriptSearchWords"_s);
    QVERIFY(words->hasFocus());
    QCOMPARE(talk.port.earlierAsked.size(), 1u);
    QTest::keyClicks(words, u"BIKES"_s);
    auto* count = talk.find<QLabel>(u"transcriptSearchCount"_s);
    QCOMPARE(count->text(), u"4 of 4 so far"_s);
    QTest::keyClick(words, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(count->text(), u"3 of 4 so far"_s);
    QVERIFY(talk.view().viewport()->rect().intersects(talk.view().visualRect(talk.view().currentIndex())));
    Q_EMIT talk.port.earlierLoaded(talk.amelia,
                                   {aMessage(1, Author::Visitor, "Do you sell bikes?", std::chrono::hours{30})});
    QCOMPARE(count->text(), u"4 of 5"_s);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!words->isVisible());
    QVERIFY(talk.view().hasFocus());
}

void TalkPaneTest::aColleagueWhoWasInvitedMayReply()
{
    Talk talk;
    talk.session.agent = AgentId{"mark"};
    talk.openAmelia();
    QVERIFY(talk.edit()->isReadOnly());
    ChangeSet invited;
    invited.conversations = {aDetail().conversation};
    invited.conversations.front().invited = {AgentId{"mark"}};
    Q_EMIT talk.port.changed(invited);
    QVERIFY(!talk.edit()->isReadOnly());
}

SIGNALBOX_UI_TEST(TalkPaneTest)

}

#include "tst_talk_pane.moc"
