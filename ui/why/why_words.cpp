#include "ui/why/why_words.h"

#include "routing/rulebook/phrases.h"
#include "ui/conversation/conversation_words.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNamed = 3;
constexpr int longestName = 80;
constexpr int longestInVerdict = 48;

struct Why {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

QDateTime local(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000).toLocalTime(); }

QString joinedNames(const QStringList& names)
{
    if (names.size() < 2)
        return names.join(QString());
    return Why::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(u", "_s), names.back());
}

QString sourceName(const std::string& source)
{
    if (source == "ai")
        return Why::tr("AI");
    if (source == "crm")
        return Why::tr("CRM");
    return line(source, 40);
}

QString policyReason(const ExplainedMoment& moment)
{
    const auto fired = std::ranges::find(moment.path, TraceStep::Outcome::Fired, &PolicyMet::outcome);
    if (!moment.decision.policy)
        return Why::tr("because no policy matched.");
    const QString title = fired == moment.path.end()
        ? line(moment.decision.policy->value, longestName)
        : Why::tr("%1 %2").arg(fired->number).arg(line(fired->name, longestInVerdict));
    return moment.decision.byException ? Why::tr("because policy %1 matched first, and its exception held.").arg(title)
                                       : Why::tr("because policy %1 matched first.").arg(title);
}

}

QString clockWithSeconds(Instant at) { return local(at).toString(u"HH:mm:ss"_s); }

QString placeName(Outcome::Kind kind, const std::string& place)
{
    return kind == Outcome::Kind::Ai ? Why::tr("The AI") : withCapital(line(place, longestName));
}

TierLabel tierOf(const Decision& decision, const Rulebook& rulebook)
{
    if (decision.tier.empty())
        return {};
    const auto tier = std::ranges::find(rulebook.tiers, decision.tier, &Tier::id);
    return {decision.tierRank, line(decision.tier.value, 20),
            tier == rulebook.tiers.end() ? QString() : line(tier->name, 40)};
}

int numberOf(const PolicyId& policy, const std::vector<PolicyMet>& path)
{
    const auto met = std::ranges::find(path, policy, &PolicyMet::policy);
    return met == path.end() ? 0 : met->number;
}

QString policyTitle(const PolicyMet& policy)
{
    return Why::tr("%1 %2", "number and name of a policy").arg(policy.number).arg(line(policy.name, longestName));
}

QString visitorTitle(const Conversation& conversation)
{
    return Why::tr("%1, %2", "visitor and number")
        .arg(line(conversation.visitorName, longestName), numberOf(conversation.id));
}

QString verdict(const ExplainedMoment& moment)
{
    const Decision& decision = moment.decision;
    if (decision.stoppedTransfer)
        return Why::tr("It stays where it was, though it was to go back to %1: only time had passed.")
            .arg(withCapital(line(nameOf(*decision.stoppedTransfer, *moment.rulebook), longestName)));
    return Why::tr("%1, %2", "where, because").arg(placeName(moment.outcome.kind, moment.place), policyReason(moment));
}

QString outcomeOfPolicy(const PolicyMet& policy, int version)
{
    switch (policy.outcome) {
    case TraceStep::Outcome::Fired:
        return Why::tr("Fired");
    case TraceStep::Outcome::Disabled:
        return Why::tr("Off in v%1").arg(version);
    case TraceStep::Outcome::NotReached:
        return Why::tr("Not reached");
    case TraceStep::Outcome::DidNotMatch:
        break;
    }
    return policy.miss.isNear() && !policy.miss.by.empty() ? Why::tr("Missed by %1").arg(line(policy.miss.by, 40))
                                                           : Why::tr("Did not match");
}

const PolicyMet* nearestMiss(const ExplainedMoment& moment)
{
    const PolicyMet* nearest = nullptr;
    for (const PolicyMet& met : moment.path) {
        const bool others = std::ranges::any_of(met.comparisons, &Observation::holds);
        if (met.outcome == TraceStep::Outcome::DidNotMatch && met.miss.isNear() && (others || !met.miss.by.empty())
            && (!nearest || met.miss.share < nearest->miss.share))
            nearest = &met;
    }
    return nearest;
}

QString notReached(const ExplainedMoment& moment)
{
    const auto fired = std::ranges::find(moment.path, TraceStep::Outcome::Fired, &PolicyMet::outcome);
    if (fired == moment.path.end() || fired + 1 == moment.path.end())
        return {};
    const int first = (fired + 1)->number;
    const int last = moment.path.back().number;
    const QString which = first == last ? Why::tr("%1 was not reached.").arg(first)
                                        : Why::tr("%1 to %2 were not reached.").arg(first).arg(last);
    QStringList names;
    int more = 0;
    for (auto met = fired + 1; met != moment.path.end(); ++met)
        if (met->wouldHaveMatched)
            names.size() < mostNamed ? names.append(policyTitle(*met)) : void(++more);
    if (more > 0)
        names << Why::tr("%1 more").arg(more);
    if (!names.isEmpty())
        return Why::tr("%1 %2 would have matched too.").arg(which, joinedNames(names));
    return first == last ? Why::tr("%1 It would not have matched either.").arg(which)
                         : Why::tr("%1 None of them would have matched either.").arg(which);
}

QString happeningText(const Happening& happening, const ConsoleModel& model)
{
    using Kind = Happening::Kind;
    const QString who = happening.agent.empty() ? QString() : model.agentName(happening.agent);
    const QString words = line(happening.words, 200);
    const QString after = happening.after ? Why::tr(" after %1", "m:ss").arg(formatSpan(*happening.after)) : QString();
    switch (happening.kind) {
    case Kind::Offered:
        return Why::tr("Offered to %1").arg(who);
    case Kind::Accepted:
        return Why::tr("Accepted by %1%2").arg(who, after);
    case Kind::Declined:
        return words.isEmpty() ? Why::tr("Declined by %1%2").arg(who, after)
                               : Why::tr("Declined by %1%2: %3").arg(who, after, words);
    case Kind::Lapsed:
        return Why::tr("Lapsed: %1 did not answer").arg(who);
    case Kind::Withdrawn:
        return words.isEmpty() ? Why::tr("The offer to %1 was withdrawn").arg(who)
                               : Why::tr("The offer to %1 was withdrawn: %2").arg(who, words);
    case Kind::ToQueue:
        return Why::tr("Waits in %1").arg(model.queueName(QueueId{happening.words}));
    case Kind::ToAgent:
        return Why::tr("With %1").arg(who);
    case Kind::ToAi:
        return Why::tr("Back with the AI");
    case Kind::Answered:
        return Why::tr("Answered by %1").arg(who);
    case Kind::AnsweredByAi:
        return Why::tr("Answered by the AI");
    case Kind::DecidedAgain:
        return Why::tr("Decided again");
    case Kind::Corrected:
        return Why::tr("Corrected by %1: %2").arg(who, words);
    case Kind::Closed:
        break;
    }
    return Why::tr("Closed: %1").arg(outcomeName(happening.words));
}

QString provenance(const FactThen& fact, Instant now)
{
    if (!fact.at)
        return {};
    const QString clock = formatClock(*fact.at);
    const QString time = local(*fact.at).date() == local(now).date() ? clock : formatAge(*fact.at, now) + u' ' + clock;
    return fact.source.empty() ? time : sourceName(fact.source) + u' ' + time;
}

QString sinceThen(const ExplainedMoment& moment, Instant now)
{
    QStringList changes;
    int more = 0;
    for (const FactThen& fact : moment.facts) {
        if (!fact.changedSince || !fact.asked)
            continue;
        if (changes.size() == mostNamed) {
            ++more;
            continue;
        }
        const QString name = attributeTitle(fact.attribute, *moment.rulebook);
        const FactThen asNow{fact.attribute,
                             {},
                             fact.now ? fact.now->source : std::string(),
                             fact.now ? std::optional(fact.now->at) : std::nullopt};
        changes << (fact.now ? Why::tr("%1 has since changed: %2, %3.")
                                   .arg(name, valueText(fact.attribute, fact.now->value, *moment.rulebook),
                                        provenance(asNow, now))
                             : Why::tr("%1 is no longer known.").arg(name));
    }
    if (more > 0)
        changes << Why::tr("%1 more have changed.").arg(more);
    const QString start = Why::tr("Values are as they were then.");
    return changes.isEmpty() ? start : start + u' ' + changes.join(u' ');
}

QString editText(const ContextEdit& edit, const Rulebook& rulebook)
{
    const QString to = valueText(edit.attribute, edit.to, rulebook);
    return Why::tr("%1 %2 instead of %3")
        .arg(attributeTitle(edit.attribute, rulebook), to.isEmpty() ? Why::tr("empty") : to,
             valueText(edit.attribute, edit.from, rulebook));
}

}
