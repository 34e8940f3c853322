#pragma once

#include "ui/live/live_figures.h"
#include "ui/shared/page_context.h"

#include <QDate>
#include <QObject>

#include <unordered_map>

namespace signalbox {

// What a wall board shows: live conversations only, practice and imported ones stay out. Answers are counted from when
// this console was started, and anew each day.
class WallFigures : public QObject {
    Q_OBJECT

public:
    explicit WallFigures(const PageContext& context, QObject* parent = nullptr);

    const LiveFigures& waiting() const { return m_waiting; }
    void tick();   // targets pass, days end

    int answered() const { return m_answered; }   // by a person, to a visitor who waited for one
    int answeredInTime() const { return m_inTime; }
    Instant countedSince() const { return m_since; }
    bool countsWholeDay() const { return m_wholeDay; }   // the console runs since before midnight

private:
    void apply(const ChangeSet& changes);
    void count(const Conversation& conversation);

    const PageContext& m_context;
    LiveFigures m_waiting;
    std::unordered_map<ConversationId, std::optional<Instant>> m_owed;   // live ones, with their target
    QDate m_day;
    Instant m_since{};
    bool m_wholeDay = false;
    int m_answered = 0;
    int m_inTime = 0;
};

}
