#include "tests/support/ui_test.h"
#include "ui/review/label_book.h"
#include "ui/review/review_week.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace signalbox::test {

class ReviewWeekTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsOnMondayAndIsNamed_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("name");
        QTest::addRow("a Tuesday") << u"2026-06-09T10:43:16Z"_s << u"2026-06-08T00:00:00Z"_s
                                   << u"Week 24, 8 to 14 June"_s;
        QTest::addRow("its first moment")
            << u"2026-06-08T00:00:00Z"_s << u"2026-06-08T00:00:00Z"_s << u"Week 24, 8 to 14 June"_s;
        QTest::addRow("the last of a Sunday")
            << u"2026-06-07T23:59:59Z"_s << u"2026-06-01T00:00:00Z"_s << u"Week 23, 1 to 7 June"_s;
        QTest::addRow("over a month's end")
            << u"2026-07-01T12:00:00Z"_s << u"2026-06-29T00:00:00Z"_s << u"Week 27, 29 Jun to 5 Jul"_s;
        QTest::addRow("over a year's end")
            << u"2026-01-01T12:00:00Z"_s << u"2025-12-29T00:00:00Z"_s << u"Week 1, 29 Dec to 4 Jan"_s;
        QTest::addRow("a year of 53 weeks")
            << u"2027-01-03T12:00:00Z"_s << u"2026-12-28T00:00:00Z"_s << u"Week 53, 28 Dec to 3 Jan"_s;
    }

    void beginsOnMondayAndIsNamed()
    {
        QFETCH(QString, at);
        QFETCH(QString, since);
        QFETCH(QString, name);
        const ReviewWeek week = reviewWeekOf(*fromIso8601(at.toStdString()));
        QCOMPARE(QString::fromStdString(toIso8601(week.since)), since);
        QCOMPARE(week.name, name);
        QCOMPARE(weekBefore(week).until, week.since);
    }

    void ofSeveralLabelsTheNewestCountsAndSecondOnesStandApart()
    {
        LabelBook book;
        const auto say = [&](const char* by, std::optional<Verdict> verdict, int minute, bool second = false) {
            Label label;
            label.conversation = {"1"};
            label.alert = 7;
            label.trigger = {"hot"};
            label.by = {by};
            label.verdict = verdict;
            label.second = second;
            label.at = Instant{std::chrono::minutes{minute}};
            book.take(label);
        };
        QVERIFY(!book.verdictOf(7));
        say("leila", Verdict::True, 1);
        say("mira", Verdict::False, 2);
        say("tomasz", Verdict::Unsure, 3, true);
        QVERIFY(book.verdictOf(7) == Verdict::False);
        QVERIFY(book.second({"1"}, 7, {"hot"})->verdict == Verdict::Unsure);
        say("mira", std::nullopt, 4);
        QVERIFY(book.verdictOf(7) == Verdict::True);
        say("leila", Verdict::Unsure, 5);
        QVERIFY(book.verdictOf(7) == Verdict::Unsure);
        QVERIFY(!book.first({"1"}, 0, {"hot"}));
        QVERIFY(!book.by({"mira"}, {"1"}, 7, {"hot"}));
    }

    void aLeadsLabelGoesBeforeAnAgentsNewerOne()
    {
        const auto label = [](const char* by, Verdict verdict, int minute) {
            return Label{{"1"}, 7, {"hot"}, verdict, {}, {}, {by}, false, Instant{std::chrono::minutes{minute}}};
        };
        const std::vector<Label> labels{label("mira", Verdict::False, 1), label("leila", Verdict::True, 2)};
        QVERIFY(LabelBook(labels).verdictOf(7) == Verdict::True);
        const LabelBook book(labels, [](const AgentId& id) { return id.value == "leila"; });
        QVERIFY(book.verdictOf(7) == Verdict::False);
    }
};

SIGNALBOX_UI_TEST(ReviewWeekTest)

}

#include "tst_review_week.moc"
