#include "app/analysis/why_story.h"

#include <map>

namespace signalbox {
namespace {

constexpr std::size_t mostHappenings = 12;

// Follows the events after the decision and keeps what a person wants to know of them.
class Teller {
public:
    explicit Teller(StoryOfDecision& story) : m_story(story) { }

    void tell(const Event& event)
    {
        if (m_story.next.size() < mostHappenings)
            std::visit([&](const auto& what) { tell(what, event.at); }, event.payload);
    }

private:
    template <class Other>
    void tell(const Other&, Instant)
    {
    }
    void tell(const OfferMade& made, Instant at)
    {
        m_madeAt[made.offer.id] = at;
        add({Happening::Kind::Offered, at, made.offer.agent});
        m_words = false;
    }
    void tell(const OfferEnded& ended, Instant at)
    {
        constexpr Happening::Kind kinds[]{Happening::Kind::Accepted, Happening::Kind::Declined, Happening::Kind::Lapsed,
                                          Happening::Kind::Withdrawn};
        Happening happening{kinds[static_cast<std::size_t>(ended.outcome)], at, ended.agent, ended.reason};
        if (const auto made = m_madeAt.find(ended.offer); made != m_madeAt.end())
            happening.after = std::chrono::duration_cast<seconds>(at - made->second);
        m_accepted = ended.outcome == OfferOutcome::Accepted ? ended.agent : AgentId{};
        add(std::move(happening));
    }
    void tell(const OwnerChanged& changed, Instant at)
    {
        switch (changed.to.kind) {
        case OwnerKind::Queue:
            return add({Happening::Kind::ToQueue, at, {}, changed.to.queue.value});
        case OwnerKind::Agent:
            if (changed.to.agent != m_accepted)   // accepting says so already
                add({Happening::Kind::ToAgent, at, changed.to.agent});
            m_accepted = {};
            return;
        case OwnerKind::Ai:
            return add({Happening::Kind::ToAi, at});
        case OwnerKind::Nobody:
            return;
        }
    }
    void tell(const MessageAdded& added, Instant at)
    {
        const Message& message = added.message;
        if (message.internalNote || m_words)
            return;
        if (message.author == Author::Agent)
            add({Happening::Kind::Answered, at, message.agent});
        else if (message.author == Author::Ai)
            add({Happening::Kind::AnsweredByAi, at});
        else
            return;
        m_words = true;   // the first answer is enough
    }
    void tell(const DecisionMade&, Instant at)
    {
        add({Happening::Kind::DecidedAgain, at});
        m_words = false;
    }
    void tell(const ConversationCorrected& corrected, Instant at)
    {
        add({Happening::Kind::Corrected, at, corrected.by, corrected.reason});
    }
    void tell(const ConversationClosed& closed, Instant at)
    {
        add({Happening::Kind::Closed, at, closed.by, closed.outcome});
    }
    void add(Happening happening) { m_story.next.push_back(std::move(happening)); }

    StoryOfDecision& m_story;
    std::map<OfferId, Instant> m_madeAt;
    AgentId m_accepted;
    bool m_words = false;
};

}

StoryOfDecision storyOfDecision(const std::vector<Event>& events, int place)
{
    StoryOfDecision story;
    Teller teller(story);
    int decisions = 0;
    std::optional<Offer> before;
    for (const Event& event : events) {
        const bool isDecision = std::holds_alternative<DecisionMade>(event.payload);
        if (isDecision && decisions == place)
            story.contextThen = story.contextNow;
        else if (decisions > place)
            teller.tell(event);
        if (const auto* const changed = std::get_if<ContextChanged>(&event.payload))
            for (const ContextChange& change : changed->changes)
                story.contextNow.apply(change, event.at);
        if (const auto* const made = std::get_if<OfferMade>(&event.payload)) {
            if (decisions <= place)
                before = made->offer;
            else if (decisions == place + 1)
                story.offers.push_back(made->offer);
        }
        decisions += isDecision ? 1 : 0;
    }
    if (story.offers.empty() && before)
        story.offers.push_back(*before);
    return story;
}

}
