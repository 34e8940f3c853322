// Which policies fire: the engine's way into the index.
#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/engine_state.h"

namespace signalbox {
namespace {

// What one thread needs to decide, kept from one decision to the next so that nothing is allocated. No decision sees what
// another left there: the context is filled anew, and what the memory holds is out of date.
struct Room {
    NativeContext context;
    MatchMemory memory;
};

Room& roomOfThisThread()
{
    thread_local Room room;
    return room;
}

}

const Policy* Engine::State::firstMatch(const Values& values, Instant now) const
{
    Room& room = roomOfThisThread();
    index->vocabulary().fill(room.context, values, now, intervals);
    const auto place = index->firstMatch(room.context, room.memory);
    return place ? order[*place] : nullptr;
}

const Policy* Engine::firstMatch(const Values& values, Instant now) const { return m_state->firstMatch(values, now); }

std::vector<const Policy*> Engine::allMatches(const Values& values, Instant now) const
{
    Room& room = roomOfThisThread();
    std::vector<std::size_t> places;
    m_state->index->vocabulary().fill(room.context, values, now, m_state->intervals);
    m_state->index->allMatches(room.context, room.memory, places);
    std::vector<const Policy*> matches;
    for (const std::size_t place : places)
        matches.push_back(m_state->order[place]);
    return matches;
}

const PolicyIndex& Engine::policyIndex() const { return *m_state->index; }
const std::vector<const Policy*>& Engine::policiesInOrder() const { return m_state->order; }

}
