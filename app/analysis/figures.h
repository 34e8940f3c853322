#pragma once

#include "model/report/figure_report.h"
#include "model/storage/figures_store.h"
#include "ui/shared/analysis_port.h"

#include <filesystem>
#include <memory>

namespace signalbox {

// The four figures of a workspace, read with a connection that only reads. The first question reads everything, later ones
// what has happened since. For one thread; nothing is opened before the first question.
class Figures {
public:
    explicit Figures(std::filesystem::path workspace);
    ~Figures();

    // Error: the workspace cannot be read.
    Result<FigureReport> report(const FigureQuestion& question, const std::vector<Dimension>& by);
    // At most mostListed, in the order of the numbers; what is not there any more is left out.
    Result<std::vector<ReviewedConversation>> conversations(const std::vector<std::int64_t>& numbers, RowsOf of);

private:
    Result<void> open();

    struct Source {
        explicit Source(Database opened) : database(std::move(opened)) { }
        Database database;
        FiguresStore store{database};
    };
    std::filesystem::path m_workspace;
    std::unique_ptr<Source> m_source;
};

}
