#include "tests/support/ui_test.h"
#include "tests/ui/conversation/talk_fixture.h"
#include "ui/conversation/composer_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QStringList ownNaughtyWords()
{
    return {
        u"<b>bold</b><img src=x onerror=alert(1)>"_s,
        u"&lt;script&gt; &amp; &#x41;"_s,
        u"'; DROP TABLE messages; --"_s,
        u"%1 %2 %n %s %d \\n \\u0041"_s,
        u"{{7*7}} ${x} {% y %} $(z) `ls`"_s,
        u"a\u00a0b\u2007c"_s,
        u"\u202Eright to left\u202C and \u200Fback"_s,
        u"Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘"_s,
        u"👨‍👩‍👧‍👦🏳️‍🌈👩🏽‍🚀"_s,
        u"السلام عليكم ورحمة الله"_s,
        u"日本語、한국어、ไทย"_s,
        u"   leading blanks\n\n\nand breaks"_s,
        QString(5000, u'w'),
        QString(300, u'\u0488') + u'x',
        u"mailto:a@b.example?subject=x https://user:pass@host.example/%00"_s};
}

// The widest known list, where it stands beside the checkout.
QStringList knownNaughtyWords()
{
    QStringList words;
    QFile file(QStringLiteral(SHARED_DATA "/data/blns/blns.json"));
    if (file.open(QIODevice::ReadOnly))
        for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array())
            words << value.toString();
    return words;
}

// A field of text has one kind of line break, and a reply none at its end.
QString asWritten(QString words)
{
    words.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar::ParagraphSeparator, u'\n');
    while (!words.isEmpty() && words.back().isSpace())
        words.chop(1);
    return words;
}

QString nameOf(const QString& words) { return QString::fromUtf8(words.left(30).toUtf8().toPercentEncoding()); }

void goesThroughUnchanged(Talk& talk, const QString& words)
{
    const std::size_t before = talk.port.sent<SendReply>().size();
    talk.edit()->clear();
    static_cast<ComposerText*>(talk.edit())->insertWords(words);
    const QString expected = asWritten(words);
    talk.controlEnter();
    const auto replies = talk.port.sent<SendReply>();
    if (expected.isEmpty()) {
        QCOMPARE(replies.size(), before);
        return;
    }
    QCOMPARE(replies.size(), before + 1);
    QCOMPARE(QString::fromStdString(replies.back().text), expected);
    Message committed = aMessage(100 + std::int64_t(before), Author::Agent, replies.back().text);
    talk.arrives(committed);
    const QModelIndex last = talk.transcript().index(talk.transcript().rowCount() - 1);
    QCOMPARE(last.data(Qt::DisplayRole).toString(), expected);
    const int width = talk.view().viewport()->width();
    const TranscriptRowLayout& layout = talk.view().layoutOf(last.row());
    QVERIFY(QRect(0, 0, width, layout.height).contains(layout.bubble));
    QVERIFY(layout.bubble.contains(layout.text));
    QVERIFY(layout.words->width() <= layout.text.width() + 1);
    talk.pane->grab();
}

}

class NaughtyWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownWordsComeBackAsTheyWentIn()
    {
        Talk talk;
        talk.openAmelia();
        for (const QString& words : ownNaughtyWords()) {
            goesThroughUnchanged(talk, words);
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(nameOf(words)));
        }
        for (const QLabel* label : talk.pane->findChildren<QLabel*>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText
                    || label->parentWidget()->objectName() == u"talkMessage"_s);
    }

    void knownNaughtyWordsComeBackAsTheyWentIn()
    {
        const QStringList known = knownNaughtyWords();
        if (known.isEmpty())
            QSKIP("The list of naughty strings is not beside the checkout.");
        Talk talk;
        talk.openAmelia();
        for (const QString& words : known) {
            goesThroughUnchanged(talk, words);
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(nameOf(words)));
        }
    }
};

SIGNALBOX_UI_TEST(NaughtyWordsTest)

}

#include "tst_naughty_words.moc"
