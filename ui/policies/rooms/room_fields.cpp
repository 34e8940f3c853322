#include "ui/policies/rooms/room_fields.h"

#include "routing/rulebook/rulebook.h"
#include "ui/shared/format_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace signalbox {
namespace {

template <class Entry>
void fill(QComboBox& field, const std::vector<Entry>& entries, const std::string& without, const char* none)
{
    const QSignalBlocker quiet(field);
    const QVariant kept = field.currentData();
    field.clear();
    field.addItem(QCoreApplication::translate("Rooms", none), QString());
    for (const Entry& entry : entries)
        if (entry.id.value != without)
            field.addItem(line(entry.name.empty() ? entry.id.value : entry.name, 80), text(entry.id.value));
    field.setCurrentIndex(std::max(0, field.findData(kept)));
}

}

void showText(QLineEdit& field, const std::string& value)
{
    const QSignalBlocker quiet(field);
    if (field.text() != text(value))
        field.setText(text(value));
}

void showText(QPlainTextEdit& field, const std::string& value)
{
    const QSignalBlocker quiet(field);
    if (field.toPlainText() != text(value))
        field.setPlainText(text(value));
}

void showWhole(QSpinBox& field, int value)
{
    const QSignalBlocker quiet(field);
    if (field.value() != value)
        field.setValue(value);
}

void showChoice(QComboBox& field, const std::string& id)
{
    const QSignalBlocker quiet(field);
    if (field.findData(text(id)) < 0)
        field.addItem(line(id, 80), text(id));
    field.setCurrentIndex(field.findData(text(id)));
}

void fillQueues(QComboBox& field, const Rulebook& rulebook, const std::string& without, const char* none)
{
    fill(field, rulebook.queues, without, none);
}

void fillSchedules(QComboBox& field, const Rulebook& rulebook, const char* none)
{
    fill(field, rulebook.schedules, {}, none);
}

}
