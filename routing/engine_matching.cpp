// Which policies fire: the engine's way into the index.
#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/engine_state.h"

namespace signalbox {

const Policy* Engine::State::firstMatch(const Values& values, Instant now) const
{
    NativeContext context;
    MatchMemory memory;
    index->vocabulary().fill(context, values, now, intervals);
    const auto place = index->firstMatch(context, memory);
    return place ? order[*place] : nullptr;
}

const Policy* Engine::firstMatch(const Values& values, Instant now) const { return m_state->firstMatch(values, now); }

std::vector<const Policy*> Engine::allMatches(const Values& values, Instant now) const
{
    NativeContext context;
    MatchMemory memory;
    std::vector<std::size_t> places;
    m_state->index->vocabulary().fill(context, values, now, m_state->intervals);
    m_state->index->allMatches(context, memory, places);
    std::vector<const Policy*> matches;
    for (const std::size_t place : places)
        matches.push_back(m_state->order[place]);
    return matches;
}

const PolicyIndex& Engine::policyIndex() const { return *m_state->index; }
const std::vector<const Policy*>& Engine::policiesInOrder() const { return m_state->order; }

}
