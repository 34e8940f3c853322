#include "routing/rulebook/read_actions.h"

#include <array>
#include <functional>
#include <utility>

namespace signalbox {
namespace {

constexpr double longestDelaySeconds = 10.0 * 366 * 24 * 3600;   // ten years

// In the order of the alternatives of Action.
constexpr std::array<std::string_view, std::variant_size_v<Action>> names{
    "answer_with_ai", "keep_with_ai", "transfer_to_queue", "transfer_to_agent", "transfer_to_last_agent",
    "send_message",   "set_tier",     "add_tag",           "require_skill",     "set_response_target",
    "raise_alert",    "follow_up",    "call_webhook"};

class ActionReader {
public:
    ActionReader(const JsonTree& tree, const Place& place, const ReadingContext& context)
        : m_object(tree, place, context.issues, "an action with a \"type\""), m_context(context)
    {
    }

    std::optional<Action> read()
    {
        const JsonTree* const type = m_object.required("type", "an action's type");
        if (!type)
            return std::nullopt;
        const auto action = readFields(type->text);
        if (!action) {
            std::string known;
            for (const std::string_view name : names)
                known += (known.empty() ? "" : ", ") + std::string(name);
            m_context.issues.add(Place(m_object.place(), "type"), type, "one of " + known);
            return std::nullopt;
        }
        m_object.refuseOtherKeys();
        return action;
    }

private:
    std::optional<Action> readFields(std::string_view type)
    {
        if (type == "answer_with_ai")
            return AnswerWithAi{m_object.number("min_score", 0, 1, AnswerWithAi{}.minScore), queue("fallback_queue")};
        if (type == "keep_with_ai")
            return KeepWithAi{};
        if (type == "transfer_to_queue")
            return TransferToQueue{target("queue", true)};
        if (type == "transfer_to_agent")
            return TransferToAgent{target("agent", false), queue("fallback_queue")};
        if (type == "transfer_to_last_agent")
            return TransferToLastAgent{queue("fallback_queue")};
        if (type == "send_message")
            return SendMessage{m_object.text("text")};
        if (type == "set_tier")
            return SetTier{TierId{known("tier", m_context.names.tiers, "a tier")}};
        if (type == "add_tag")
            return AddTag{m_object.id("tag")};
        return readMoreFields(type);
    }

    std::optional<Action> readMoreFields(std::string_view type)
    {
        if (type == "require_skill")
            return RequireSkill{{SkillId{m_object.id("skill")}, m_object.whole("level", 1, 5, 1)}};
        if (type == "set_response_target")
            return SetResponseTarget{duration("seconds")};
        if (type == "raise_alert")
            return RaiseAlert{AlertId{known("alert", m_context.names.alerts, "an alert")}};
        if (type == "follow_up") {
            const seconds after = duration("after_seconds");
            std::string owner = m_object.optionalId("owner");
            return FollowUp{after, std::move(owner), m_object.optionalText("note")};
        }
        if (type == "call_webhook")
            return CallWebhook{m_object.id("webhook")};
        return std::nullopt;
    }

    seconds duration(std::string_view key)
    {
        return seconds{m_object.whole(key, 1, static_cast<int>(longestDelaySeconds), std::nullopt)};
    }

    void check(std::string_view key, const std::string& id, const std::set<std::string, std::less<>>& ids,
               std::string_view what)
    {
        if (m_context.names.checked && !id.empty() && !ids.contains(id))
            m_context.issues.add(Place(m_object.place(), key), "\"" + id + "\"",
                                 std::string(what) + " of this rulebook");
    }

    std::string known(std::string_view key, const std::set<std::string, std::less<>>& ids, std::string_view what)
    {
        std::string id = m_object.id(key);
        check(key, id, ids, what);
        return id;
    }

    QueueId queue(std::string_view key)
    {
        std::string id = m_object.optionalId(key);
        check(key, id, m_context.names.queues, "a queue");
        return QueueId{std::move(id)};
    }

    // A name, or {"attr": "crm.owner"}.
    Target target(std::string_view key, bool isQueue)
    {
        const JsonTree* const found = m_object.member(key);
        const auto attribute = found ? readAttributeReference(*found) : std::nullopt;
        if (!attribute) {
            std::string id = m_object.id(key);
            if (isQueue)
                check(key, id, m_context.names.queues, "a queue");
            return {std::move(id), {}};
        }
        const Place place(m_object.place(), key);
        checkAttribute(*attribute, place, m_context);
        if (const auto type = m_context.types.typeOf(*attribute); type && *type != ValueType::String)
            m_context.issues.add(place, found, "an attribute of type string");
        return {{}, *attribute};
    }

    ObjectReader m_object;
    const ReadingContext& m_context;
};

}

bool choosesOwner(const Action& action)
{
    return std::holds_alternative<AnswerWithAi>(action) || std::holds_alternative<KeepWithAi>(action)
        || std::holds_alternative<TransferToQueue>(action) || std::holds_alternative<TransferToAgent>(action)
        || std::holds_alternative<TransferToLastAgent>(action);
}

std::string_view nameOf(const Action& action) { return names[action.index()]; }

std::vector<Action> readActions(const JsonTree& list, const Place& place, const ReadingContext& context)
{
    std::vector<Action> actions;
    const Action* owner = nullptr;
    actions.reserve(list.items.size());
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const Place here(place, i);
        auto action = ActionReader(list.items[i], here, context).read();
        if (!action)
            continue;
        actions.push_back(std::move(*action));
        if (!choosesOwner(actions.back()))
            continue;
        if (owner)
            context.issues.add(here, std::string(nameOf(actions.back())) + " after " + std::string(nameOf(*owner)),
                               "one action that chooses who has the conversation, not several");
        owner = &actions.back();
    }
    return actions;
}

}
