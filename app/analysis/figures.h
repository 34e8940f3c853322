#pragma once

#include "app/analysis/figure_source.h"
#include "model/report/figure_report.h"
#include "ui/shared/analysis_port.h"

namespace signalbox {

// Error of both: the workspace cannot be read.
Result<FigureReport> reportOf(FigureSource& source, const FigureQuestion& question, const std::vector<Dimension>& by);
// At most mostListed, in the order of the numbers; what is not there any more is left out.
Result<std::vector<ReviewedConversation>> listConversations(FigureSource& source, const std::vector<std::int64_t>& numbers,
                                                            RowsOf of);

}
