#pragma once

#include <string>
#include <vector>

namespace signalbox {

// Where numbers are cut into at most 8 steps of about as many each: at eighths of what was seen, rounded to as few digits
// as keep them apart. A value belongs to the step above a cut that it equals. None for up to 8 different values: each is
// its own step.
std::vector<double> cutsOf(std::vector<double> values);

// The steps of numbers that were seen.
class NumberSteps {
public:
    NumberSteps() = default;
    explicit NumberSteps(std::vector<double> values);   // all of them, finite

    std::size_t stepOf(double number) const;   // that was seen
    std::string
    nameOf(std::size_t step) const;   // "below 100", "100 to below 250", "5000 or more"; "3" when each is its own

private:
    std::vector<double> m_cuts;
    std::vector<double> m_values;   // instead of cuts, when there are few
};

}
