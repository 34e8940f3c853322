#include "model/storage/alert_rows.h"

#include "model/storage/conversation_rows.h"

namespace signalbox::storage {
namespace {

template <std::size_t Column>
std::optional<Instant> momentIn(const AlertRows& row)
{
    return row.isNull<Column>() ? std::nullopt : std::optional(fromMicroseconds(row.get<Column>()));
}

}

Alert alertIn(const AlertRows& row)
{
    Alert alert;
    alert.number = row.get<0>();
    alert.conversation = {std::to_string(row.get<1>())};
    alert.trigger = {row.get<2>()};
    alert.text = row.get<3>();
    alert.at = fromMicroseconds(row.get<4>());
    alert.owner = {row.get<5>()};
    alert.ownerReason = row.get<6>();
    alert.heldBack = wordIn<HeldBack>(row.get<7>());
    alert.ways = jsonIn<std::vector<AlertWay>>(row.get<8>());
    alert.rulebookVersion = int(row.get<9>());
    alert.tier = {row.get<10>()};
    alert.tierRank = int(row.get<11>());
    alert.measure = row.get<12>();
    if (!row.isNull<13>())
        alert.score = row.get<13>();
    alert.acknowledgedBy = {row.get<14>()};
    alert.acknowledgedAt = momentIn<15>(row);
    alert.snoozedUntil = momentIn<16>(row);
    alert.escalated = row.get<17>() != 0;
    alert.endedAt = momentIn<18>(row);
    alert.endedBy = {row.get<19>()};
    alert.endReason = row.get<20>();
    alert.policy = {row.get<21>()};
    return alert;
}

Label labelIn(const LabelRows& row)
{
    Label label;
    label.conversation = {std::to_string(row.get<0>())};
    label.alert = row.get<1>();
    label.trigger = {row.get<2>()};
    label.by = {row.get<3>()};
    label.verdict = wordIn<Verdict>(row.get<4>());
    label.tier = {row.get<5>()};
    label.reason = row.get<6>();
    label.second = row.get<7>() != 0;
    label.at = fromMicroseconds(row.get<8>());
    if (!row.get<9>().empty())
        label.draw = jsonIn<Draw>(row.get<9>());
    return label;
}

}
