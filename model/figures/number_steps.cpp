#include "model/figures/number_steps.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace signalbox {
namespace {

constexpr std::size_t mostSteps = 8;

std::string plainNumber(double number)
{
    std::array<char, 400> digits{};   // the longest double has 309 before its point
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    return {digits.data(), end.ptr};
}

double rounded(double number, int digits)
{
    std::array<char, 64> text{};
    const auto written
        = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::scientific, digits - 1);
    double value = number;
    std::from_chars(text.data(), written.ptr, value);
    return value;
}

std::size_t different(const std::vector<double>& sorted)
{
    std::vector<double> apart;
    std::ranges::unique_copy(sorted, std::back_inserter(apart));
    return apart.size();
}

}

std::vector<double> cutsOf(std::vector<double> values)
{
    std::ranges::sort(values);
    if (different(values) <= mostSteps)
        return {};
    std::vector<double> cuts;
    for (std::size_t i = 1; i < mostSteps; ++i)
        if (const double cut = values[i * values.size() / mostSteps]; cut > values.front())
            cuts.push_back(cut);
    if (cuts.empty())   // nearly all are the least
        cuts.push_back(*std::ranges::upper_bound(values, values.front()));
    constexpr int mostDigits = 17;   // that a double has
    for (int digits = 1; digits <= mostDigits; ++digits) {
        std::vector<double> round = cuts;
        for (double& cut : round)
            cut = rounded(cut, digits);
        const bool cutSomethingOff = round.front() > values.front() && round.back() <= values.back();
        if (cutSomethingOff && different(round) == different(cuts)) {
            cuts = std::move(round);
            break;
        }
    }
    const auto rest = std::ranges::unique(cuts);
    cuts.erase(rest.begin(), rest.end());
    return cuts;
}

NumberSteps::NumberSteps(std::vector<double> values) : m_cuts(cutsOf(values))
{
    if (!m_cuts.empty())
        return;
    std::ranges::sort(values);
    const auto rest = std::ranges::unique(values);
    values.erase(rest.begin(), rest.end());
    m_values = std::move(values);
}

std::size_t NumberSteps::stepOf(double number) const
{
    const auto place = m_cuts.empty() ? std::ranges::lower_bound(m_values, number) - m_values.begin()
                                      : std::ranges::upper_bound(m_cuts, number) - m_cuts.begin();
    return static_cast<std::size_t>(place);
}

std::string NumberSteps::nameOf(std::size_t step) const
{
    if (m_cuts.empty())
        return plainNumber(m_values[step]);
    if (step == 0)
        return "below " + plainNumber(m_cuts.front());
    const std::string from = plainNumber(m_cuts[step - 1]);
    return step == m_cuts.size() ? from + " or more" : from + " to below " + plainNumber(m_cuts[step]);
}

}
