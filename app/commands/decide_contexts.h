#pragma once

#include "app/commands/decide_lines.h"
#include "model/domain/result.h"
#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/native_context.h"
#include "routing/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// Decides contexts as they are read, a handful at a time, so that they stay near the processor.
class ContextDecider {
public:
    // `rounds`: how often each is decided, to measure.
    ContextDecider(const Engine& engine, bool all, int rounds);

    // Errors: the text; its place says where.
    Result<void> decideAll(std::string text, Instant present);
    // The same by way of plain values, which are then kept to explain.
    Result<void> decideAllAndKeep(const std::string& text, Instant present);

    // The schedule that could not be resolved around the contexts' moments, if any: then the decisions do not count.
    const std::optional<Error>& fault() const { return m_fault; }
    const std::vector<BareDecision>& decisions() const { return m_decisions; }
    double secondsDeciding() const { return m_seconds; }   // of the processor, in all rounds
    // The first policies up to the one that fired, of a context that was kept.
    std::vector<TraceStep> explain(const Engine& knowingSchedules, std::size_t context) const;
    const OpenIntervals& intervals() const { return m_intervals; }   // around the moments of all contexts

private:
    void add(NativeContext& context);
    void decideBlock();
    void decideOne(const NativeContext& context, BareDecision& decision);
    Result<void> resolveAround(Instant first, Instant last);

    const Engine& m_engine;
    bool m_all;
    int m_rounds;
    std::vector<NativeContext> m_block;
    std::size_t m_filled = 0;   // of the block
    MatchMemory m_memory;
    std::vector<BareDecision> m_decisions;
    std::vector<Values> m_plain;
    std::vector<Instant> m_moments;   // of those kept
    double m_seconds = 0;
    OpenIntervals m_intervals;
    std::optional<Instant> m_first;   // of all moments so far
    Instant m_last{};
    Instant m_resolvedFrom{};   // what m_intervals cover
    Instant m_resolvedTo{};
    std::optional<Error> m_fault;
};

}
