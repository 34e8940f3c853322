#include "ui/conversation/handoff_words.h"

#include "model/domain/names.h"
#include "routing/conditions/walk.h"
#include "routing/rulebook/rulebook.h"
#include "ui/alerts/alert_words.h"
#include "ui/conversation/conversation_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr int longestQuote = 120;
constexpr std::size_t mostTold = 3;
constexpr std::size_t mostNotes = 5;
constexpr std::size_t mostHappened = 4;

struct Card {
    Q_DECLARE_TR_FUNCTIONS(HandoffCard)
};

QString timeOf(Instant at, Instant now)
{
    const QString clock = formatClock(at);
    return localDate(at) == localDate(now) ? clock : formatAge(at, now) + u' ' + clock;
}

QString quote(const Message& message, Instant now)
{
    return Card::tr("“%1” · %2", "words and time").arg(line(message.text, longestQuote), timeOf(message.at, now));
}

// The value that settled the criterion: the newest of those it looks at.
const ContextEntry* settledBy(const CriterionResult& criterion, const ConversationDetail& detail,
                              const Rulebook& rulebook)
{
    const auto defined = std::ranges::find(rulebook.qualification, criterion.id, &Criterion::id);
    const ContextEntry* newest = nullptr;
    if (defined != rulebook.qualification.end())
        for (const std::string& attribute : attributesOf(defined->when))
            if (const ContextEntry* entry = detail.context.find(attribute);
                entry && (!newest || entry->at > newest->at))
                newest = entry;
    return newest;
}

const Message* visitorMessageBy(const ConversationDetail& detail, Instant at)
{
    const Message* last = nullptr;
    for (const Message& message : detail.messages)
        if (message.author == Author::Visitor && !message.internalNote && message.at <= at)
            last = &message;
    return last;
}

// A message whose words the evidence quotes.
const Message* quotedIn(const std::string& evidence, const ConversationDetail& detail)
{
    const std::size_t open = evidence.find("“");
    const std::size_t close = evidence.rfind("”");
    constexpr std::size_t markBytes = 3;
    if (open == std::string::npos || close == std::string::npos || close <= open + markBytes)
        return nullptr;
    const std::string words = evidence.substr(open + markBytes, close - open - markBytes);
    const auto said = std::ranges::find_if(detail.messages, [&](const Message& message) {
        return message.author == Author::Visitor && message.text.find(words) != std::string::npos;
    });
    return said == detail.messages.end() ? nullptr : &*said;
}

template <class Wanted, class Words>
std::vector<CardSentence> lastOf(const ConversationDetail& detail, std::size_t most, Wanted wanted, Words words)
{
    std::vector<CardSentence> found;
    for (const Message& message : detail.messages)
        if (wanted(message) && !message.text.empty())
            found.push_back({words(message), message.sequence});
    if (found.size() > most)
        found.erase(found.begin(), found.end() - std::ptrdiff_t(most));
    return found;
}

QString stateName(const std::string& state)
{
    switch (fromName<CriterionState>(state).value_or(CriterionState::Unknown)) {
    case CriterionState::Met:
        return Card::tr("Met");
    case CriterionState::NotMet:
        return Card::tr("Not met");
    case CriterionState::Unknown:
        break;
    }
    return Card::tr("Unknown");
}

}

CardSentence evidenceOf(const CriterionResult& criterion, const ConversationDetail& detail, const Rulebook& rulebook,
                        Instant now)
{
    if (criterion.state == CriterionState::Unknown || criterion.evidence.empty())
        return {};
    const QString words = line(criterion.evidence);
    if (const Message* said = quotedIn(criterion.evidence, detail))
        return {Card::tr("%1 · %2", "evidence and time").arg(words, timeOf(said->at, now)), said->sequence};
    const ContextEntry* const entry = settledBy(criterion, detail, rulebook);
    if (!entry)
        return {words, {}};
    if (entry->source == "ai")
        if (const Message* said = visitorMessageBy(detail, entry->at))
            return {Card::tr("%1 · %2", "evidence and time").arg(words, timeOf(said->at, now)), said->sequence};
    const QString source = entry->source == "crm" ? Card::tr("CRM") : line(entry->source, 40);
    return {Card::tr("%1 · %2, %3", "evidence, source, time").arg(words, source, timeOf(entry->at, now)), {}};
}

std::vector<CardSentence> toldSoFar(const ConversationDetail& detail, Instant now)
{
    return lastOf(
        detail, mostTold,
        [](const Message& message) {
            return !message.internalNote && (message.author == Author::Ai || message.author == Author::Agent);
        },
        [now](const Message& message) {
            return Card::tr("%1: %2", "who said it, and what").arg(authorName(message), quote(message, now));
        });
}

std::vector<CardSentence> notesOf(const ConversationDetail& detail, Instant now)
{
    return lastOf(
        detail, mostNotes, [](const Message& message) { return message.internalNote; },
        [now](const Message& message) {
            return Card::tr("%1, %2: %3", "who, when, note")
                .arg(authorName(message), timeOf(message.at, now), line(message.text, 300));
        });
}

QString whatTheAiTried(const ConversationDetail& detail)
{
    int answers = 0;
    QStringList sources;
    for (const Message& message : detail.messages) {
        if (message.author != Author::Ai || message.internalNote)
            continue;
        ++answers;
        for (const Citation& citation : message.citations)
            if (const QString title = Card::tr("“%1”").arg(line(citation.title, 80)); !sources.contains(title))
                sources << title;
    }
    if (answers == 0)
        return {};
    const QString times = answers == 1 ? Card::tr("It wrote once") : Card::tr("It wrote %1 times").arg(answers);
    return sources.isEmpty() ? Card::tr("%1, none of it from the knowledge base.").arg(times)
                             : Card::tr("%1, from %2.").arg(times, sources.join(Card::tr(", ")));
}

std::vector<CardSentence> whatHappened(const ConversationDetail& detail, Instant now)
{
    return lastOf(
        detail, mostHappened, [](const Message& message) { return message.author == Author::System; },
        [now](const Message& message) {
            return Card::tr("%1 %2", "time, what happened").arg(timeOf(message.at, now), line(message.text, 300));
        });
}

QString alertSentence(const Alert& alert, const ConsoleModel& model, Instant now)
{
    QStringList parts{Card::tr("%1 %2", "time, what happened").arg(timeOf(alert.at, now), alertTitle(alert, model))};
    parts << heldBackWords(alert.heldBack).toLower();
    if (alert.acknowledgedAt)
        parts << Card::tr("acknowledged by %1").arg(model.agentName(alert.acknowledgedBy));
    if (alert.endedAt)
        parts << Card::tr("over at %1").arg(timeOf(*alert.endedAt, now));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString labelSentence(const Label& label, const ConsoleModel& model)
{
    const QString said = Card::tr("%1, says %2", "true, who").arg(verdictName(*label.verdict), model.agentName(label.by));
    return label.reason.empty() ? said : Card::tr("%1: %2", "what was said, why").arg(said, line(label.reason, 300));
}

const Correction* lastCorrection(const std::vector<Correction>& corrections, const std::string& subject)
{
    const auto last = std::find_if(corrections.rbegin(), corrections.rend(),
                                   [&](const Correction& each) { return each.subject == subject; });
    return last == corrections.rend() ? nullptr : &*last;
}

std::string valueBefore(const std::vector<Correction>& corrections, const std::string& subject)
{
    const auto first = std::ranges::find(corrections, subject, &Correction::subject);
    return first == corrections.end() ? std::string() : first->before;
}

CriterionResult asCorrected(CriterionResult criterion, const std::vector<Correction>& corrections)
{
    const Correction* const last = lastCorrection(corrections, std::string(criterionSubject) + criterion.id.value);
    if (last)
        criterion.state = fromName<CriterionState>(last->after).value_or(criterion.state);
    return criterion;
}

QString correctedValue(const std::string& subject, const std::string& value, const ConsoleModel& model)
{
    if (subject.starts_with(criterionSubject))
        return stateName(value);
    if (value.empty())
        return Card::tr("none", "no tier, no intent");
    if (subject != "tier")
        return line(value, 120);
    const auto& tiers = model.rulebook().tiers;
    const auto known = std::ranges::find(tiers, TierId{value}, &Tier::id);
    return known == tiers.end() || known->name.empty() ? line(value, 40) : line(value + " " + known->name, 80);
}

QString correctionText(const std::vector<Correction>& corrections, const std::string& subject,
                       const ConsoleModel& model)
{
    const Correction* const last = lastCorrection(corrections, subject);
    if (!last)
        return {};
    return Card::tr("Corrected by %1 because “%2”. Was: %3.")
        .arg(model.agentName(last->by), line(last->reason, 300),
             correctedValue(subject, valueBefore(corrections, subject), model));
}

double pointsAt(const SignalShare& share, Instant decidedAt, Instant now, const Rulebook& rulebook)
{
    const auto signal = std::ranges::find(rulebook.signals, share.id, &Signal::id);
    if (signal == rulebook.signals.end() || signal->halfLifeMinutes <= 0 || now <= decidedAt)
        return share.points;
    const double minutes = std::chrono::duration<double, std::ratio<60>>(now - decidedAt).count();
    return share.points * std::exp2(-minutes / signal->halfLifeMinutes);
}

}
