#include "ui/review/review_words.h"

#include "model/domain/names.h"
#include "model/figures/question.h"
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
    if (figures.raised == 0)
        return Review::tr("It raised no alert this week.");
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
    if (recall.low == recall.high)   // all were looked at
        return found + u' ' + Review::tr("So the trigger caught %1.").arg(formatPercent(recall.value));
    return found + u' '
        + Review::tr(
              "That makes about %1 missed in the week, so the trigger caught about %2, somewhere from %3 to %4 %.")
              .arg(formatCount(std::llround(missed.recall.missed)), formatPercent(recall.value))
              .arg(std::llround(recall.low * 100))
              .arg(std::llround(recall.high * 100));
}

QString channelMissedWords(Channel channel, const MissedEstimate& missed)
{
    const bool known = missed.judged >= missed.needed && missed.recall.recall;
    return known ? Review::tr("%1: caught about %2, somewhere from %3.")
                       .arg(channelName(channel), formatPercent(missed.recall.recall->value), rangeWords(*missed.recall.recall))
                 : Review::tr("%1: %2 of %3 labelled, too few to say.")
                       .arg(channelName(channel), formatCount(missed.judged), formatCount(missed.silent));
}

QString publishedWords(const PublishedThreshold& published, const QString& trigger)
{
    const auto& [moved, forecast] = published;
    const ForecastCheck check = checkForecast(forecast);
    const auto right = [](const KeptAlerts& alerts) {
        const qint64 judged = alerts.truths + alerts.falses;
        return judged < fewestForAFigure ? Review::tr("too few labelled to say how many of them were right")
                                         : Review::tr("%1 right (%2), of %3 labelled")
                                               .arg(formatPercent(alerts.precision().value), rangeWords(alerts.precision()),
                                                    formatCount(judged));
    };
    const auto count = [](double alerts) { return formatCount(std::llround(alerts)); };
    const bool over = forecast.days > 6.99;
    const QString what = Review::tr("Version %1, %2: %3 on %4, from %5 to %6.")
                             .arg(moved.version)
                             .arg(reviewMoment(moved.at), trigger, channelName(moved.channel), formatNumber(moved.before),
                                  formatNumber(moved.after));
    const QString expected = Review::tr("Forecast: %1 to %2 alerts, %3.").arg(count(std::floor(check.low)), count(std::ceil(check.high)), right(forecast.past));
    const QString came = (over ? Review::tr("In the seven days since: %1, %2.")
                               : Review::tr("So far, in %3 of seven days: %1, %2."))
                             .arg(formatCount(forecast.came.kept), right(forecast.came));
    const QString cameSoFar = over ? came : came.arg(formatNumber(std::round(forecast.days * 10) / 10));
    QString verdict = check.asMany ? Review::tr("As many as forecast") : Review::tr("Not as many as forecast");
    if (forecast.came.kept > check.high)
        verdict = Review::tr("More than forecast");
    if (const auto asRight = check.asRight())
        verdict += *asRight ? Review::tr(", and as many of them right.")
            : check.off->value > 0 ? Review::tr(", and more of them right.")
                                   : Review::tr(", and fewer of them right.");
    else
        verdict += Review::tr("; whether as many were right takes more labels.");
    return QStringList{what, expected, cameSoFar, verdict}.join(u' ');
}

}
