#include "routing/rulebook/known_attributes.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr std::array queueFigures{
    KnownAttribute{"agents_free", ValueType::Number, "", "agents free"},
    KnownAttribute{"longest_wait_seconds", ValueType::Number, "seconds", "longest wait"},
    KnownAttribute{"waiting", ValueType::Number, "", "conversations waiting"},
};

std::vector<KnownAttribute> sortedTable()
{
    using enum ValueType;
    std::vector<KnownAttribute> table{
        {"ai.answer_score", Number, "", "answer score"},
        {"ai.asked_for_person", Boolean, "", "asked for a person"},
        {"ai.intent", String, "", "intent"},
        {"conversation.channel", String, "", "channel"},
        {"conversation.last_agent", String, "", "last agent"},
        {"conversation.messages", Number, "", "messages"},
        {"conversation.minutes", Number, "minutes", "time since opening"},
        {"conversation.origin", String, "", "origin"},
        {"conversation.previous_queue", String, "", "previous queue"},
        {"conversation.tags", Set, "", "tags"},
        {"conversation.waiting_seconds", Number, "seconds", "waiting time"},
        {"crm.company_size", Number, "", "company size"},
        {"crm.deal_size", Number, "EUR", "deal size"},
        {"crm.owner", String, "", "account owner"},
        {"crm.product_line", String, "", "product line"},
        {"crm.territory", String, "", "territory"},
        {"fit_score", Number, "", "fit score"},
        {"import.department", String, "", "department"},
        {"import.file", String, "", "file"},
        {"import.intent", String, "", "labelled intent"},
        {"intent_score", Number, "", "intent score"},
        {"message.text", String, "", "message"},
        {"now", Time, "", "time"},
        {"page.campaign", String, "", "campaign"},
        {"page.medium", String, "", "campaign medium"},
        {"page.path", String, "", "page path"},
        {"page.referrer", String, "", "referrer"},
        {"page.seconds", Number, "seconds", "time on page"},
        {"page.source", String, "", "campaign source"},
        {"page.title", String, "", "page title"},
        {"page.url", String, "", "page address"},
        {"urgency_score", Number, "", "urgency score"},
        {"value_score", Number, "", "value score"},
        {"visitor.company", String, "", "company"},
        {"visitor.device", String, "", "device"},
        {"visitor.email", String, "", "e-mail"},
        {"visitor.language", String, "", "language"},
        {"visitor.name", String, "", "name"},
        {"visitor.timezone", String, "", "time zone"},
    };
    std::sort(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return table;
}

}

const std::vector<KnownAttribute>& knownAttributes()
{
    static const std::vector<KnownAttribute> table = sortedTable();
    return table;
}

std::optional<std::string_view> queueOfAttribute(std::string_view name)
{
    constexpr std::string_view prefix = "queue.";
    const std::size_t end = name.rfind('.');
    if (!name.starts_with(prefix) || end <= prefix.size())
        return std::nullopt;
    const auto isFigure = [figure = name.substr(end + 1)](const KnownAttribute& known) { return known.name == figure; };
    if (std::none_of(queueFigures.begin(), queueFigures.end(), isFigure))
        return std::nullopt;
    return name.substr(prefix.size(), end - prefix.size());
}

std::optional<KnownAttribute> knownAttribute(std::string_view name)
{
    if (queueOfAttribute(name)) {
        for (KnownAttribute known : queueFigures)
            if (name.ends_with(known.name) && name[name.size() - known.name.size() - 1] == '.') {
                known.name = name;
                return known;
            }
    }
    const auto& table = knownAttributes();
    const auto found
        = std::lower_bound(table.begin(), table.end(), name,
                           [](const KnownAttribute& known, std::string_view wanted) { return known.name < wanted; });
    if (found == table.end() || found->name != name)
        return std::nullopt;
    return *found;
}

std::optional<ValueType> typeOfAttribute(std::string_view name, const Rulebook& rulebook)
{
    if (const auto declared = rulebook.attributes.find(name); declared != rulebook.attributes.end())
        return declared->second.type;
    if (const auto known = knownAttribute(name))
        return known->type;
    return std::nullopt;
}

}
