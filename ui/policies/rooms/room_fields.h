#pragma once

#include <chrono>
#include <string>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace signalbox {

struct Rulebook;

constexpr int mostSeconds = 366 * 24 * 3600;      // of every field for seconds
constexpr std::chrono::days lookedBack{7};       // for what was seen lately

// Show what the draft holds: the cursor stays where it is when nothing changed, and nothing is emitted.
void showText(QLineEdit& field, const std::string& value);
void showText(QPlainTextEdit& field, const std::string& value);
void showWhole(QSpinBox& field, int value);
// The entry whose data is this id; one that is not listed is added as it stands, so that nothing is changed by looking.
void showChoice(QComboBox& field, const std::string& id);

// The choices of a rulebook, each with its id as data; the first is "none" in these words.
void fillQueues(QComboBox& field, const Rulebook& rulebook, const std::string& without, const char* none);
void fillSchedules(QComboBox& field, const Rulebook& rulebook, const char* none);

}
