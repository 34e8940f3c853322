#include "ui/policies/try/case_runner.h"

#include "routing/context/context_json.h"
#include "routing/rulebook/phrases.h"
#include "routing/trace/destination.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/draft_engine.h"
#include "ui/shared/format_text.h"

#include <QStringList>

#include <algorithm>

namespace signalbox {
namespace {

QString nameOfPolicy(const PolicyId& id, const Rulebook& rulebook)
{
    const auto policy = std::ranges::find(rulebook.policies, id, &Policy::id);
    return line(policy == rulebook.policies.end() || policy->name.empty() ? id.value : policy->name, 80);
}

// Where the actions send it; where the AI hands it over, when they do not.
QueueId queueOf(const Decision& decision, const Engine& engine)
{
    if (const auto sent = queueItIsSentTo(decision))
        return *sent;
    return destinationOf(decision, engine.rulebook(), engine.openIntervals()).queue;
}

QString fires(const PolicyId& policy, const Rulebook& rulebook)
{
    return policy.empty() ? CaseRunner::tr("no policy fires")
                          : CaseRunner::tr("%1 fires").arg(nameOfPolicy(policy, rulebook));
}

QString goesTo(const QueueId& queue, const Rulebook& rulebook)
{
    return queue.empty() ? CaseRunner::tr("no queue")
                         : CaseRunner::tr("to %1", "a queue").arg(line(nameOf(queue, rulebook), 80));
}

QString isOf(const TierId& tier, const Rulebook& rulebook)
{
    return tier.empty() ? CaseRunner::tr("no tier") : line(nameOf(tier, rulebook), 80);
}

}

CaseResult runCase(const PolicyCase& kept, const Engine& engine, Instant present)
{
    const Rulebook& rulebook = engine.rulebook();
    Decision bare;
    bare.snapshot = kept.context;
    bare.at = momentOf(bare.snapshot, rulebook, present);
    const Decision decision = engine.decideAsItStands(bare);
    QStringList expected;
    QStringList came;
    const auto look = [&](bool asked, bool right, const QString& wanted, const QString& found) {
        if (asked)
            expected << wanted;
        if (asked && !right)
            came << found;
    };
    const PolicyId fired = decision.policy.value_or(PolicyId{});
    const QueueId queue = queueOf(decision, engine);
    look(!kept.policy.empty(), fired == kept.policy, fires(kept.policy, rulebook), fires(fired, rulebook));
    look(!kept.queue.empty(), queue == kept.queue, goesTo(kept.queue, rulebook), goesTo(queue, rulebook));
    look(!kept.tier.empty(), decision.tier == kept.tier, isOf(kept.tier, rulebook), isOf(decision.tier, rulebook));
    return {kept.id, came.isEmpty(), expected.join(QStringLiteral(", ")), came.join(QStringLiteral(", "))};
}

CaseRunner::CaseRunner(RulebookDraft& draft, DraftEngine& engine, QObject* parent)
    : QObject(parent), m_draft(draft), m_engine(engine)
{
    connect(&m_engine, &DraftEngine::compiled, this, &CaseRunner::run);
}

CaseRunner::~CaseRunner() = default;

void CaseRunner::run()
{
    const auto compiled = m_engine.draft();
    if (!compiled)
        return;
    m_work.start([this, compiled, present = m_engine.now()]() -> BackgroundWork::Finish {
        std::vector<CaseResult> results;
        for (const PolicyCase& kept : compiled->engine.rulebook().cases)
            results.push_back(runCase(kept, compiled->engine, present));
        return [this, results = std::move(results)]() mutable {
            m_results = results;
            Q_EMIT changed();
        };
    });
}

const CaseResult* CaseRunner::resultOf(const CaseId& id) const
{
    const auto found = std::ranges::find(m_results, id, &CaseResult::id);
    return found == m_results.end() ? nullptr : &*found;
}

int CaseRunner::passed() const { return int(std::ranges::count_if(m_results, &CaseResult::passed)); }

std::vector<CaseResult> CaseRunner::failing() const
{
    std::vector<CaseResult> failing;
    std::ranges::copy_if(m_results, std::back_inserter(failing),
                         [](const CaseResult& result) { return !result.passed; });
    return failing;
}

bool CaseRunner::isCurrent() const { return m_engine.isCurrent() && !m_work.running(); }

QString CaseRunner::summary() const
{
    if (m_results.empty())
        return {};
    return total() == 1 ? (passed() == 1 ? tr("1 case passes") : tr("1 case fails"))
                        : tr("%1 of %2 cases pass").arg(passed()).arg(total());
}

}
