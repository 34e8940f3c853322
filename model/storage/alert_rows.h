#pragma once

#include "model/domain/alert.h"
#include "model/storage/statement.h"

// How alerts and labels stand in their tables.
namespace signalbox::storage {

inline constexpr std::string_view selectAlert
    = "SELECT sequence, conversation, alert, text, at, owner, owner_reason, held_back, ways, rulebook_version, tier, "
      "tier_rank, measure, score, acknowledged_by, acknowledged_at, snoozed_until, escalated, ended_at, ended_by, "
      "end_reason, policy FROM alert ";
using AlertRows = Rows<Integer, Integer, Text, Text, Integer, Text, Text, Text, Text, Integer, Text, Integer, Text, Real,
                       Text, Integer, Integer, Integer, Integer, Text, Text, Text>;
Alert alertIn(const AlertRows& row);

inline constexpr std::string_view selectLabel
    = "SELECT conversation, alert, trigger_id, labelled_by, verdict, tier, reason, second, at, draw FROM label ";
using LabelRows = Rows<Integer, Integer, Text, Text, Text, Text, Text, Integer, Integer, Text>;
Label labelIn(const LabelRows& row);

}
