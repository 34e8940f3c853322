#include "app/router/corrections.h"

#include "app/router/check_text.h"
#include "app/router/deciding.h"
#include "app/router/owing.h"
#include "app/router/rights.h"
#include "model/domain/names.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostSubjectBytes = 200;

Result<void> checkTexts(const CorrectConversation& command)
{
    if (auto fit = checkText(command.subject, mostSubjectBytes, "The subject"); !fit)
        return fit;
    if (auto fit = checkText(command.reason, mostReasonBytes, "The reason"); !fit)
        return fit;
    return checkText(command.after, mostReasonBytes, "The correction");
}

class Correcting {
public:
    Correcting(Work& work, const CorrectConversation& command, const ConversationState& state)
        : m_work(work), m_state(state), m_made{command.conversation, command.by, command.subject, {}, command.after,
                                               command.reason,       0}
    {
    }

    Result<void> tier()
    {
        const std::vector<Tier>& tiers = m_work.rules().rulebook().tiers;
        const auto tier = std::ranges::find(tiers, TierId{m_made.after}, &Tier::id);
        if (tier == tiers.end())
            return failure("There is no tier \"" + m_made.after + "\" in the live rulebook.", m_made.after);
        m_made.before = m_state.row.tier.value;
        m_made.tierRank = int(tier - tiers.begin());
        if (auto news = emit(); !news)
            return news;
        keepDeadlineInStep(m_work, m_made.conversation);
        return {};
    }

    Result<void> intent()
    {
        const ConversationId id = m_made.conversation;
        m_made.before = m_state.row.intent;
        if (auto news = emit(); !news)
            return news;
        m_work.emit(ContextChanged{id, {ContextChange{"ai.intent", Value(m_made.after), "agent", std::nullopt}}});
        observeSignals(m_work, id, {"ai.intent"});
        decideAndCarryOut(m_work, id, {Cause::Kind::ContextChanged, std::nullopt});
        return {};
    }

    Result<void> criterion()
    {
        const auto& criteria = m_state.decision ? m_state.decision->qualification : std::vector<CriterionResult>{};
        const CriterionId id{m_made.subject.substr(criterionSubject.size())};
        const auto criterion = std::ranges::find(criteria, id, &CriterionResult::id);
        if (criterion == criteria.end())
            return failure("There is no criterion \"" + id.value + "\" in its last decision.", m_made.subject);
        if (!fromName<CriterionState>(m_made.after))
            return failure("A criterion is met, not_met or unknown.", m_made.after);
        const auto corrected = m_state.corrected.find(m_made.subject);
        m_made.before
            = corrected == m_state.corrected.end() ? std::string(nameOf(criterion->state)) : corrected->second;
        return emit();
    }

private:
    Result<void> emit()
    {
        if (m_made.before == m_made.after)
            return failure("It is \"" + m_made.after + "\" already.", m_made.subject);
        m_work.emit(m_made);
        return {};
    }

    Work& m_work;
    const ConversationState& m_state;
    ConversationCorrected m_made;
};

}

Result<void> change(Work& work, const CorrectConversation& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    if (auto right = mayActOn(work.floor, (*state)->row, command.by); !right)
        return right;
    if (auto fit = checkTexts(command); !fit)
        return fit;
    Correcting correcting(work, command, **state);
    if (command.subject == "tier")
        return correcting.tier();
    if (command.subject == "intent")
        return correcting.intent();
    if (command.subject.starts_with(criterionSubject))
        return correcting.criterion();
    return failure("An intent, a tier and a criterion can be corrected, not \"" + command.subject + "\".",
                   command.subject);
}

}
