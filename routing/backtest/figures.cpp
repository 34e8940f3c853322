#include "routing/backtest/figures.h"

namespace signalbox {

std::vector<BacktestFigure> figuresOf(const BacktestReport& report)
{
    const std::int64_t all = report.conversations;
    const Shift& handed = report.handedOff;
    std::vector<BacktestFigure> figures{
        {"Handed off to people", handed},
        {"Answered by the AI",
         {all - handed.before, all - handed.after, all - handed.before - handed.after + handed.both}}};
    for (const auto& [tier, shift] : report.byTier)
        figures.push_back({tier.empty() ? "No tier" : "Tier " + tier, shift});
    return figures;
}

std::string notRecomputed()
{
    return "Not recomputed, because it depends on what people would have done: how fast they answer, whether alerts "
           "were "
           "right, what came of the conversations.";
}

std::vector<std::string> notKeptInWords(const BacktestReport& report)
{
    std::vector<std::string> sentences;
    for (const auto& [attribute, decisions] : report.notKept)
        sentences.push_back("The draft looks at " + attribute + ", which no rule looked at when "
                            + (decisions == report.decisions
                                   ? "all of these"
                                   : std::to_string(decisions) + " of these " + std::to_string(report.decisions))
                            + " decisions were made: there it counts as missing.");
    return sentences;
}

}
