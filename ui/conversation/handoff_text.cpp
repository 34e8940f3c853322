#include "ui/conversation/handoff_text.h"

#include "routing/understanding/summary.h"
#include "ui/alerts/alert_words.h"
#include "ui/conversation/handoff_words.h"
#include "ui/conversation/visitor_facts.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct CardText {
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

class Lines {
public:
    void title(const QString& words) { m_lines << QString() << words; }
    void add(const QString& words)
    {
        if (!words.isEmpty())
            m_lines << u"  "_s + words;
    }
    void plain(const QString& words) { m_lines << words; }
    QString joined() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

void addSentences(Lines& lines, const QString& title, const std::vector<CardSentence>& sentences)
{
    if (sentences.empty())
        return;
    lines.title(title);
    for (const CardSentence& sentence : sentences)
        lines.add(sentence.words);
}

void addQualification(Lines& lines, const ConversationDetail& detail, const ConsoleModel& model, Instant now)
{
    if (!detail.decision || detail.decision->qualification.empty())
        return;
    lines.title(CardText::tr("Qualification"));
    for (const CriterionResult& criterion : detail.decision->qualification) {
        const CriterionResult stands = asCorrected(criterion, detail.corrections);
        const QChar mark = stands.state == CriterionState::Met ? u'✓'
            : stands.state == CriterionState::NotMet           ? u'✕'
                                                               : u'–';
        const CardSentence evidence = evidenceOf(stands, detail, model.rulebook(), now);
        const QString beneath = !evidence.words.isEmpty() ? evidence.words
            : stands.ask.empty()                          ? QString()
                                                          : CardText::tr("ask: %1").arg(line(stands.ask));
        lines.add(beneath.isEmpty() ? u"%1 %2"_s.arg(mark).arg(line(stands.name, 80))
                                    : u"%1 %2: %3"_s.arg(mark).arg(line(stands.name, 80), beneath));
        lines.add(correctionText(detail.corrections, std::string(criterionSubject) + criterion.id.value, model));
    }
}

void addAlerts(Lines& lines, const ConversationDetail& detail, const ConsoleModel& model, Instant now)
{
    if (!std::ranges::all_of(detail.alerts, isReminder))
        lines.title(CardText::tr("Alerts"));
    for (const Alert& alert : detail.alerts) {
        if (isReminder(alert))
            continue;
        lines.add(alertSentence(alert, model, now));
        for (const Label& label : detail.labels)
            if (label.alert == alert.number && label.verdict)
                lines.add(labelSentence(label, model));
    }
}

void addSignals(Lines& lines, const ConversationDetail& detail, const ConsoleModel& model, Instant now)
{
    if (!detail.decision || detail.decision->signalShares.empty())
        return;
    lines.title(CardText::tr("Signals"));
    for (const SignalShare& share : detail.decision->signalShares) {
        const double points = std::round(pointsAt(share, detail.decision->at, now, model.rulebook()));
        const QString shown = points < 0 ? QChar(0x2212) + formatNumber(-points) : u'+' + formatNumber(points);
        lines.add(u"%1 %2 (%3)"_s.arg(shown, line(share.name.empty() ? share.id.value : share.name, 80),
                                      formatClock(share.observedAt)));
    }
}

void addReasons(Lines& lines, const ConversationDetail& detail, const ConsoleModel& model)
{
    if (!detail.routeReason.empty()) {
        lines.title(CardText::tr("Why here"));
        lines.add(line(detail.routeReason, 300));
    }
    if (detail.offers.empty())
        return;
    const Offer& offer = detail.offers.back();
    lines.title(CardText::tr("Why %1").arg(model.agentName(offer.agent)));
    for (const CandidateReason& candidate : offer.candidates)
        lines.add(u"%1: %2"_s.arg(model.agentName(candidate.agent), line(candidate.reason, 300)));
}

}

QString cardAsText(const ConversationDetail& detail, const ConsoleModel& model, Instant now)
{
    const Conversation& conversation = detail.conversation;
    Lines lines;
    QStringList head{line(conversation.visitorName, 80)};
    if (!conversation.company.empty())
        head << line(conversation.company, 80);
    head << numberOf(conversation.id) << channelName(conversation.channel);
    if (const QString origin = originLabel(conversation.origin); !origin.isEmpty())
        head << origin;
    lines.plain(head.join(u" · "_s));
    if (const QString words = line(summary(detail.messages), 400); !words.isEmpty()) {
        lines.title(CardText::tr("Summary"));
        lines.add(words);
    }
    if (!conversation.intent.empty() || !conversation.tier.empty() || conversation.dealSize) {
        lines.title(CardText::tr("What it is worth"));
        if (!conversation.intent.empty())
            lines.add(CardText::tr("Wants: %1").arg(line(conversation.intent, 120)));
        lines.add(correctionText(detail.corrections, "intent", model));
        if (!conversation.tier.empty())
            lines.add(CardText::tr("Tier: %1").arg(correctedValue("tier", conversation.tier.value, model)));
        lines.add(correctionText(detail.corrections, "tier", model));
        if (conversation.dealSize)
            lines.add(CardText::tr("Deal size: %1").arg(formatMoney(*conversation.dealSize)));
    }
    addSentences(lines, CardText::tr("Told so far"), toldSoFar(detail, now));
    addQualification(lines, detail, model, now);
    addSignals(lines, detail, model, now);
    lines.title(CardText::tr("Who"));
    for (const VisitorFact& fact : visitorFacts(detail.context, model.rulebook(), now))
        lines.add(u"%1: %2"_s.arg(fact.label, fact.value));
    if (const QString tried = whatTheAiTried(detail); !tried.isEmpty()) {
        lines.title(CardText::tr("What the AI tried"));
        lines.add(tried);
    }
    addSentences(lines, CardText::tr("Notes"), notesOf(detail, now));
    addReasons(lines, detail, model);
    addSentences(lines, CardText::tr("What happened"), whatHappened(detail, now));
    addAlerts(lines, detail, model, now);
    return lines.joined();
}

}
