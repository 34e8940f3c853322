#include "tests/support/studio_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/policies/rooms/schedules_room.h"
#include "ui/policies/rooms/week_grid.h"
#include "ui/shared/analysis_port.h"

#include <QDateEdit>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimeEdit>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

struct InSchedules : StudioFixture {
    InSchedules()
    {
        Rulebook rulebook;
        rulebook.schedules = {{{"office"}, "Office hours", "Europe/Berlin", {{{0, 1}, 9 * 60, 17 * 60}}, {}}};
        begin(rulebook);
        before = studio.draft.document();
        page.resize(1208, 732);
        page.show();
        page.activateWindow();
        ready = QTest::qWaitForWindowActive(&page);
    }
    const std::vector<WeeklyInterval>& weekly() const { return studio.draft.rulebook().schedules[0].weekly; }
    WeekGrid* week() const { return page.findChild<WeekGrid*>(u"weekGrid"_s); }
    void drag(int day, int from, int toDay, int to) const
    {
        QTest::mousePress(week(), Qt::LeftButton, {}, week()->pointOf(day, from).toPoint());
        QMouseEvent move(QEvent::MouseMove, week()->pointOf(toDay, to), week()->mapToGlobal(week()->pointOf(toDay, to)),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(week(), &move);
        QTest::mouseRelease(week(), Qt::LeftButton, {}, week()->pointOf(toDay, to).toPoint());
    }
    bool undoesAll()
    {
        while (studio.draft.undoStack().canUndo())
            studio.draft.undoStack().undo();
        return studio.draft.document() == before;
    }

    std::string before;
    SchedulesRoom page{room};
    bool ready = false;
};

WeeklyInterval hours(std::vector<int> days, int from, int to) { return {std::move(days), from, to}; }

}

class SchedulesRoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDragOverEmptyTimeOpensIt()
    {
        InSchedules schedules;
        schedules.drag(5, 10 * 60, 5, 14 * 60);
        QCOMPARE(schedules.weekly(), (std::vector{hours({0, 1}, 540, 1020), hours({5}, 600, 840)}));
        QCOMPARE(schedules.studio.draft.undoStack().count(), 1);
        QVERIFY(schedules.undoesAll());
        QCOMPARE(schedules.week()->intervals().size(), 2u);
    }

    void aBlockIsMovedToAnotherDayAndHour()
    {
        InSchedules schedules;
        schedules.drag(1, 12 * 60, 3, 13 * 60);
        QCOMPARE(schedules.weekly(), (std::vector{hours({0}, 540, 1020), hours({3}, 600, 1080)}));
        QVERIFY(schedules.undoesAll());
    }

    void anEndIsDragged()
    {
        InSchedules schedules;
        QTest::mousePress(schedules.week(), Qt::LeftButton, {},
                          schedules.week()->pointOf(0, 17 * 60).toPoint() - QPoint(1, 0));
        const QPointF to = schedules.week()->pointOf(0, 20 * 60);
        QMouseEvent move(QEvent::MouseMove, to, schedules.week()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(schedules.week(), &move);
        QTest::mouseRelease(schedules.week(), Qt::LeftButton, {}, to.toPoint());
        QCOMPARE(schedules.weekly(), (std::vector{hours({0}, 540, 1200), hours({1}, 540, 1020)}));
    }

    void everythingIsDoneWithKeys()
    {
        InSchedules schedules;
        WeekGrid* const week = schedules.week();
        week->setFocus();
        QTest::keyClick(week, Qt::Key_Down);   // Monday 9:00 to Tuesday 9:00: a block is there
        QCOMPARE(week->chosen(), 1);
        QTest::keyClick(week, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(schedules.weekly(), (std::vector{hours({0}, 540, 1020), hours({1}, 555, 1035)}));
        QTest::keyClick(week, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(schedules.weekly()[1], hours({1}, 555, 1020));
        QTest::keyClick(week, Qt::Key_Delete);
        QCOMPARE(schedules.weekly(), (std::vector{hours({0}, 540, 1020)}));
        QTest::keyClick(week, Qt::Key_Down);
        QTest::keyClick(week, Qt::Key_Return);
        QCOMPARE(schedules.weekly().size(), 2u);
        QVERIFY(schedules.undoesAll());
    }

    void hoursGoOverMidnight()
    {
        InSchedules schedules;
        schedules.week()->choose(0);
        auto* const from = schedules.page.findChild<QTimeEdit*>(u"hoursFrom"_s);
        auto* const to = schedules.page.findChild<QTimeEdit*>(u"hoursTo"_s);
        from->setTime(QTime(22, 0));
        to->setTime(QTime(6, 0));
        QCOMPARE(schedules.weekly()[0], hours({0}, 22 * 60, 6 * 60));
        QVERIFY(schedules.page.findChild<QLabel*>(u"hoursInWords"_s)
                    ->text()
                    .startsWith(u"Monday 22:00 to 06:00 on the next day"_s));
        to->setTime(QTime(0, 0));
        QCOMPARE(schedules.weekly()[0], hours({0}, 22 * 60, 24 * 60));
        QVERIFY(schedules.undoesAll());
    }

    void daysAreClosedAndOpenedAgain()
    {
        InSchedules schedules;
        schedules.page.findChild<QDateEdit*>(u"closedDay"_s)->setDate(QDate(2026, 12, 25));
        QTest::mouseClick(schedules.page.findChild<QPushButton*>(u"addClosedDay"_s), Qt::LeftButton);
        QCOMPARE(schedules.studio.draft.rulebook().schedules[0].closed, (std::vector<std::string>{"2026-12-25"}));
        auto* const list = schedules.page.findChild<QListWidget*>(u"closedDays"_s);
        QCOMPARE(list->item(0)->text(), u"Friday 25 December 2026"_s);
        list->setCurrentRow(0);
        QTest::mouseClick(schedules.page.findChild<QPushButton*>(u"removeClosedDay"_s), Qt::LeftButton);
        QVERIFY(schedules.studio.draft.rulebook().schedules[0].closed.empty());
        QVERIFY(schedules.undoesAll());
    }

    void theYearToComeIsAskedForAfterAPause()
    {
        InSchedules schedules;
        QTRY_VERIFY(schedules.analysis.last(u"schedule notes"_s) != 0);
        const ScheduleNote note{{"office"},
                                ScheduleNote::Kind::ClockChange,
                                schedules.now,
                                schedules.now,
                                "Office hours is open 60 minutes less than it says: the clocks change."};
        Q_EMIT schedules.analysis.scheduleNotesMade(schedules.analysis.last(u"schedule notes"_s), {note});
        QVERIFY(schedules.page.findChild<QLabel*>(u"scheduleNotes"_s)->text().endsWith(u"the clocks change."_s));
    }

    void weeksComeBackAsTheyWere()
    {
        const std::vector<WeeklyInterval> week{hours({0, 1, 2, 3, 4}, 540, 750), hours({0, 1, 2, 3, 4}, 810, 1080),
                                               hours({5}, 1320, 120)};
        QCOMPARE(byHours(byDay(week)), week);
        QCOMPARE(hoursAWeek(byDay(week)), 5 * 3.5 + 5 * 4.5 + 4);
        QCOMPARE(hoursAWeek({{6, 1320, 120}, {0, 0, 60}}), 4.0);   // over the end of the week, an hour of it twice
    }
};

SIGNALBOX_UI_TEST(SchedulesRoomTest)
#include "tst_schedules_room.moc"
