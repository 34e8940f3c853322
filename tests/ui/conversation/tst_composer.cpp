#include "tests/support/ui_test.h"
#include "tests/ui/conversation/talk_fixture.h"
#include "ui/conversation/emoji.h"
#include "ui/conversation/file_chips.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/speller.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

// Knows a handful of words.
class SmallSpeller : public Speller {
public:
    QString dictionaryFor(const QString& language) override { return language == u"de-AT"_s ? u"de_DE"_s : u"en_GB"_s; }
    bool knows(const QString&, const QString& word) override { return word != u"wrng"_s; }
    QStringList suggestions(const QString&, const QString&) override { return {u"wrong"_s, u"wrung"_s}; }
};

struct SpelledTalk : SmallSpeller, Talk {
    SpelledTalk() : Talk(0)
    {
        context.speller = this;
        pane = std::make_unique<TalkPane>(context);
        pane->show();
    }
    // The words that stand with a line under them.
    QStringList underlined()
    {
        QStringList words;
        const QTextBlock block = edit()->document()->begin();
        for (const QTextLayout::FormatRange& range : block.layout()->formats())
            if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                words << block.text().mid(range.start, range.length);
        return words;
    }
};

}

class ComposerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCannedReplyIsFoundByItsLettersAndFilled();
    void whatACannedReplyLacksHasToBeFilledBeforeItIsSent();
    void theListOfCannedRepliesClosesWithEscapeAndStaysClosed();
    void aSlashInsideAWordMeansNothing();
    void aColleagueIsCalledInANote();
    void filesGoWithAReplyAndTheirBoundsAreSaid();
    void aFileThatIsDroppedIsAttached();
    void countsTheCharactersThatWhatsAppTakes();
    void anEmojiIsFoundAndPutIn();
    void aWrongWordIsUnderlinedAndCanBeLearned();
    void theVisitorsLanguageChoosesTheDictionary();
    void namesEveryControl();
};

void ComposerTest::aCannedReplyIsFoundByItsLettersAndFilled()
{
    Talk talk;
    talk.openAmelia();
    talk.type(u"/"_s);
    auto* list = talk.pane->window()->findChild<QListWidget*>(u"completionList"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 3);
    talk.type(u"pri"_s);
    QCOMPARE(list->count(), 2);   // its shortcut begins so; the other one's title has it
    QTest::keyClick(talk.edit(), Qt::Key_Down);
    QTest::keyClick(talk.edit(), Qt::Key_Return);
    QCOMPARE(talk.edit()->toPlainText(), u"We are here from 9 to 18."_s);
    QVERIFY(!list->isVisible());
    QVERIFY(talk.port.sent<SendReply>().empty());
}

void ComposerTest::whatACannedReplyLacksHasToBeFilledBeforeItIsSent()
{
    Talk talk;
    ConversationDetail detail = aDetail();
    detail.context.apply({"visitor.name", Value{std::string("Amelia")}, "widget", std::nullopt}, talk.now);
    talk.openAmelia(detail);
    talk.find<QPushButton>(u"cannedReply"_s)->click();
    talk.type(u"price"_s);
    QTest::keyClick(talk.edit(), Qt::Key_Tab);
    QCOMPARE(talk.edit()->toPlainText(), u"Hello Amelia, the list is on its way. {{crm.owner}} can tell you more."_s);
    QCOMPARE(talk.find<ElidedLabel>(u"composerHint"_s)->text(), u"Fill in crm.owner first"_s);
    talk.controlEnter();
    QVERIFY(talk.port.sent<SendReply>().empty());
    talk.type(u"Mark"_s);   // what is missing was chosen
    talk.controlEnter();
    QCOMPARE(talk.port.sent<SendReply>().size(), 1u);
    QCOMPARE(talk.port.sent<SendReply>().front().text,
             std::string("Hello Amelia, the list is on its way. Mark can tell you more."));
}

void ComposerTest::theListOfCannedRepliesClosesWithEscapeAndStaysClosed()
{
    Talk talk;
    talk.openAmelia();
    talk.type(u"/p"_s);
    QTest::keyClick(talk.edit(), Qt::Key_Escape);
    talk.type(u"r"_s);
    QVERIFY(!talk.pane->window()->findChild<QListWidget*>(u"completionList"_s)->isVisible());
    QTest::keyClick(talk.edit(), Qt::Key_Return);
    QCOMPARE(talk.edit()->toPlainText(), u"/pr\n"_s);
}

void ComposerTest::aSlashInsideAWordMeansNothing()
{
    Talk talk;
    talk.openAmelia();
    talk.type(u"and/price"_s);
    QVERIFY(!talk.pane->window()->findChild<QListWidget*>(u"completionList"_s)->isVisible());
}

void ComposerTest::aColleagueIsCalledInANote()
{
    Talk talk;
    talk.openAmelia();
    talk.find<QPushButton>(u"writeNote"_s)->click();
    talk.edit()->setFocus();
    talk.type(u"Please look, @mar"_s);
    QTest::keyClick(talk.edit(), Qt::Key_Return);
    QCOMPARE(talk.edit()->toPlainText(), u"Please look, @Mark Ashdown "_s);
    talk.controlEnter();
    const auto notes = talk.port.sent<AddNote>();
    QCOMPARE(notes.size(), 1u);
    QCOMPARE(notes.front().mentions, std::vector{AgentId{"mark"}});
}

void ComposerTest::filesGoWithAReplyAndTheirBoundsAreSaid()
{
    Talk talk;
    talk.openAmelia();
    talk.prompts.files[u"/home/l/offer.pdf"_s] = "offer";
    talk.prompts.files[u"/home/l/huge.bin"_s] = std::string(std::size_t(mostAttachmentBytes) + 1, 'x');
    talk.prompts.fileAnswer = u"/home/l/offer.pdf"_s;
    talk.find<QToolButton>(u"attachFile"_s)->click();
    auto* chips = talk.find<FileChips>(u"filesToSend"_s);
    QVERIFY(chips->isVisible());
    talk.prompts.fileAnswer = u"/home/l/huge.bin"_s;
    talk.find<QToolButton>(u"attachFile"_s)->click();
    QVERIFY(talk.find<InlineMessage>(u"talkMessage"_s)->text().contains(u"larger than 10.0 MB"_s));
    QCOMPARE(chips->files().size(), 1u);
    talk.prompts.fileAnswer = u"/home/l/offer.pdf"_s;
    for (int more = 0; more < 5; ++more)
        talk.find<QToolButton>(u"attachFile"_s)->click();
    QCOMPARE(chips->files().size(), mostAttachments);
    for (std::size_t left = mostAttachments; left > 1; --left) {
        const auto buttons = chips->findChildren<QToolButton*>(u"removeFile"_s);
        QTest::mouseClick(buttons.constLast(), Qt::LeftButton);
    }
    talk.controlEnter();   // a file alone is a reply
    const auto replies = talk.port.sent<SendReply>();
    QCOMPARE(replies.size(), 1u);
    QCOMPARE(replies.front().files, (std::vector{FileToSend{"offer.pdf", "offer"}}));
    QVERIFY(!chips->isVisible());
}

void ComposerTest::aFileThatIsDroppedIsAttached()
{
    Talk talk;
    talk.openAmelia();
    talk.prompts.files[u"/home/l/map.png"_s] = "map";
    auto* dropped = new QMimeData;
    dropped->setUrls({QUrl::fromLocalFile(u"/home/l/map.png"_s)});
    QGuiApplication::clipboard()->setMimeData(dropped);
    talk.edit()->paste();
    QCOMPARE(talk.find<FileChips>(u"filesToSend"_s)->files().size(), 1u);
    QVERIFY(talk.edit()->toPlainText().isEmpty());
    talk.find<QPushButton>(u"writeNote"_s)->click();
    QVERIFY(!talk.find<FileChips>(u"filesToSend"_s)->isVisible());
    QVERIFY(!talk.find<QToolButton>(u"attachFile"_s)->isEnabled());
}

void ComposerTest::countsTheCharactersThatWhatsAppTakes()
{
    Talk talk;
    ConversationDetail detail = aDetail();
    ChangeSet moved;
    moved.conversations = {detail.conversation};
    moved.conversations.front().channel = Channel::WhatsApp;
    talk.openAmelia(detail);
    Q_EMIT talk.port.changed(moved);
    auto* hint = talk.find<ElidedLabel>(u"composerHint"_s);
    talk.edit()->setPlainText(QString(3000, u'x'));
    QVERIFY(hint->text().isEmpty());
    talk.edit()->setPlainText(QString(4000, u'x'));
    QVERIFY(hint->text().startsWith(u"96 "_s));
    talk.edit()->setPlainText(QString(4100, u'x'));
    QVERIFY(hint->text().startsWith(u"4 "_s));
    QVERIFY(!talk.find<QPushButton>(u"sendMessage"_s)->isEnabled());
}

void ComposerTest::anEmojiIsFoundAndPutIn()
{
    QVERIFY(allEmoji().size() > 100);
    Talk talk;
    talk.openAmelia();
    QTest::keyClick(talk.edit(), Qt::Key_Semicolon, Qt::ControlModifier);
    auto* search = talk.find<QLineEdit>(u"emojiSearch"_s);
    QVERIFY(search && search->isVisible());
    QTest::keyClicks(search, u"bike"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(talk.edit()->toPlainText(), u"🚲"_s);
}

void ComposerTest::aWrongWordIsUnderlinedAndCanBeLearned()
{
    SpelledTalk talk;
    talk.openAmelia();
    talk.type(u"This is wrng, see a_wrng and wrng@x.example"_s);
    QTRY_COMPARE(talk.underlined(), (QStringList{u"wrng"_s}));
    QVERIFY(talk.find<QPushButton>(u"spellingSwitch"_s)->text().contains(u"English"_s));
    talk.find<QPushButton>(u"spellingSwitch"_s)->click();
    QCOMPARE(talk.underlined(), QStringList());
    talk.find<QPushButton>(u"spellingSwitch"_s)->click();
    QTRY_COMPARE(talk.underlined(), (QStringList{u"wrng"_s}));
    SpellingChecker another(&talk, talk.state);
    another.addWord(u"wrng"_s);
    SpellingChecker later(&talk, talk.state);
    later.check(u"wrng"_s);
    QSignalSpy learned(&later, &SpellingChecker::learned);
    QTRY_VERIFY(!learned.isEmpty());
    QVERIFY(!later.isWrong(u"wrng"_s));
}

void ComposerTest::theVisitorsLanguageChoosesTheDictionary()
{
    SpelledTalk talk;
    ConversationDetail detail = aDetail();
    detail.context.apply({"visitor.language", Value{std::string("de-AT")}, "widget", std::nullopt}, talk.now);
    talk.openAmelia(detail);
    QTRY_VERIFY(talk.find<QPushButton>(u"spellingSwitch"_s)->text().contains(u"German"_s));
}

void ComposerTest::namesEveryControl()
{
    SpelledTalk talk;
    talk.openAmelia();
    for (QWidget* widget : talk.pane->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

SIGNALBOX_UI_TEST(ComposerTest)

}

#include "tst_composer.moc"
