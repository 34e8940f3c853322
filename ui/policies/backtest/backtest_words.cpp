#include "ui/policies/backtest/backtest_words.h"

#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Backtest)
};

QString signOf(double number)
{
    return number > 0 ? QStringLiteral("+") : number < 0 ? QString(QChar(0x2212)) : QString();
}

QString perCent(double share) { return QLocale().toString(std::abs(share) * 100, 'f', 1); }

QString points(double share) { return (perCent(share) == perCent(0) ? QString() : signOf(share)) + perCent(share); }

}

QString signedCount(qint64 change) { return signOf(double(change)) + formatCount(std::abs(change)); }

QString shareInWords(const ShareEstimate& share)
{
    return Words::tr("%1 %, somewhere from %2 to %3 %")
        .arg(perCent(share.value), perCent(share.low), perCent(share.high));
}

QString changeInWords(const ShareEstimate& change)
{
    return Words::tr("%1 points, somewhere from %2 to %3")
        .arg(points(change.value), points(change.low), points(change.high));
}

QString placeInWords(const Outcome& outcome, const Rulebook& rulebook)
{
    return line(destinationInWords(outcome, rulebook));
}

TierLabel tierLabel(const TierId& tier, const Rulebook& rulebook)
{
    const auto known = std::ranges::find(rulebook.tiers, tier, &Tier::id);
    return {int(known - rulebook.tiers.begin()), line(tier.value),
            known == rulebook.tiers.end() ? QString() : line(known->name)};
}

QString tierInWords(const std::string& tier, const Rulebook& rulebook)
{
    if (tier.empty())
        return Words::tr("No tier");
    const TierLabel label = tierLabel({tier}, rulebook);
    return label.name.isEmpty() ? label.code : label.code + QStringLiteral(" ") + label.name;
}

}
