#pragma once

#include "model/domain/conversation.h"
#include "model/domain/instant.h"

#include <QString>

#include <string>

namespace signalbox {

// Domain text for the screen. `line` is for one line: breaks, controls and characters that turn the writing direction
// become spaces or go, and it is cut after `limit` characters.
QString text(const std::string& utf8);
QString line(const std::string& utf8, int limit = 300);

// Waits and targets: "0:39", from 10 min "28 min", from 1 h "3 h 59 min". Negative counts as zero.
QString formatSpan(seconds span);
// Ages: "now", "4 min", "1 h", "Yesterday", "3 June".
QString formatAge(Instant at, Instant now);
// "just now", "4 min ago", "yesterday"
QString formatAgo(Instant at, Instant now);
// "10:43" in this desk's zone, and the whole of it for tooltips: "Tue 9 June 2026, 10:43:16 UTC".
QString formatClock(Instant at);
QString formatExact(Instant at);
QString formatDay(Instant at, Instant now);   // "Today", "Yesterday", "Tue 9 June 2026"

QString formatCount(qint64 count);     // "8,940"
QString formatMoney(double euros);     // "€42,000", without cents
QString formatPercent(double share);   // 0.82 -> "82 %"
QString formatBytes(qint64 bytes);      // "612 bytes", "48 KB", "3.2 MB"; a KB has 1,024 bytes
QString formatNumber(double number);   // at most two decimals, none when whole

QString channelName(Channel channel);   // "Website"
QString channelIcon(Channel channel);   // name of its icon
// "Practice" or "Imported"; empty for live conversations.
QString originLabel(Origin origin);
QString numberOf(const ConversationId& id);   // "#4817"

}
