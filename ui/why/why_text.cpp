#include "ui/why/why_text.h"

#include "ui/policies/try/value_text.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/why/why_words.h"

#include <QCoreApplication>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct WhyText {
    Q_DECLARE_TR_FUNCTIONS(WhyText)
};

void addPath(QStringList& lines, const ExplainedMoment& moment)
{
    lines << QString() << WhyText::tr("Path through the policies of v%1").arg(moment.version);
    for (const PolicyMet& met : moment.path) {
        if (met.outcome == TraceStep::Outcome::NotReached)
            break;
        lines << WhyText::tr("%1: %2", "policy, how it came out")
                     .arg(policyTitle(met), outcomeOfPolicy(met, moment.version));
        for (const Observation& observed : met.comparisons)
            lines << (observed.holds ? u"  ✓ "_s : u"  ✕ "_s)
                    + comparisonText(observed.attribute, observed.found, observed.wanted, *moment.rulebook);
    }
    if (const QString rest = notReached(moment); !rest.isEmpty())
        lines << rest;
}

void addFacts(QStringList& lines, const ExplainedMoment& moment, Instant now)
{
    lines << QString() << WhyText::tr("Facts at %1").arg(clockWithSeconds(moment.decision.at));
    for (const FactThen& fact : moment.facts) {
        if (!fact.asked)
            continue;
        const QString source = provenance(fact, now);
        lines << u"  %1: %2%3"_s.arg(attributeTitle(fact.attribute, *moment.rulebook),
                                     valueText(fact.attribute, fact.value, *moment.rulebook),
                                     source.isEmpty() ? QString() : u" (%1)"_s.arg(source));
    }
    lines << sinceThen(moment, now);
}

void addAgents(QStringList& lines, const ExplainedMoment& moment, const ConsoleModel& model)
{
    for (const Offer& offer : moment.offers) {
        lines << QString() << WhyText::tr("Why %1").arg(model.agentName(offer.agent));
        for (const CandidateReason& candidate : offer.candidates)
            lines << u"  %1 %2: %3"_s.arg(candidate.chosen ? u"✓"_s : u"–"_s, model.agentName(candidate.agent),
                                          line(candidate.reason, 300));
    }
}

}

QString whyAsText(const ExplainedMoment& moment, const std::vector<AnotherWay>& ways, const ConsoleModel& model,
                  Instant now)
{
    QStringList lines{visitorTitle(moment.conversation), formatExact(moment.decision.at), verdict(moment)};
    addPath(lines, moment);
    addFacts(lines, moment, now);
    addAgents(lines, moment, model);
    if (!ways.empty())
        lines << QString() << WhyText::tr("What would have led elsewhere");
    for (const AnotherWay& way : ways) {
        QStringList edits;
        for (const ContextEdit& edit : way.edits)
            edits << editText(edit, *moment.rulebook);
        lines << u"  %1 → %2"_s.arg(edits.join(WhyText::tr(", and ")), placeName(way.outcome.kind, way.place));
    }
    if (!moment.next.empty())
        lines << QString() << WhyText::tr("What happened next");
    for (const Happening& happening : moment.next)
        lines << u"  %1 %2"_s.arg(clockWithSeconds(happening.at), happeningText(happening, model));
    return lines.join(u'\n') + u'\n';
}

}
