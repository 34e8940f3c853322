#include "routing/rulebook/write_condition.h"

#include "routing/conditions/operators.h"
#include "routing/rulebook/read_actions.h"

namespace signalbox {
namespace {

struct ValueWriter {
    JsonTree operator()(const std::string& text) const { return JsonTree::ofText(text); }
    JsonTree operator()(double number) const { return JsonTree::ofNumber(number); }
    JsonTree operator()(bool boolean) const { return JsonTree::ofBoolean(boolean); }
    JsonTree operator()(Instant instant) const { return JsonTree::ofText(toIso8601(instant)); }
    JsonTree operator()(const StringSet& members) const
    {
        JsonTree list = JsonTree::array();
        for (const std::string& member : members)
            list.add(JsonTree::ofText(member));
        return list;
    }
};

JsonTree attributeReference(const std::string& name)
{
    JsonTree reference = JsonTree::object();
    reference.set("attr", JsonTree::ofText(name));
    return reference;
}

struct OperandWriter {
    JsonTree operator()(std::monostate) const { return {}; }
    JsonTree operator()(const Value& value) const { return writeValue(value); }
    JsonTree operator()(const AttributeRef& other) const { return attributeReference(other.name); }
    JsonTree operator()(const std::vector<Value>& values) const
    {
        JsonTree list = JsonTree::array();
        for (const Value& value : values)
            list.add(writeValue(value));
        return list;
    }
};

JsonTree group(const std::string& key, const std::vector<Condition>& parts)
{
    JsonTree list = JsonTree::array();
    for (const Condition& part : parts)
        list.add(writeCondition(part));
    JsonTree node = JsonTree::object();
    node.set(key, std::move(list));
    return node;
}

struct NodeWriter {
    JsonTree operator()(const AllOf& all) const { return group("all", all.parts); }
    JsonTree operator()(const AnyOf& any) const { return group("any", any.parts); }
    JsonTree operator()(const Not& inverse) const
    {
        JsonTree node = JsonTree::object();
        node.set("not", writeCondition(*inverse.part));
        return node;
    }
    JsonTree operator()(const ScheduleTest& test) const
    {
        JsonTree node = JsonTree::object();
        node.set("schedule", JsonTree::ofText(test.schedule.value))
            .set("op", JsonTree::ofText(test.open ? "open" : "closed"));
        return node;
    }
    JsonTree operator()(const Comparison& comparison) const
    {
        JsonTree node = attributeReference(comparison.attribute);
        node.set("op", JsonTree::ofText(nameOf(comparison.op)));
        if (!std::holds_alternative<std::monostate>(comparison.operand))
            node.set("value", std::visit(OperandWriter{}, comparison.operand));
        return node;
    }
};

// Fills in the fields of an action after its type.
struct ActionWriter {
    JsonTree& object;

    void text(const char* key, const std::string& value) const { object.set(key, JsonTree::ofText(value)); }
    void textUnlessEmpty(const char* key, const std::string& value) const
    {
        if (!value.empty())
            text(key, value);
    }
    void number(const char* key, double value) const { object.set(key, JsonTree::ofNumber(value)); }
    void duration(const char* key, seconds value) const { number(key, static_cast<double>(value.count())); }
    void target(const char* key, const Target& value) const
    {
        object.set(key, value.attribute.empty() ? JsonTree::ofText(value.id) : attributeReference(value.attribute));
    }

    void operator()(const AnswerWithAi& action) const
    {
        if (action.minScore != AnswerWithAi{}.minScore)
            number("min_score", action.minScore);
        textUnlessEmpty("fallback_queue", action.fallbackQueue.value);
    }
    void operator()(const KeepWithAi&) const { }
    void operator()(const TransferToQueue& action) const { target("queue", action.queue); }
    void operator()(const TransferToAgent& action) const
    {
        target("agent", action.agent);
        textUnlessEmpty("fallback_queue", action.fallbackQueue.value);
    }
    void operator()(const TransferToLastAgent& action) const
    {
        textUnlessEmpty("fallback_queue", action.fallbackQueue.value);
    }
    void operator()(const SendMessage& action) const { text("text", action.text); }
    void operator()(const SetTier& action) const { text("tier", action.tier.value); }
    void operator()(const AddTag& action) const { text("tag", action.tag); }
    void operator()(const RequireSkill& action) const
    {
        text("skill", action.skill.id.value);
        number("level", action.skill.level);
    }
    void operator()(const SetResponseTarget& action) const { duration("seconds", action.target); }
    void operator()(const RaiseAlert& action) const { text("alert", action.alert.value); }
    void operator()(const FollowUp& action) const
    {
        duration("after_seconds", action.after);
        textUnlessEmpty("owner", action.owner);
        textUnlessEmpty("note", action.note);
    }
    void operator()(const CallWebhook& action) const { text("webhook", action.webhook); }
};

}

JsonTree writeValue(const Value& value) { return std::visit(ValueWriter{}, value); }

JsonTree writeCondition(const Condition& condition) { return std::visit(NodeWriter{}, condition.node); }

JsonTree writeActions(const std::vector<Action>& actions)
{
    JsonTree list = JsonTree::array();
    for (const Action& action : actions) {
        JsonTree object = JsonTree::object();
        object.set("type", JsonTree::ofText(nameOf(action)));
        std::visit(ActionWriter{object}, action);
        list.add(std::move(object));
    }
    return list;
}

}
