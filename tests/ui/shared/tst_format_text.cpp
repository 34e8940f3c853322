#include "tests/support/builders.h"
#include "tests/support/ui_test.h"
#include "ui/shared/format_text.h"

#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class FormatTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spansGetCoarserAsTheyGrow_data()
    {
        QTest::addColumn<int>("span");
        QTest::addColumn<QString>("shown");
        const std::pair<int, const char*> rows[] = {{-5, "0:00"},      {0, "0:00"},      {39, "0:39"},        {60, "1:00"},
                                                    {599, "9:59"},     {600, "10 min"},  {3599, "59 min"},    {3600, "1 h"},
                                                    {14340, "3 h 59 min"}, {172799, "47 h 59 min"}, {172800, "2 days"}};
        for (const auto& [span, shown] : rows)
            QTest::addRow("%d s", span) << span << QString::fromLatin1(shown);
    }

    void spansGetCoarserAsTheyGrow()
    {
        QFETCH(int, span);
        QTEST(formatSpan(seconds{span}), "shown");
    }

    void agesAreWords()
    {
        using std::chrono::minutes;
        QCOMPARE(formatAge(testNow(), testNow()), u"now"_s);
        QCOMPARE(formatAge(testNow() - minutes{4}, testNow()), u"4 min"_s);
        QCOMPARE(formatAge(testNow() - minutes{61}, testNow()), u"1 h"_s);
        QCOMPARE(formatAgo(testNow(), testNow()), u"just now"_s);
        QCOMPARE(formatAgo(testNow() - minutes{4}, testNow()), u"4 min ago"_s);
    }

    void figuresHaveTheirSignsAndSeparators()
    {
        QCOMPARE(formatCount(8940), u"8,940"_s);
        QCOMPARE(formatMoney(42000), u"€42,000"_s);
        QCOMPARE(formatMoney(-12.4), u"−€12"_s);
        QCOMPARE(formatPercent(0.824), u"82 %"_s);
        QCOMPARE(formatNumber(3), u"3"_s);
        QCOMPARE(formatNumber(0.5), u"0.5"_s);
        QCOMPARE(formatNumber(-2.25), u"−2.25"_s);
    }

    void aLineIsOneLineWhateverCameIn()
    {
        QCOMPARE(line("two\nlines\tand a tab"), u"two lines and a tab"_s);
        QCOMPARE(line("a\xe2\x80\xae" "b"), u"ab"_s);   // turns the writing round
        QCOMPARE(line("abcdef", 3), u"abc…"_s);
        QCOMPARE(line("ab\xf0\x9f\x98\x80" "cd", 3), u"ab…"_s);   // never half an emoji
        QCOMPARE(line("\xff\xfe").contains(u'\n'), false);
        QCOMPARE(numberOf(ConversationId{"4817"}), u"#4817"_s);
    }
};

SIGNALBOX_UI_TEST(FormatTextTest)

}

#include "tst_format_text.moc"
