#include "routing/proof/first_where.h"

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

using State = Question::Answer::State;

std::vector<Wish> wishesOf(const PolicyOrder& order, std::size_t index, const std::vector<Wish>& also)
{
    std::vector<Wish> wishes = also;
    if (index < order.size())
        wishes.push_back({&order[index].when, true});
    return wishes;
}

FirstWhere proved(Question& question, const std::vector<int>& reasons)
{
    FirstWhere answer{State::No, {}, {}};
    for (const int above : question.fewest(reasons))
        answer.hiddenBy.push_back(static_cast<std::size_t>(above));
    return answer;
}

}

FirstWhere whereFirst(Prover& prover, const PolicyOrder& order, std::size_t index, const std::vector<Wish>& also)
{
    const World& world = prover.world();
    const auto wishes = wishesOf(order, index, also);
    Question question(prover);
    for (const Wish& wish : wishes)
        question.require(*wish.condition, wish.wanted);
    std::set<std::size_t> excluded;
    for (;;) {
        auto answer = question.answer();
        if (!answer.yes())
            return answer.no() ? proved(question, answer.reasons) : FirstWhere{};
        std::vector<std::size_t> met;
        Values found = walkDown(world, order, index, wishes, std::move(answer.witness), met);
        if (order.first(found) == index)
            return {State::Yes, std::move(found), {}};
        const std::size_t before = excluded.size();
        for (const std::size_t above : met)
            if (excluded.insert(above).second)
                question.require(order[above].when, false, static_cast<int>(above));
        if (excluded.size() == before)
            return {};
    }
}

}
