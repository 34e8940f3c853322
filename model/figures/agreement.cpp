#include "model/figures/agreement.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace signalbox {
namespace {

constexpr double answersAdded = 3;   // in all, evenly over the table

// Student's t for 95 % with so many degrees of freedom, by its expansion (Abramowitz and Stegun, 26.7.5, first term).
double studentDeviations(double freedom)
{
    constexpr double z = deviationsOf95;
    return z + (z * z * z + z) / (4 * freedom);
}

// Shares of a table of two judgements and how far they agree. `credit` is 1 for the same class, less for others.
class AgreementTable {
public:
    AgreementTable(std::size_t classes, std::vector<double> shares, const std::vector<double>& credit)
        : m_classes(classes),
          m_shares(std::move(shares)),
          m_credit(credit),
          m_rows(classes),
          m_columns(classes),
          m_rowCredit(classes),
          m_columnCredit(classes)
    {
        forEach([this](std::size_t row, std::size_t column, std::size_t at) {
            m_rows[row] += m_shares[at];
            m_columns[column] += m_shares[at];
            m_observed += m_credit[at] * m_shares[at];
        });
        forEach([this](std::size_t row, std::size_t column, std::size_t at) {
            m_rowCredit[row] += m_credit[at] * m_columns[column];
            m_columnCredit[column] += m_credit[at] * m_rows[row];
            m_byChance += m_credit[at] * m_rows[row] * m_columns[column];
        });
    }

    bool saysSomething() const { return m_byChance < 1 - 1e-12; }
    double kappa() const { return (m_observed - m_byChance) / (1 - m_byChance); }

    // Kappa's standard error when each cell counts with `cellVariance`: Fleiss, Cohen and Everitt's, where that is the
    // cell's share divided by the sample size.
    double standardError(const std::vector<double>& cellVariance) const
    {
        const double kappa = this->kappa();
        double sum = 0;
        forEach([&](std::size_t row, std::size_t column, std::size_t at) {
            const double pull = m_credit[at] - (m_rowCredit[row] + m_columnCredit[column]) * (1 - kappa);
            const double centred = pull - (kappa - m_byChance * (1 - kappa));
            sum += cellVariance[at] * centred * centred;
        });
        return std::sqrt(sum) / (1 - m_byChance);
    }

private:
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t row = 0; row < m_classes; ++row)
            for (std::size_t column = 0; column < m_classes; ++column)
                visit(row, column, row * m_classes + column);
    }

    std::size_t m_classes;
    std::vector<double> m_shares;
    std::vector<double> m_credit;
    std::vector<double> m_rows;
    std::vector<double> m_columns;
    std::vector<double> m_rowCredit;      // mean credit of a row against the columns' shares
    std::vector<double> m_columnCredit;   // and of a column against the rows'
    double m_observed = 0;
    double m_byChance = 0;
};

}

ConfusionMatrix::ConfusionMatrix(std::size_t classes) : m_classes(classes), m_cells(classes * classes) { }

void ConfusionMatrix::add(std::size_t first, std::size_t truth, double weight)
{
    Cell& cell = m_cells.at(first * m_classes + truth);
    cell.weight += weight;
    cell.squares += weight * weight;
    ++m_count;
}

template <class InWhole, class IsHit>
ShareEstimate ConfusionMatrix::share(InWhole inWhole, IsHit isHit) const
{
    Cell hits;
    Cell misses;
    for (std::size_t first = 0; first < m_classes; ++first)
        for (std::size_t truth = 0; truth < m_classes; ++truth) {
            if (!inWhole(truth))
                continue;
            Cell& sum = isHit(first, truth) ? hits : misses;
            sum.weight += cell(first, truth).weight;
            sum.squares += cell(first, truth).squares;
        }
    const double whole = hits.weight + misses.weight;
    if (!(whole > 0))
        return estimateSampledShare(0, 0);
    const double share = hits.weight / whole;
    const double kish = whole * whole / (hits.squares + misses.squares);
    const double spread = hits.squares * (1 - share) * (1 - share) + misses.squares * share * share;
    const double own = spread > 0 ? share * (1 - share) * whole * whole / spread : kish;
    return estimateSampledShare(share, std::min(kish, own));
}

ShareEstimate ConfusionMatrix::accuracy() const
{
    return share([](std::size_t) { return true; }, [](std::size_t first, std::size_t truth) { return first == truth; });
}

ShareEstimate ConfusionMatrix::underTriage() const
{
    return share([](std::size_t truth) { return truth == 0; },
                 [](std::size_t first, std::size_t) { return first != 0; });
}

ShareEstimate ConfusionMatrix::overTriage() const
{
    return share([](std::size_t truth) { return truth != 0; },
                 [](std::size_t first, std::size_t) { return first == 0; });
}

template <class Credit>
std::optional<ShareEstimate> ConfusionMatrix::chanceCorrected(Credit credit) const
{
    Cell all;
    for (const Cell& cell : m_cells) {
        all.weight += cell.weight;
        all.squares += cell.squares;
    }
    if (!(all.weight > 0))
        return std::nullopt;
    const double worth = all.weight * all.weight / all.squares;
    const double typical = all.squares / all.weight;   // the weight of one answer of so many
    const double added = answersAdded / static_cast<double>(m_cells.size());
    std::vector<double> credits;
    std::vector<double> shares;
    std::vector<double> cautious;
    std::vector<double> byKish;
    std::vector<double> byWeight;
    for (std::size_t at = 0; at < m_cells.size(); ++at) {
        const Cell& cell = m_cells[at];
        credits.push_back(credit(at / m_classes, at % m_classes));
        shares.push_back(cell.weight / all.weight);
        cautious.push_back((cell.weight / typical + added) / (worth + answersAdded));
        byKish.push_back(cautious.back() / worth);
        byWeight.push_back((cell.squares / typical / typical + added) / (worth + answersAdded) / worth);
    }
    const AgreementTable table(m_classes, std::move(shares), credits);
    if (!table.saysSomething())
        return std::nullopt;
    const AgreementTable smooth(m_classes, std::move(cautious), credits);
    const double half = studentDeviations(std::max(1.0, worth - 1))
        * std::max(smooth.standardError(byKish), smooth.standardError(byWeight));
    const double value = table.kappa();
    return ShareEstimate{value, std::min(value, std::max(-1.0, smooth.kappa() - half)),
                         std::max(value, std::min(1.0, smooth.kappa() + half))};
}

std::optional<ShareEstimate> ConfusionMatrix::kappa() const
{
    return chanceCorrected([](std::size_t first, std::size_t truth) { return first == truth ? 1.0 : 0.0; });
}

std::optional<ShareEstimate> ConfusionMatrix::quadraticKappa() const
{
    const double widest = std::max(1.0, static_cast<double>(m_classes) - 1);
    return chanceCorrected([widest](std::size_t first, std::size_t truth) {
        const double apart = (static_cast<double>(first) - static_cast<double>(truth)) / widest;
        return 1 - apart * apart;
    });
}

}
