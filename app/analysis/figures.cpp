#include "app/analysis/figures.h"

#include "model/storage/review_store.h"

#include <algorithm>

namespace signalbox {

Result<FigureReport> reportOf(FigureSource& source, const FigureQuestion& question, const std::vector<Dimension>& by)
{
    return source.rows().map([&](const FigureRows* rows) {
        FigureReport made = reportOf(*rows, question, by);
        made.upTo = source.upTo();
        return made;
    });
}

Result<std::vector<ReviewedConversation>> listConversations(FigureSource& source, const std::vector<std::int64_t>& numbers,
                                                            RowsOf of)
{
    if (const auto rows = source.rows(); !rows)
        return tl::unexpected(rows.error());
    ReviewStore store(source.database());
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
