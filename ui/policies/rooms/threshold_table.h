#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QGridLayout;

namespace signalbox {

// The number that a condition compares the attribute with, when there is one such number.
std::optional<double> comparedNumber(const Condition& condition, const std::string& attribute);
// The attributes that a condition compares with a number, in the order in which they stand there.
std::vector<std::string> comparedNumbers(const Condition& condition);
// The condition with another number in every comparison of the attribute with one.
Condition withNumber(Condition condition, const std::string& attribute, double number);

// Other numbers for a condition's comparisons on some channels: a row for each attribute, a column for each channel. An empty
// field means: as in the condition, whose number stands there in grey.
class ThresholdTable : public QWidget {
    Q_OBJECT

public:
    explicit ThresholdTable(Theme& theme, QWidget* parent = nullptr);

    void show(const Condition& when, const Thresholds& thresholds, const Rulebook& rulebook);

Q_SIGNALS:
    void edited(const signalbox::Thresholds& after);

private:
    void build(const std::vector<std::string>& attributes, const Rulebook& rulebook);
    void fill(const Condition& when);
    void readField(const std::string& channel, const std::string& attribute, const std::string& unit,
                   const QString& text);

    Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<std::string> m_attributes;
    std::vector<std::string> m_units;   // of m_attributes
    Thresholds m_thresholds;
};

}
