#pragma once

#include "model/figures/review_figures.h"
#include "ui/review/review_state.h"

#include <QString>

namespace signalbox {

inline constexpr double alertGoal = 0.7;   // of alerts right, as the look draws it

QString reviewMoment(Instant at);       // "Thu 4 June, 14:20"
QString verdictWord(Verdict verdict);   // "True"
QString followedWords(const ReviewedConversation& conversation,
                      Instant now);           // "waited 2:10, answered, converted (€4,000)"
QString questionOf(const ReviewItem& item);   // "Was it worth an alert?"
QString heldBackCause(HeldBack heldBack);     // "Quiet hours"; empty when its owner was told
QString heldBackCause(const std::string& cause);
QString rangeWords(const ShareEstimate& share);     // "78 to 98 %"
QString shareOrDash(const AlertFigures& figures);   // "93 %"; "—" while it is thin
QString whyThin(const AlertFigures& figures);       // "12 labelled, 20 needed"; empty when it is not
// One line of everything else that is known of a trigger's week.
QString figuresWords(const AlertFigures& figures, const std::optional<ShareEstimate>& change);
QString missedWords(const MissedEstimate& missed, const QString& trigger);
QString channelMissedWords(Channel channel, const MissedEstimate& missed);   // "Website: caught about 73 %, …"
// "Version 2, Tue 9 June, 10:43: Hot lead waits on Website, from 50 to 75. …": what was forecast, what came, and whether
// that is as forecast.
QString publishedWords(const PublishedThreshold& published, const QString& trigger);
QString signedPoints(double share);   // "+4 points"

}
