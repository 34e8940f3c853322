#pragma once

#include "model/domain/alert.h"

#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace signalbox {

// What people said of alerts and of conversations without one. A person's newer label replaces their older one.
class LabelBook {
public:
    using IsAgent = std::function<bool(const AgentId&)>;   // neither a lead nor a supervisor

    LabelBook() = default;
    explicit LabelBook(const std::vector<Label>& labels, IsAgent isAgent = {});

    void take(const Label& label);   // without a verdict it is taken back

    // The one that counts of those that are not second ones, or of the second ones; null: there is none. A lead's goes before
    // an agent's, then the newest. `alert` 0 asks about the conversation, with an empty trigger about its tier.
    const Label* first(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const;
    const Label* second(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const;
    const Label* by(const AgentId& agent, const ConversationId& conversation, std::int64_t alert,
                    const AlertId& trigger) const;
    std::optional<Verdict> verdictOf(std::int64_t alert) const;   // the first label's

private:
    using Labels = std::vector<Label>;   // of different people
    const Labels* find(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const;

    const Label* counting(const Labels& labels, bool second) const;

    IsAgent m_isAgent;
    std::unordered_map<std::int64_t, Labels> m_ofAlerts;
    std::map<std::pair<ConversationId, AlertId>, Labels> m_ofSilent;
};

}
