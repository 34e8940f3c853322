#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/conversation/row_heights.h"
#include "ui/conversation/text_links.h"
#include "ui/conversation/transcript_view.h"

#include <QScrollBar>
#include <QtTest>

#include <numeric>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

std::vector<Message> manyMessages(int first, int last)
{
    std::vector<Message> messages;
    for (int i = first; i <= last; ++i) {
        std::string words = "Message " + std::to_string(i);
        for (int more = 0; more < i % 12; ++more)
            words += " and some words that break over several lines";
        messages.push_back(
            aMessage(i, i % 3 ? Author::Visitor : Author::Agent, words, std::chrono::seconds((20000 - i) * 20)));
    }
    return messages;
}

struct LongTalk {
    explicit LongTalk(int first = 1, int last = 3000)
    {
        theme.applyTo(*qApp);
        view.setTranscript(&model);
        view.resize(600, 480);
        view.show();
        model.showLatest(manyMessages(first, last));
    }
    QScrollBar& bar() { return *view.verticalScrollBar(); }
    // The message under the top edge, and how far it is from there.
    std::pair<std::string, int> atTop()
    {
        const QModelIndex index = view.indexAt({10, 40});
        return {model.messageAt(index.row()).text, view.visualRect(index).top()};
    }

    Theme theme;
    TranscriptModel model;
    TranscriptView view{theme};
};

}

class TranscriptViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void heightsAddUpHoweverTheyChange();
    void rowsInViewStandUnderOneAnotherWithoutGaps();
    void staysAtTheNewestMessageAndLeavesItWhenScrolledUp();
    void whatIsReadStaysInItsPlaceWhileScrollingUp();
    void whatIsReadStaysInItsPlaceWhenEarlierMessagesCome();
    void keysMoveFromMessageToMessage();
    void findsOnlyAddressesThatMayBeFollowed_data();
    void findsOnlyAddressesThatMayBeFollowed();
};

void TranscriptViewTest::heightsAddUpHoweverTheyChange()
{
    RowHeights heights;
    std::vector<int> plain{30, 40, 50};
    heights.reset(plain);
    const auto agree = [&] {
        int y = 0;
        for (int row = 0; row < int(plain.size()); ++row) {
            QCOMPARE(heights.top(row), y);
            QCOMPARE(heights.rowAt(y), row);
            QCOMPARE(heights.rowAt(y + plain[std::size_t(row)] - 1), row);
            y += plain[std::size_t(row)];
        }
        QCOMPARE(heights.total(), y);
        QCOMPARE(heights.rowAt(y + 1000), int(plain.size()) - 1);
    };
    agree();
    heights.insert(0, {10, 20, 15, 7});
    plain.insert(plain.begin(), {10, 20, 15, 7});
    agree();
    for (int more = 0; more < 50; ++more) {
        heights.insert(heights.count(), {more + 1});
        plain.push_back(more + 1);
    }
    agree();
    for (const int row : {0, 5, 17, 56}) {
        heights.measured(row, 90 + row);
        plain[std::size_t(row)] = 90 + row;
    }
    agree();
    heights.remove(3, 9);
    plain.erase(plain.begin() + 3, plain.begin() + 10);
    agree();
}

void TranscriptViewTest::rowsInViewStandUnderOneAnotherWithoutGaps()
{
    LongTalk talk;
    for (const double share : {0.0, 0.3, 0.7, 1.0}) {
        talk.bar().setValue(int(talk.bar().maximum() * share));
        int row = talk.view.indexAt({10, 0}).row();
        QVERIFY(row >= 0);
        for (QRect above = talk.view.visualRect(talk.model.index(row)); above.bottom() < talk.view.viewport()->height();) {
            QCOMPARE(above.height(), talk.view.layoutOf(row).height);
            if (++row == talk.model.rowCount())
                break;
            const QRect below = talk.view.visualRect(talk.model.index(row));
            QCOMPARE(below.top(), above.bottom() + 1);
            above = below;
        }
    }
}

void TranscriptViewTest::staysAtTheNewestMessageAndLeavesItWhenScrolledUp()
{
    LongTalk talk;
    const auto last = [&] { return talk.view.visualRect(talk.model.index(talk.model.rowCount() - 1)); };
    QCOMPARE(talk.bar().value(), talk.bar().maximum());
    QVERIFY(last().bottom() < talk.view.viewport()->height());
    talk.model.append(aMessage(20001, Author::Visitor, "One more"));
    QVERIFY(talk.view.atBottom());
    QVERIFY(last().bottom() < talk.view.viewport()->height());
    talk.bar().setValue(talk.bar().value() - 300);
    const auto before = talk.atTop();
    talk.model.append(aMessage(20002, Author::Visitor, "And another"));
    QVERIFY(!talk.view.atBottom());
    QCOMPARE(talk.atTop(), before);
}

void TranscriptViewTest::whatIsReadStaysInItsPlaceWhileScrollingUp()
{
    LongTalk talk;
    for (int step = 0; step < 60; ++step) {
        const auto before = talk.atTop();
        talk.bar().setValue(talk.bar().value() - 25);
        for (int row = 0; row < talk.model.rowCount(); ++row) {
            if (talk.model.messageAt(row).text != before.first)
                continue;
            QCOMPARE(talk.view.visualRect(talk.model.index(row)).top(), before.second + 25);
            break;
        }
    }
}

void TranscriptViewTest::whatIsReadStaysInItsPlaceWhenEarlierMessagesCome()
{
    LongTalk talk(501, 1000);
    QSignalSpy wanted(&talk.view, &TranscriptView::earlierWanted);
    talk.view.setHasEarlier(true);
    talk.bar().setValue(120);
    QCOMPARE(wanted.size(), 1);
    const auto before = talk.atTop();
    talk.model.prependEarlier(manyMessages(1, 500));
    QCOMPARE(talk.atTop(), before);
    talk.view.resize(400, 480);
    QCOMPARE(talk.atTop().first, before.first);
}

void TranscriptViewTest::keysMoveFromMessageToMessage()
{
    LongTalk talk(1, 200);
    talk.view.setFocus();
    QTest::keyClick(&talk.view, Qt::Key_Up);
    QCOMPARE(talk.view.currentIndex().row(), talk.model.rowCount() - 1);
    QTest::keyClick(&talk.view, Qt::Key_PageUp);
    QVERIFY(talk.view.currentIndex().row() < talk.model.rowCount() - 1);
    QVERIFY(talk.view.viewport()->rect().intersects(talk.view.visualRect(talk.view.currentIndex())));
    QTest::keyClick(&talk.view, Qt::Key_Home);
    QCOMPARE(talk.view.currentIndex().row(), 0);
    QCOMPARE(talk.bar().value(), 0);
    QTest::keyClick(&talk.view, Qt::Key_End);
    QVERIFY(talk.view.atBottom());
}

void TranscriptViewTest::findsOnlyAddressesThatMayBeFollowed_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("targets");
    QTest::addRow("a page at the end of a sentence") << u"See https://a.example/b?c=1."_s << QStringList{u"a.example"_s};
    QTest::addRow("in brackets") << u"(https://a.example/b_(c))"_s << QStringList{u"a.example"_s};
    QTest::addRow("mail") << u"mailto:me@a.example"_s << QStringList{u"me@a.example"_s};
    QTest::addRow("two") << u"http://a.example, HTTPS://b.example"_s << QStringList{u"a.example"_s, u"b.example"_s};
    QTest::addRow("letters that deceive") << u"https://аpple.example"_s << QStringList{u"xn--pple-43d.example"_s};
    QTest::addRow("other ways") << u"javascript:alert(1) file:///etc/passwd data:text/html,x smb://a ftp://b.example"_s
                                << QStringList{};
    QTest::addRow("no host") << u"https:// http:///x mailto:nobody"_s << QStringList{};
    QTest::addRow("inside a word") << u"xhttps://a.example"_s << QStringList{};
}

void TranscriptViewTest::findsOnlyAddressesThatMayBeFollowed()
{
    QFETCH(QString, words);
    QFETCH(QStringList, targets);
    QStringList found;
    for (const TextLink& link : linksIn(words))
        found << targetOf(link.url);
    QCOMPARE(found, targets);
}

SIGNALBOX_UI_TEST(TranscriptViewTest)

}

#include "tst_transcript_view.moc"
