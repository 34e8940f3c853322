#pragma once

#include "ui/policies/rooms/section_room.h"

#include <QTimer>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QTimeEdit;

namespace signalbox {

class WeekGrid;
struct ScheduleNote;

// When queues are open and conditions ask for the hour: a week with several intervals a day, days on which it stays closed,
// and what to know about the year to come.
class SchedulesRoom : public SectionRoom<Schedule> {
public:
    explicit SchedulesRoom(const StudioContext& context, QWidget* parent = nullptr);
    ~SchedulesRoom() override;   // a field that loses the focus meanwhile has nobody to tell

protected:
    QString sectionName() const override { return QStringLiteral("schedules"); }
    Schedule newEntry() const override;
    void showChosen() override;
    std::vector<Reference> references(const QString& id) const override;

private:
    QWidget* newHours();
    QWidget* newClosedDays();
    void connectFields();
    void changeHours();
    void showHours();
    void showClosed(const Schedule& schedule);
    void showNotes(const std::vector<ScheduleNote>& notes);

    QLineEdit* m_name;
    QComboBox* m_zone;
    WeekGrid* m_week;
    QTimeEdit* m_from = nullptr;
    QTimeEdit* m_to = nullptr;
    QLabel* m_hours = nullptr;
    QListWidget* m_closed = nullptr;
    QDateEdit* m_day = nullptr;
    QLabel* m_notes;
    QTimer m_ask;   // until typing pauses
    std::string m_asked;
    quint64 m_ticket = 0;
};

}
