#include "ui/review/review_words.h"

#include "model/domain/names.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace signalbox {
namespace {

struct Review {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

QString outcomeWords(const ReviewedConversation& conversation)
{
    if (!conversation.closedAt)
        return Review::tr("still open");
    if (conversation.outcome.empty())
        return Review::tr("closed");
    const QString outcome = line(conversation.outcome, 60).replace(u'_', u' ');
    return conversation.outcomeValue ? Review::tr("%1 (%2)").arg(outcome, formatMoney(*conversation.outcomeValue))
                                     : outcome;
}

seconds wholeSeconds(microseconds span) { return std::chrono::duration_cast<seconds>(span); }

}

QString reviewMoment(Instant at)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return english.toString(QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000).toLocalTime(),
                            QStringLiteral("ddd d MMMM, HH:mm"));
}

QString verdictWord(Verdict verdict)
{
    return verdict == Verdict::True ? Review::tr("True", "a verdict")
        : verdict == Verdict::False ? Review::tr("False", "a verdict")
                                    : Review::tr("Unsure", "a verdict");
}

QString followedWords(const ReviewedConversation& conversation, Instant now)
{
    QStringList parts;
    if (conversation.owedAt) {
        const Instant until = conversation.answeredAt.value_or(conversation.closedAt.value_or(now));
        parts << Review::tr("waited %1").arg(formatSpan(wholeSeconds(until - *conversation.owedAt)));
    }
    parts << (conversation.answeredAt ? Review::tr("answered") : Review::tr("answered by nobody"))
          << outcomeWords(conversation);
    return parts.join(QStringLiteral(", "));
}

QString questionOf(const ReviewItem& item)
{
    switch (item.kind) {
    case ReviewItem::Kind::Alert:
        break;
    case ReviewItem::Kind::SecondLook:
        return Review::tr("A second look, without the first label: was it worth an alert?");
    case ReviewItem::Kind::Silent:
        return Review::tr("There was no alert. Was it worth one?");
    case ReviewItem::Kind::Tier:
        return Review::tr("Corrected from %1 to %2. Was that right?")
            .arg(item.tierBefore.empty() ? Review::tr("no tier") : line(item.tierBefore.value, 40),
                 line(item.tierAfter.value, 40));
    }
    return Review::tr("Was it worth an alert?");
}

QString heldBackCause(HeldBack heldBack)
{
    switch (heldBack) {
    case HeldBack::No:
        break;
    case HeldBack::Silenced:
        return Review::tr("another alert said more");
    case HeldBack::Quiet:
        return Review::tr("quiet hours");
    case HeldBack::Budget:
        return Review::tr("enough within the hour");
    case HeldBack::Grouped:
        return Review::tr("told a moment before");
    case HeldBack::History:
        return Review::tr("imported");
    }
    return {};
}

QString heldBackCause(const std::string& cause)
{
    const auto heldBack = fromName<HeldBack>(cause);
    return heldBack ? heldBackCause(*heldBack) : line(cause, 40);
}

QString rangeWords(const ShareEstimate& share)
{
    return Review::tr("%1 to %2 %").arg(std::llround(share.low * 100)).arg(std::llround(share.high * 100));
}

QString shareOrDash(const AlertFigures& figures)
{
    return figures.isThin() ? QStringLiteral("—") : formatPercent(figures.precision.value);
}

QString whyThin(const AlertFigures& figures)
{
    if (!figures.isThin())
        return {};
    return Review::tr("%1 labelled, %2 needed").arg(figures.judged()).arg(fewestJudged);
}

QString signedPoints(double share)
{
    const auto points = std::llround(share * 100);
    return points == 0 ? Review::tr("no change")
                       : Review::tr("%1%2 points").arg(points > 0 ? u'+' : QChar(0x2212)).arg(std::abs(points));
}

QString figuresWords(const AlertFigures& figures, const std::optional<ShareEstimate>& change)
{
    QStringList parts{Review::tr("Told %1").arg(formatCount(figures.told))};
    QStringList causes;
    std::int64_t held = 0;
    for (const auto& [cause, count] : figures.heldBack) {
        held += count;
        causes << QStringLiteral("%1 %2").arg(formatCount(count), heldBackCause(cause));
    }
    if (held > 0)
        parts << Review::tr("held back %1 (%2)").arg(formatCount(held), causes.join(QStringLiteral(", ")));
    if (figures.told > 0) {
        parts << Review::tr("%1 a person").arg(formatNumber(std::round(figures.perPerson() * 10) / 10));
        const auto& median = figures.acknowledged.median;
        parts << (median ? Review::tr("acknowledged in %1 (median)").arg(formatSpan(wholeSeconds(*median)))
                         : Review::tr("fewer than half acknowledged"));
        parts << Review::tr("acted on %1").arg(formatPercent(figures.actedOnShare().value));
    }
    if (figures.unsure > 0)
        parts << Review::tr("%1 unsure").arg(formatCount(figures.unsure));
    if (figures.unlabelled > 0)
        parts << Review::tr("%1 not labelled").arg(formatCount(figures.unlabelled));
    if (figures.agreement)
        parts << Review::tr("two people agree: kappa %1, %2 to %3")
                     .arg(formatNumber(figures.agreement->value), formatNumber(figures.agreement->low),
                          formatNumber(figures.agreement->high));
    if (change)
        parts << Review::tr("%1 since last week, %2 to %3")
                     .arg(signedPoints(change->value), signedPoints(change->low), signedPoints(change->high));
    return parts.join(QStringLiteral(" · "));
}

QString missedWords(const MissedEstimate& missed, const QString& trigger)
{
    if (missed.silent == 0)
        return Review::tr("Every conversation of the week raised this alert, or there was none.");
    if (missed.judged < missed.needed || missed.recall.gap == RecallGap::StratumNotSampled)
        return Review::tr("%1 of %2 sampled conversations with no alert are labelled. Label at least %3, of each kind "
                          "some, to estimate what %4 missed.")
            .arg(formatCount(missed.judged), formatCount(missed.drawn), formatCount(missed.needed), trigger);
    const QString worth = missed.worthIt == 0 ? Review::tr("none was worth one")
        : missed.worthIt == 1                 ? Review::tr("1 was worth one")
                                              : Review::tr("%1 were worth one").arg(formatCount(missed.worthIt));
    const QString found = Review::tr("In a sample of %1 of the %2 conversations with no alert, %3.")
                              .arg(formatCount(missed.judged), formatCount(missed.silent), worth);
    if (missed.recall.gap == RecallGap::NothingToRecall || !missed.recall.recall)
        return found + u' ' + Review::tr("No alert is labelled true either, so there is nothing to have caught.");
    const ShareEstimate& recall = *missed.recall.recall;
    return found + u' '
        + Review::tr(
              "That makes about %1 missed in the week, so the trigger caught about %2, somewhere from %3 to %4 %.")
              .arg(formatCount(std::llround(missed.recall.missed)), formatPercent(recall.value))
              .arg(std::llround(recall.low * 100))
              .arg(std::llround(recall.high * 100));
}

}
