#include "ui/policies/try/draft_engine.h"

#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"
#include "routing/rulebook/each_condition.h"
#include "routing/rulebook/rulebook_json.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/analysis_port.h"

#include <chrono>
#include <set>

namespace signalbox {
namespace {

constexpr auto typingPause = std::chrono::milliseconds(60);

// A draft's policies stand in the order of trial; an engine and a document go by the priority.
Rulebook numbered(Rulebook rulebook)
{
    double priority = 0;
    for (Policy& policy : rulebook.policies)
        policy.priority = priority += 10;
    return rulebook;
}

std::vector<std::string> mentionedIn(const Rulebook& rulebook)
{
    std::set<std::string, std::less<>> names;
    forEachCondition(rulebook, [&names](const Condition& condition) {
        names.merge(attributesOf(condition));
        const auto passBy = [](const Comparison&) {};
        forEachLeaf(condition, passBy,
                    [&names](const ScheduleTest& test) { names.insert(scheduleAttribute(test.schedule)); });
    });
    return {names.begin(), names.end()};
}

// Schedules are all that a document needs for its intervals.
std::string documentOf(const std::vector<Schedule>& schedules)
{
    Rulebook rulebook;
    rulebook.schedules = schedules;
    return writeRulebook(rulebook);
}

}

CompiledDraft::CompiledDraft(Rulebook rulebook, int version, OpenIntervals intervals)
    : engine(std::move(rulebook), version, std::move(intervals)),
      document(writeRulebook(engine.rulebook())),
      mentioned(mentionedIn(engine.rulebook()))
{
}

DraftEngine::DraftEngine(RulebookDraft& draft, AnalysisPort& analysis, std::function<Instant()> now, QObject* parent)
    : QObject(parent), m_draft(draft), m_analysis(analysis), m_now(std::move(now))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &DraftEngine::settle);
    connect(&m_draft, &RulebookDraft::reloaded, this, [this] { m_liveIsStale = true; });
    connect(&m_draft, &RulebookDraft::changed, this, [this] {
        m_current = false;
        m_pause.start();
    });
    connect(&m_analysis, &AnalysisPort::openIntervalsResolved, this,
            [this](quint64 ticket, const OpenIntervals& intervals) {
                for (Timetable* const times : {&m_draftTimes, &m_liveTimes})
                    if (ticket != 0 && times->ticket == ticket) {
                        times->ticket = 0;
                        times->intervals = intervals;
                        m_liveIsStale = m_liveIsStale || times == &m_liveTimes;
                        compile();
                    }
            });
    if (m_draft.liveVersion() > 0 || !m_draft.policies().empty())
        m_pause.start();
}

DraftEngine::~DraftEngine() = default;

void DraftEngine::settle()
{
    askWhenOpen(m_liveTimes, m_draft.live().schedules);
    if (m_draft.rulebook().schedules != m_draft.live().schedules)
        askWhenOpen(m_draftTimes, m_draft.rulebook().schedules);
    compile();
}

void DraftEngine::askWhenOpen(Timetable& timetable, const std::vector<Schedule>& schedules)
{
    if (timetable.schedules == schedules)
        return;
    if (timetable.ticket != 0)
        m_analysis.cancel(timetable.ticket);
    timetable.schedules = schedules;
    timetable.ticket = schedules.empty() ? 0 : m_analysis.askOpenIntervals(documentOf(schedules));
    if (schedules.empty())
        timetable.intervals.clear();
}

void DraftEngine::compile()
{
    const bool sameTimes = m_draft.rulebook().schedules == m_draft.live().schedules;
    const OpenIntervals& draftTimes = sameTimes ? m_liveTimes.intervals : m_draftTimes.intervals;
    m_work.start([this, rules = m_draft.rulebook(), version = m_draft.baseVersion(), draftTimes,
                  liveRules = m_liveIsStale ? std::optional(m_draft.live()) : std::nullopt,
                  liveTimes = m_liveTimes.intervals]() mutable -> BackgroundWork::Finish {
        auto made = std::make_shared<const CompiledDraft>(numbered(std::move(rules)), version, draftTimes);
        std::shared_ptr<const Engine> live;
        if (liveRules)
            live = std::make_shared<const Engine>(numbered(std::move(*liveRules)), version, liveTimes);
        return [this, made, live] {
            m_compiled = made;
            if (live) {
                m_live = live;
                m_liveIsStale = false;
            }
            m_current = !m_pause.isActive();
            Q_EMIT compiled();
        };
    });
}

}
