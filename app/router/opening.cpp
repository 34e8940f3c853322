#include "app/router/opening.h"

#include "app/router/check_text.h"

#include <cstdio>

namespace signalbox {
namespace {

constexpr std::size_t mostNameBytes = 200;

bool staysTrue(std::string_view attribute)
{
    return attribute.starts_with("visitor.") || attribute.starts_with("page.") || attribute.starts_with("crm.")
        || attribute == "conversation.last_agent" || attribute == "conversation.previous_queue";
}

// What the visitor's last conversation knew of them, unless it has expired.
Result<void> recallLastConversation(Work& work, const VisitorId& visitor, std::map<std::string, ContextChange>& facts)
{
    const auto recent = work.stores.conversations.recentFor(visitor, 1);
    if (!recent)
        return tl::unexpected(recent.error());
    if (recent->empty())
        return {};
    const auto context = work.stores.conversations.context(recent->front().id);
    if (!context)
        return tl::unexpected(context.error());
    for (const auto& [attribute, entry] : context->entries())
        if (staysTrue(attribute) && (!entry.expiresAt || *entry.expiresAt > work.now))
            facts[attribute] = ContextChange{attribute, entry.value, entry.source, entry.expiresAt};
    return {};
}

}

std::string madeUpName(const VisitorId& visitor)
{
    std::uint32_t hash = 2166136261U;   // FNV-1a, 32 bits
    for (const char letter : visitor.value)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    char name[16];
    std::snprintf(name, sizeof name, "Visitor %04X", (hash >> 16 ^ hash) & 0xFFFFU);
    return name;
}

Result<Opened> openFor(Work& work, const VisitorInput& input)
{
    std::string name = input.visitorName.empty() ? madeUpName(input.visitor) : input.visitorName;
    if (auto fit = checkText(name, mostNameBytes, "The visitor's name"); !fit)
        return tl::unexpected(fit.error());
    std::map<std::string, ContextChange> facts;
    if (auto recalled = recallLastConversation(work, input.visitor, facts); !recalled)
        return tl::unexpected(recalled.error());
    for (ContextChange& change : work.memory.pendingVisitors.recall(input.visitor, input.channel)) {
        if (change.source.empty())
            change.source = input.origin == Origin::Imported ? "import" : "widget";
        std::string attribute = change.attribute;
        facts.insert_or_assign(std::move(attribute), std::move(change));
    }
    work.memory.pendingVisitors.forget(input.visitor, input.channel, "ai.asked_for_person");
    Opened opened;
    opened.conversation = work.floor.nextConversationId();
    const std::optional<Instant> at = input.offerable ? std::nullopt : input.at;
    work.emit(ConversationOpened{opened.conversation, input.visitor, std::move(name), input.channel, input.origin,
                                 input.offerable},
              at);
    std::vector<ContextChange> changes;
    for (auto& [attribute, change] : facts)
        if (change.value) {
            opened.attributes.push_back(attribute);
            changes.push_back(std::move(change));
        }
    if (!changes.empty())
        work.emit(ContextChanged{opened.conversation, std::move(changes)}, at);
    return opened;
}

}
