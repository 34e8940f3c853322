#pragma once

#include "model/domain/change_set.h"

#include <chrono>
#include <string>
#include <utility>

namespace signalbox::test {

// The moment all built things refer to: Tue 9 June 2026, 10:43:16 UTC.
inline Instant testNow()
{
    using namespace std::chrono;
    return sys_days{year{2026} / June / 9} + hours{10} + minutes{43} + seconds{16};
}

// aConversation("2").from("Dana Levy", "Orchard & Pike").about("CRM integration").waiting("sales", 58s)
class ConversationBuilder {
public:
    explicit ConversationBuilder(std::string id)
    {
        m_made.id = ConversationId{id};
        m_made.visitor = VisitorId{"visitor-" + id};
        m_made.visitorName = "Visitor " + id;
        m_made.tier = TierId{"P3"};
        m_made.tierRank = 2;
        m_made.openedAt = testNow() - std::chrono::minutes{5};
        m_made.lastMessageAt = testNow() - std::chrono::minutes{1};
        m_made.messageCount = 1;
        m_made.lastText = "Hello";
    }
    ConversationBuilder& from(std::string name, std::string company = {})
    {
        m_made.visitorName = std::move(name);
        m_made.company = std::move(company);
        return *this;
    }
    ConversationBuilder& about(std::string intent)
    {
        m_made.intent = std::move(intent);
        return *this;
    }
    ConversationBuilder& on(Channel channel)
    {
        m_made.channel = channel;
        return *this;
    }
    ConversationBuilder& origin(Origin origin)
    {
        m_made.origin = origin;
        return *this;
    }
    ConversationBuilder& tier(int rank)
    {
        m_made.tierRank = rank;
        m_made.tier = TierId{"P" + std::to_string(rank + 1)};
        return *this;
    }
    ConversationBuilder& worth(double euros)
    {
        m_made.dealSize = euros;
        return *this;
    }
    ConversationBuilder& withAi()
    {
        m_made.owner = Owner{OwnerKind::Ai, {}, {}};
        return *this;
    }
    ConversationBuilder& waiting(const std::string& queue, seconds waited, seconds target = seconds{60})
    {
        m_made.owner = Owner{OwnerKind::Queue, QueueId{queue}, {}};
        return owed(waited, target);
    }
    ConversationBuilder& ownedBy(const std::string& agent, const std::string& queue = "sales")
    {
        m_made.owner = Owner{OwnerKind::Agent, QueueId{queue}, AgentId{agent}};
        return *this;
    }
    ConversationBuilder& owed(seconds waited, seconds target)
    {
        m_made.waitingSince = testNow() - waited;
        m_made.answerBy = *m_made.waitingSince + target;
        return *this;
    }
    ConversationBuilder& offeredTo(const std::string& agent)
    {
        m_made.offeredTo = AgentId{agent};
        return *this;
    }
    ConversationBuilder& said(std::string text, Author author = Author::Visitor)
    {
        m_made.lastText = std::move(text);
        m_made.lastAuthor = author;
        return *this;
    }
    ConversationBuilder& closed()
    {
        m_made.closedAt = testNow();
        m_made.owner = Owner{OwnerKind::Nobody, {}, {}};
        return *this;
    }
    operator Conversation() const { return m_made; }
    Conversation build() const { return m_made; }

private:
    Conversation m_made;
};

inline ConversationBuilder aConversation(const std::string& id) { return ConversationBuilder{id}; }

inline AgentOnScreen anAgent(const std::string& id, const std::string& name, const std::string& team,
                             Presence presence = Presence::Online, double used = 0, int capacity = 4,
                             Role role = Role::Agent)
{
    AgentOnScreen made;
    made.agent.id = AgentId{id};
    made.agent.name = name;
    made.agent.team = team;
    made.agent.capacity = capacity;
    made.agent.role = role;
    made.presence = presence;
    made.presenceSince = testNow() - std::chrono::minutes{31};
    made.placesUsed = used;
    return made;
}

inline Offer anOffer(const std::string& id, const std::string& conversation, const std::string& agent,
                     seconds left = seconds{18})
{
    Offer made;
    made.id = OfferId{id};
    made.conversation = ConversationId{conversation};
    made.agent = AgentId{agent};
    made.lapsesAt = testNow() + left;
    made.madeAt = made.lapsesAt - seconds{30};
    return made;
}

}
