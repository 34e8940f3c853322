#pragma once

#include <string_view>

namespace signalbox {

// The figures in a sentence each, as every page and report shows them. docs/figures.md has the formulas.
inline constexpr std::string_view priorityAccuracyInWords
    = "Of the conversations that left the AI and whose true tier is known, the share that left it with that tier. True "
      "is "
      "what a lead says, else an agent's correction with a reason, else the outcome; what was sampled counts for all "
      "it "
      "stands for, and what is not judged counts as neither right nor wrong.";
inline constexpr std::string_view responseTimeInWords
    = "Median time from when a person was owed to a top-tier conversation (the latest of the first inbound message, "
      "reaching the top tier and leaving the AI) to the first message a person sent. Open and abandoned ones count "
      "with "
      "the time they lasted (Kaplan-Meier).";
inline constexpr std::string_view alertPrecisionInWords
    = "Of the alert episodes somebody was told of and that are labelled true or false, the share labelled true. "
      "Statistics calls this precision; how much was missed stands beside each trigger, estimated from the weekly review's sample.";
inline constexpr std::string_view priorityConversionInWords
    = "Of the customers whose qualified conversation reached the top tier, the share that converted within 30 days of "
      "it. "
      "A customer counts once in 30 days; only those older than that are final.";

}
