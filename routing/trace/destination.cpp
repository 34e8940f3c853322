#include "routing/trace/destination.h"

#include "routing/assignment/open_queue.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::string_view askedForPerson = "ai.asked_for_person";
constexpr std::string_view answerScore = "ai.answer_score";
constexpr std::string_view lastAgent = "conversation.last_agent";

std::string textOf(std::string_view attribute, const Values& values)
{
    const auto known = values.find(attribute);
    const auto* const text = known == values.end() ? nullptr : std::get_if<std::string>(&known->second);
    return text ? *text : std::string{};
}

std::string idOf(const Target& target, const Values& values)
{
    return target.attribute.empty() ? target.id : textOf(target.attribute, values);
}

class Follow {
public:
    Follow(const Decision& decision, const Rulebook& rulebook) : m_decision(decision), m_rulebook(rulebook) { }

    Destination run()
    {
        for (const Action& action : m_decision.actions)
            std::visit(*this, action);
        if (!m_ownerChosen && !m_spoke)
            (*this)(AnswerWithAi{});
        return m_destination;
    }

    void operator()(const AnswerWithAi& action)
    {
        m_ownerChosen = true;
        if (wantsPerson() || scoresBelow(action.minScore))
            wait(action.fallbackQueue);
    }
    void operator()(const KeepWithAi&)
    {
        m_ownerChosen = true;
        if (wantsPerson())
            wait({});
    }
    void operator()(const TransferToQueue& action)
    {
        m_ownerChosen = true;
        if (!m_decision.stoppedTransfer)
            wait({idOf(action.queue, m_decision.snapshot)});
    }
    void operator()(const TransferToAgent& action)
    {
        m_ownerChosen = true;
        wait(action.fallbackQueue);
        m_destination.agent = {idOf(action.agent, m_decision.snapshot)};
    }
    void operator()(const TransferToLastAgent& action)
    {
        m_ownerChosen = true;
        wait(action.fallbackQueue);
        m_destination.agent = {textOf(lastAgent, m_decision.snapshot)};
    }
    void operator()(const SendMessage&) { m_spoke = true; }
    template <class Aside>
    void operator()(const Aside&)
    {
    }

private:
    bool wantsPerson() const
    {
        const auto asked = m_decision.snapshot.find(askedForPerson);
        return asked != m_decision.snapshot.end() && asked->second == Value(true);
    }
    bool scoresBelow(double least) const
    {
        const auto known = m_decision.snapshot.find(answerScore);
        const auto* const score = known == m_decision.snapshot.end() ? nullptr : std::get_if<double>(&known->second);
        return score && *score < least;
    }
    void wait(const QueueId& queue)
    {
        const auto tried = queuesFrom(queue, m_rulebook);
        m_destination.queue = tried.empty() ? queue : tried.front();
    }

    const Decision& m_decision;
    const Rulebook& m_rulebook;
    Destination m_destination;
    bool m_ownerChosen = false;
    bool m_spoke = false;
};

}

Destination destinationOf(const Decision& decision, const Rulebook& rulebook, const OpenIntervals& intervals)
{
    Destination destination = Follow(decision, rulebook).run();
    if (!destination.queue.empty() && !rulebook.queues.empty())
        destination.queue = openQueue(rulebook, intervals, destination.queue, decision.at);
    return destination;
}

std::vector<QueueId> queuesFrom(const QueueId& wanted, const Rulebook& rulebook)
{
    std::vector<QueueId> tried;
    const Queue* queue = findQueue(rulebook, wanted);
    if (!queue && !rulebook.queues.empty())
        queue = &rulebook.queues.front();
    for (; queue && std::find(tried.begin(), tried.end(), queue->id) == tried.end();
         queue = findQueue(rulebook, queue->fallback))
        tried.push_back(queue->id);
    return tried;
}

Condition handsOver(double minScore)
{
    return {AnyOf{{{Comparison{std::string(askedForPerson), Operator::Eq, Value(true)}},
                   {Comparison{std::string(answerScore), Operator::Lt, Value(minScore)}}}}};
}

}
