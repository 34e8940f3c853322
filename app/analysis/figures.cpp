#include "app/analysis/figures.h"

#include "model/storage/review_store.h"

#include <algorithm>

namespace signalbox {

Figures::Figures(std::filesystem::path workspace) : m_workspace(std::move(workspace)) { }
Figures::~Figures() = default;

Result<void> Figures::open()
{
    if (m_source)
        return {};
    auto database = Database::open(m_workspace, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    m_source = std::make_unique<Source>(std::move(*database));
    return {};
}

Result<FigureReport> Figures::report(const FigureQuestion& question, const std::vector<Dimension>& by)
{
    if (auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    const auto rows = m_source->store.rows();
    if (!rows)
        return tl::unexpected(rows.error());
    FigureReport made = reportOf(**rows, question, by);
    made.upTo = m_source->store.upTo();
    return made;
}

Result<std::vector<ReviewedConversation>> Figures::conversations(const std::vector<std::int64_t>& numbers, RowsOf of)
{
    if (auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    ReviewStore store(m_source->database);
    std::vector<ReviewedConversation> found;
    for (std::size_t i = 0; i < std::min(numbers.size(), mostListed); ++i) {
        auto row = of == RowsOf::Alerts ? store.ofAlert(numbers[i]) : store.find({std::to_string(numbers[i])});
        if (!row)
            return tl::unexpected(row.error());
        if (*row)
            found.push_back(std::move(**row));
    }
    return found;
}

}
