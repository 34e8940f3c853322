#pragma once

#include "model/domain/alert.h"

#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace signalbox {

// What people said of alerts and of conversations without one. A person's newer label replaces their older one.
class LabelBook {
public:
    LabelBook() = default;
    explicit LabelBook(const std::vector<Label>& labels);

    void take(const Label& label);   // without a verdict it is taken back

    // The newest that is not a second one, or the newest second one; null: there is none. `alert` 0 asks about the
    // conversation, with an empty trigger about its tier.
    const Label* first(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const;
    const Label* second(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const;
    const Label* by(const AgentId& agent, const ConversationId& conversation, std::int64_t alert,
                    const AlertId& trigger) const;
    std::optional<Verdict> verdictOf(std::int64_t alert) const;   // the first label's

private:
    using Labels = std::vector<Label>;   // of different people
    const Labels* find(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const;

    std::unordered_map<std::int64_t, Labels> m_ofAlerts;
    std::map<std::pair<ConversationId, AlertId>, Labels> m_ofSilent;
};

}
