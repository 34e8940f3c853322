#include "ui/policies/rooms/schedules_room.h"

#include "ui/policies/rooms/room_fields.h"
#include "ui/policies/rooms/week_grid.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/buttons.h"
#include "ui/shared/field_column.h"
#include "ui/shared/themed.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QTimeZone>

namespace signalbox {
namespace {

constexpr int pauseMilliseconds = 400;
constexpr std::size_t mostNotes = 12;

int minuteOf(const QTime& time) { return time.hour() * 60 + time.minute(); }
QTime timeOf(int minute) { return QTime(minute / 60 % 24, minute % 60); }

void fillZones(QComboBox& field)
{
    field.setEditable(true);
    field.setInsertPolicy(QComboBox::NoInsert);
    QStringList zones;
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
        if (zone.contains('/') || zone == "UTC")
            zones << QString::fromLatin1(zone);
    field.addItems(zones);
    field.completer()->setFilterMode(Qt::MatchContains);
    field.completer()->setCompletionMode(QCompleter::PopupCompletion);
}

}

SchedulesRoom::SchedulesRoom(const StudioContext& context, QWidget* parent)
    : SectionRoom(context,
                  {QStringLiteral("schedules"), tr("Schedules"),
                   tr("When queues are open, and what conditions mean by office hours."), tr("Add schedule"),
                   tr("There are no schedules yet. Without one every queue is always open.")},
                  tr("schedule", "entry of the rulebook"), &Rulebook::schedules, false, parent),
      m_name(fields()->addLine(QStringLiteral("scheduleName"), tr("Name"), 120)),
      m_zone(
          fields()->addChoice(QStringLiteral("scheduleZone"), tr("Time zone"), tr("Type a part of the city's name."))),
      m_week(new WeekGrid(context.page.theme)),
      m_notes(newParagraph({}, context.page.theme, TextStyle::Body, ThemeColor::Text))
{
    fillZones(*m_zone);
    fields()->addWide(m_week, tr("Open"),
                      tr("Drag to open, move or resize. By keyboard: arrows, Enter, Alt and Shift with arrows, Del."));
    fields()->addPlain(newHours());
    fields()->addPlain(newClosedDays());
    m_notes->setObjectName(QStringLiteral("scheduleNotes"));
    fields()->addWide(m_notes, tr("The next 12 months"));
    m_ask.setSingleShot(true);
    m_ask.setInterval(pauseMilliseconds);
    connectFields();
    start();
}

QWidget* SchedulesRoom::newHours()
{
    Theme& theme = studio().page.theme;
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    for (auto& [field, name, label] : std::initializer_list<std::tuple<QTimeEdit**, QString, QString>>{
             {&m_from, QStringLiteral("hoursFrom"), tr("From")}, {&m_to, QStringLiteral("hoursTo"), tr("to")}}) {
        row->addWidget(newLabel(label, theme, TextStyle::Body, ThemeColor::TextMuted, box));
        *field = new QTimeEdit(box);
        (*field)->setObjectName(name);
        (*field)->setAccessibleName(tr("Chosen hours: %1").arg(label));
        (*field)->setDisplayFormat(QStringLiteral("HH:mm"));
        row->addWidget(*field);
    }
    m_hours = newLabel({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, box);
    m_hours->setObjectName(QStringLiteral("hoursInWords"));
    row->addWidget(m_hours, 1);
    return box;
}

QWidget* SchedulesRoom::newClosedDays()
{
    Theme& theme = studio().page.theme;
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    column->addWidget(newLabel(tr("Closed all day on"), theme, TextStyle::Secondary, ThemeColor::TextMuted, box));
    m_closed = new QListWidget(box);
    m_closed->setObjectName(QStringLiteral("closedDays"));
    m_closed->setAccessibleName(tr("Days on which it stays closed"));
    makeField(*m_closed);
    m_closed->setFixedHeight(theme.px(76));
    m_closed->setMaximumWidth(theme.px(360));
    column->addWidget(m_closed);
    auto* row = new QHBoxLayout;
    m_day = new QDateEdit(
        QDateTime::fromSecsSinceEpoch(std::chrono::floor<seconds>(studio().page.now()).time_since_epoch().count())
            .date(),
        box);
    m_day->setObjectName(QStringLiteral("closedDay"));
    m_day->setAccessibleName(tr("A day to close"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("ddd d MMMM yyyy"));
    row->addWidget(m_day);
    QPushButton* add = newSmallButton(tr("Close this day"), QStringLiteral("addClosedDay"), box);
    QPushButton* remove = newSmallButton(tr("Open again"), QStringLiteral("removeClosedDay"), box);
    remove->setEnabled(false);
    connect(m_closed, &QListWidget::currentRowChanged, remove, [remove](int at) { remove->setEnabled(at >= 0); });
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch();
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        const std::string day = m_day->date().toString(Qt::ISODate).toStdString();
        change(tr("close on %1").arg(text(day)), [&](Schedule& schedule) {
            if (std::ranges::find(schedule.closed, day) == schedule.closed.end())
                schedule.closed.insert(std::ranges::upper_bound(schedule.closed, day), day);
        });
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem* const item = m_closed->currentItem()) {
            const std::string day = item->data(Qt::UserRole).toString().toStdString();
            change(tr("open on %1").arg(text(day)), [&](Schedule& schedule) { std::erase(schedule.closed, day); });
        }
    });
    return box;
}

SchedulesRoom::~SchedulesRoom() { m_zone->lineEdit()->disconnect(this); }

void SchedulesRoom::connectFields()
{
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the name"), [&](Schedule& schedule) { schedule.name = text.toStdString(); },
            QStringLiteral("name"));
    });
    const auto setZone = [this] {
        const QString zone = m_zone->currentText().trimmed();
        if (QTimeZone::isTimeZoneIdAvailable(zone.toLatin1()))
            change(tr("set the time zone"), [&](Schedule& schedule) { schedule.timezone = zone.toStdString(); });
    };
    connect(m_zone, &QComboBox::activated, this, setZone);
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, setZone);
    connect(m_week, &WeekGrid::edited, this, [this](const QString& what, const QString& key) {
        change(
            what, [&](Schedule& schedule) { schedule.weekly = byHours(m_week->intervals()); }, key);
    });
    connect(m_week, &WeekGrid::chosenChanged, this, &SchedulesRoom::showHours);
    connect(m_from, &QTimeEdit::timeChanged, this, &SchedulesRoom::changeHours);
    connect(m_to, &QTimeEdit::timeChanged, this, &SchedulesRoom::changeHours);
    connect(&m_ask, &QTimer::timeout, this, [this] {
        m_asked = studio().draft.document();
        m_ticket = studio().analysis.askScheduleNotes(m_asked);
    });
    connect(&studio().analysis, &AnalysisPort::scheduleNotesMade, this,
            [this](quint64 ticket, const std::vector<ScheduleNote>& notes) {
                if (ticket == m_ticket)
                    showNotes(notes);
            });
    connect(&studio().analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket == m_ticket)
            m_notes->setText(why);
    });
}

Schedule SchedulesRoom::newEntry() const
{
    Schedule schedule;
    schedule.timezone = QTimeZone::systemTimeZoneId().toStdString();
    schedule.weekly = {{{0, 1, 2, 3, 4}, 9 * 60, 17 * 60}};
    return schedule;
}

void SchedulesRoom::showChosen()
{
    const Schedule* const schedule = chosen();
    if (!schedule)
        return;
    showText(*m_name, schedule->name);
    if (!m_zone->lineEdit()->hasFocus())
        m_zone->setCurrentText(text(schedule->timezone));
    if (byHours(m_week->intervals()) != schedule->weekly)
        m_week->setIntervals(byDay(schedule->weekly));
    showHours();
    showClosed(*schedule);
    m_ask.start();
}

void SchedulesRoom::changeHours()
{
    if (m_week->chosen() < 0)
        return;
    DayInterval after = m_week->intervals()[std::size_t(m_week->chosen())];
    after.from = minuteOf(m_from->time());
    after.to = minuteOf(m_to->time()) == 0 ? 1440 : minuteOf(m_to->time());
    m_week->changeChosen(after);
}

void SchedulesRoom::showHours()
{
    const bool some = m_week->chosen() >= 0;
    for (QTimeEdit* field : {m_from, m_to})
        field->setEnabled(some);
    const QString week = tr("%1 hours a week").arg(QLocale().toString(hoursAWeek(m_week->intervals()), 'g', 4));
    if (!some) {
        m_hours->setText(week);
        return;
    }
    const DayInterval& chosen = m_week->intervals()[std::size_t(m_week->chosen())];
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    m_from->setTime(timeOf(chosen.from));
    m_to->setTime(timeOf(chosen.to));
    m_hours->setText(inWords(chosen) + QStringLiteral(" · ") + week);
}

void SchedulesRoom::showClosed(const Schedule& schedule)
{
    const int row = m_closed->currentRow();
    m_closed->clear();
    for (const std::string& day : schedule.closed) {
        const QDate date = QDate::fromString(text(day), Qt::ISODate);
        auto* item = new QListWidgetItem(
            date.isValid() ? QLocale().toString(date, QStringLiteral("dddd d MMMM yyyy")) : line(day, 40), m_closed);
        item->setData(Qt::UserRole, text(day));
    }
    m_closed->setCurrentRow(std::min(row, m_closed->count() - 1));
}

void SchedulesRoom::showNotes(const std::vector<ScheduleNote>& notes)
{
    QStringList lines;
    for (const ScheduleNote& note : notes)
        if (chosen() && note.schedule == chosen()->id && lines.size() < int(mostNotes))
            lines << QStringLiteral("%1: %2").arg(formatExact(note.from), line(note.words, 300));
    m_notes->setText(lines.isEmpty() ? tr(
                         "Nothing to watch: no clock changes while it is open, no uncovered hours, no clash with leave.")
                                     : lines.join(u'\n'));
}

std::vector<EntryRoom::Reference> SchedulesRoom::references(const QString& id) const
{
    return referencesFrom<Reference>(usesOf(studio().draft.rulebook(), ScheduleId{id.toStdString()}));
}

}
