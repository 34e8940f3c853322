#include "ui/policies/editor/condition_marks.h"

#include "routing/conditions/evaluate.h"
#include "routing/rulebook/phrases.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {
namespace {

using Kind = ConditionNode::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConditionMarks)
};

struct Marker {
    const StudioSelection::Sample& sample;
    const Rulebook& rulebook;
    const Patterns& patterns;
    const OpenIntervals& intervals;
    std::map<std::uint64_t, RowMark>& marks;

    Facts facts() const { return {sample.values, patterns, intervals, sample.at}; }

    QString found(const Comparison& comparison) const
    {
        const auto value = sample.values.find(comparison.attribute);
        return value == sample.values.end() ? Words::tr("missing")
                                            : line(valueInWords(value->second, comparison.attribute, rulebook), 200);
    }

    std::optional<bool> leaf(const ConditionNode& node) const
    {
        if (!node.finished)
            return std::nullopt;
        if (const Comparison* const comparison = node.comparison()) {
            const bool holding = holds(*comparison, facts()) != node.negated;
            marks[node.id] = {holding, found(*comparison), false};
            return holding;
        }
        const ScheduleTest& test = *node.schedule();
        const bool known = sample.values.contains(scheduleAttribute(test.schedule));
        if (!known)
            return std::nullopt;   // the sample was not decided with this schedule
        const bool isOpen = holds(ScheduleTest{test.schedule, true}, facts());
        const bool holding = (isOpen == test.open) != node.negated;
        marks[node.id] = {holding, isOpen ? Words::tr("open") : Words::tr("closed"), false};
        return holding;
    }

    std::optional<bool> node(const ConditionNode& node) const
    {
        if (!node.isGroup())
            return leaf(node);
        bool all = true;
        bool any = false;
        bool known = true;
        for (const ConditionNode& part : node.parts) {
            const auto holding = this->node(part);
            if (!holding) {
                known = known && !part.finished && !part.before;
                continue;
            }
            all = all && *holding;
            any = any || *holding;
        }
        const bool wantsAll = node.kind == Kind::All || node.kind == Kind::NotAll;
        const bool settled = known || (wantsAll ? !all : any);
        if (!settled)
            return std::nullopt;
        const bool plain = wantsAll ? all : any;
        const bool holding = node.kind == Kind::All || node.kind == Kind::Any ? plain : !plain;
        marks[node.id] = {holding, {}, false};
        return holding;
    }

    // Below an `any` that holds nothing has failed that matters.
    void mute(const ConditionNode& node, bool muted) const
    {
        if (const auto own = marks.find(node.id); own != marks.end()) {
            own->second.isMuted = muted;
            muted = muted || (node.kind == Kind::Any && own->second.holds.value_or(false));
        }
        const bool isDenied = node.kind == Kind::None || node.kind == Kind::Not || node.kind == Kind::NotAll;
        for (const ConditionNode& part : node.parts)
            mute(part, muted || isDenied);
    }
};

}

std::map<std::uint64_t, RowMark> marksOf(const ConditionTree& tree, const StudioSelection::Sample& sample,
                                         const Rulebook& rulebook)
{
    std::map<std::uint64_t, RowMark> marks;
    Patterns patterns;
    patterns.addFrom(tree.condition());
    const OpenIntervals none;
    const Marker marker{sample, rulebook, patterns, none, marks};
    marker.node(tree.root());
    marker.mute(tree.root(), false);
    return marks;
}

}
