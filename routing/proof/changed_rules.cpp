// Signals, criteria and alerts: each has a condition of its own, and is held against the one of the same id.
#include "routing/proof/changed_fields.h"
#include "routing/proof/channels.h"
#include "routing/proof/difference_search.h"
#include "routing/qualification/gate.h"
#include "routing/rulebook/describe.h"

namespace signalbox {
namespace {

struct ChangedRule {
    std::string subject;   // "Signal pricing_page"
    std::string happens;   // "is seen"
    std::string did;       // "was not"
    std::string place;
};

class RuleComparison {
public:
    RuleComparison(Prover& prover, const Rulebook& rulebook, const Rulebook& against, Findings& findings)
        : m_prover(prover), m_rulebook(rulebook), m_against(against), m_findings(findings)
    {
    }

    void compare(const Condition& now, const Condition& before, const ChangedRule& rule)
    {
        if (now == before)
            return;
        look(now, before, rule, true);
        look(now, before, rule, false);
    }

private:
    // Where it holds in one of them and not in the other.
    void look(const Condition& now, const Condition& before, const ChangedRule& rule, bool holdsNow)
    {
        Question question(m_prover);
        question.require(now, holdsNow);
        question.require(before, !holdsNow);
        auto answer = question.answer();
        if (answer.no())
            return;
        if (answer.unknown())
            return m_findings.addUndecided("Whether " + rule.subject + " " + rule.happens
                                               + " in the same contexts as before was not decided.",
                                           {}, rule.place);
        Finding finding;
        finding.kind = FindingKind::Difference;
        finding.message = rule.subject
            + (holdsNow ? " " + rule.happens + " here, and " + rule.did + " before"
                        : " no longer " + rule.happens + " here")
            + ". It " + rule.happens + " where " + describe(now, m_rulebook) + "; before, where "
            + describe(before, m_against) + ".";
        finding.witness = std::move(answer.witness);
        finding.place = rule.place;
        m_findings.add(std::move(finding));
    }

    Prover& m_prover;
    const Rulebook& m_rulebook;
    const Rulebook& m_against;
    Findings& m_findings;
};

// Calls back with every rule that is in both, and its place.
template <class Rule, class Visit>
void forEachKept(const std::vector<Rule>& now, const std::vector<Rule>& before, const std::string& section, Visit visit)
{
    for (std::size_t i = 0; i < now.size(); ++i)
        if (const Rule* const other = sameIn(before, now[i]))
            visit(now[i], *other, "/" + section + "/" + std::to_string(i));
}

}

void findChangedRules(Prover& prover, const Rulebook& rulebook, const Rulebook& against, Findings& findings)
{
    RuleComparison rules(prover, rulebook, against, findings);
    const auto addFields
        = [&findings](const std::string& subject, const auto& now, const auto& before, const std::string& place) {
              if (auto finding = changedFields(subject, fieldsOf(now), fieldsOf(before), place))
                  findings.add(std::move(*finding));
          };
    forEachKept(rulebook.signals, against.signals, "signals",
                [&](const Signal& now, const Signal& before, const std::string& place) {
                    const std::string subject = "Signal " + now.id.value;
                    rules.compare(now.when, before.when, {subject, "is seen", "was not", place + "/when"});
                    addFields(subject, now, before, place);
                });
    forEachKept(
        rulebook.qualification, against.qualification, "qualification",
        [&](const Criterion& now, const Criterion& before, const std::string& place) {
            const std::string subject = "Criterion " + now.id.value;
            rules.compare(whenKnown(now.when), whenKnown(before.when), {subject, "is met", "was not", place + "/when"});
            addFields(subject, now, before, place);
        });
    forEachKept(rulebook.alerts, against.alerts, "alerts",
                [&](const AlertTrigger& now, const AlertTrigger& before, const std::string& place) {
                    const std::string subject = "Alert " + now.id.value;
                    rules.compare(onAnyChannel(now.when, now.thresholds), onAnyChannel(before.when, before.thresholds),
                                  {subject, "fires", "did not", place + "/when"});
                    addFields(subject, now, before, place);
                });
}

}
