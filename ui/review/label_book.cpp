#include "ui/review/label_book.h"

#include <algorithm>

namespace signalbox {
LabelBook::LabelBook(const std::vector<Label>& labels, IsAgent isAgent) : m_isAgent(std::move(isAgent))
{
    for (const Label& label : labels)
        take(label);
}

void LabelBook::take(const Label& label)
{
    Labels& labels
        = label.alert != 0 ? m_ofAlerts[label.alert] : m_ofSilent[std::pair(label.conversation, label.trigger)];
    std::erase_if(labels, [&](const Label& other) { return other.by == label.by; });
    if (label.verdict)
        labels.push_back(label);
}

const Label* LabelBook::counting(const Labels& labels, bool second) const
{
    const auto weight = [&](const Label& label) {
        const bool agents = m_isAgent && m_isAgent(label.by);
        return std::pair(!agents, label.at);
    };
    const Label* found = nullptr;
    for (const Label& label : labels)
        if (label.second == second && (!found || weight(label) >= weight(*found)))
            found = &label;
    return found;
}

const LabelBook::Labels* LabelBook::find(const ConversationId& conversation, std::int64_t alert,
                                         const AlertId& trigger) const
{
    if (alert != 0) {
        const auto known = m_ofAlerts.find(alert);
        return known == m_ofAlerts.end() ? nullptr : &known->second;
    }
    const auto known = m_ofSilent.find({conversation, trigger});
    return known == m_ofSilent.end() ? nullptr : &known->second;
}

const Label* LabelBook::first(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const
{
    const Labels* const labels = find(conversation, alert, trigger);
    return labels ? counting(*labels, false) : nullptr;
}

const Label* LabelBook::second(const ConversationId& conversation, std::int64_t alert, const AlertId& trigger) const
{
    const Labels* const labels = find(conversation, alert, trigger);
    return labels ? counting(*labels, true) : nullptr;
}

const Label* LabelBook::by(const AgentId& agent, const ConversationId& conversation, std::int64_t alert,
                           const AlertId& trigger) const
{
    const Labels* const labels = find(conversation, alert, trigger);
    if (!labels)
        return nullptr;
    const auto mine = std::ranges::find(*labels, agent, &Label::by);
    return mine == labels->end() ? nullptr : &*mine;
}

std::optional<Verdict> LabelBook::verdictOf(std::int64_t alert) const
{
    const Label* const label = first({}, alert, {});
    return label ? label->verdict : std::nullopt;
}

}
