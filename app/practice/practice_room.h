#pragma once

#include "app/practice/chance.h"
#include "app/practice/practice_script.h"
#include "app/router/visitor_door.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// The practice visitors as a play without a clock: what they do by a given moment, and how they take what they are told.
// The same script, seed and moments give the same play.
class PracticeRoom {
public:
    static constexpr std::size_t mostOpen = 12;   // conversations that may be open at once

    // `run` makes ids unlike those of any earlier run in the same workspace.
    PracticeRoom(std::vector<PracticeVisitor> script, std::uint32_t seed, std::string run);

    // On: the first visitor comes a second after `now`. Off: everyone leaves without a word.
    void switchOn(bool on, Instant now);
    // Practice conversations that wait for a person or have one although their visitor has left: they count as open.
    void setLeftBehind(std::size_t count) { m_leftBehind = count; }
    void told(const VisitorUpdate& update, Instant now);

    // What the visitors send up to `now`, in order.
    std::vector<VisitorInput> play(Instant now);
    // When `play` has something to do next; none while switched off.
    std::optional<Instant> nextDue() const;

    bool isPresent(const VisitorId& visitor) const;
    std::size_t present() const { return m_guests.size(); }

private:
    enum class Step { Reads, Types, Waits, Leaves };
    struct Guest {
        const PracticeVisitor* script = nullptr;
        VisitorId visitor;
        Step step = Step::Reads;
        Instant due{};
        std::size_t page = 0;
        std::size_t line = 0;
        std::string typed;   // what is being typed
        bool nudged = false;
        bool answeredByAi = false;   // the last answer was the AI's
        OwnerKind owner = OwnerKind::Ai;
        int messages = 0;
    };

    void arrive(Instant now, std::vector<VisitorInput>& inputs);
    void shuffleOrder();
    void act(Guest& guest, Instant now, std::vector<VisitorInput>& inputs);
    void startTyping(Guest& guest, std::string text, Instant now, std::vector<VisitorInput>& inputs);
    void say(Guest& guest, Instant now, std::vector<VisitorInput>& inputs);
    void takeAnswer(Guest& guest, const Message& message, Instant now);
    VisitorInput inputOf(const Guest& guest) const;
    std::vector<ContextChange> pageOf(const Guest& guest) const;

    std::vector<PracticeVisitor> m_script;
    Chance m_chance;
    std::string m_run;
    std::vector<std::size_t> m_order;   // indices into the script, shuffled; the next visitor is the last
    std::vector<Guest> m_guests;
    std::size_t m_leftBehind = 0;
    int m_arrived = 0;
    std::optional<Instant> m_nextArrival;
};

}
