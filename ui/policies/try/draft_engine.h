#pragma once

#include "routing/engine.h"
#include "ui/shared/background_work.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace signalbox {

class AnalysisPort;
class RulebookDraft;

// The draft as it stood at one moment, ready to decide. Immutable: threads may share it.
struct CompiledDraft {
    CompiledDraft(Rulebook rulebook, int version, OpenIntervals intervals);

    Engine engine;
    std::string document;                 // of the same moment; its policies stand in the order of trial
    std::vector<std::string> mentioned;   // attributes and schedules that conditions look at, sorted
};

// Keeps an engine of the draft, and one of the version it starts from, compiled off the window's thread after each
// change; typing is waited for.
class DraftEngine : public QObject {
    Q_OBJECT

public:
    DraftEngine(RulebookDraft& draft, AnalysisPort& analysis, std::function<Instant()> now, QObject* parent = nullptr);
    ~DraftEngine() override;

    // The newest that is ready; none before the first.
    const std::shared_ptr<const CompiledDraft>& draft() const { return m_compiled; }
    const std::shared_ptr<const Engine>& live() const { return m_live; }
    // Nothing has changed since `draft()` was made.
    bool isCurrent() const { return m_current; }
    Instant now() const { return m_now(); }

Q_SIGNALS:
    void compiled();   // draft(), live() or both are new

private:
    // When schedules are open, as far as it is known.
    struct Timetable {
        std::vector<Schedule> schedules;
        OpenIntervals intervals;
        quint64 ticket = 0;   // 0: nothing is asked
    };
    void settle();
    void askWhenOpen(Timetable& timetable, const std::vector<Schedule>& schedules);
    void compile();

    RulebookDraft& m_draft;
    AnalysisPort& m_analysis;
    std::function<Instant()> m_now;
    std::shared_ptr<const CompiledDraft> m_compiled;
    std::shared_ptr<const Engine> m_live;
    Timetable m_draftTimes;
    Timetable m_liveTimes;
    bool m_current = false;
    bool m_liveIsStale = true;
    QTimer m_pause;
    BackgroundWork m_work;
};

}
