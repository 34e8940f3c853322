#include "app/router/contacts_desk.h"

#include "app/router/rights.h"
#include "model/storage/contact_store.h"

#include <algorithm>
#include <limits>

namespace signalbox {

Result<void> change(Work& work, const UnlinkVisitor& command)
{
    if (const auto agent = knownAgent(work.floor, command.by); !agent)
        return tl::unexpected(agent.error());
    const auto contact = work.contacts.ofVisitor(work.stores.contacts, command.visitor);
    if (!contact)
        return tl::unexpected(contact.error());
    if (!*contact)
        return failure("This visitor is not taken for a contact.", command.visitor.value);
    const auto visitors = work.contacts.visitors(work.stores.contacts, (*contact)->id);
    if (!visitors)
        return tl::unexpected(visitors.error());
    if (visitors->size() == 1)
        return failure("This contact is known from this visitor alone, so there is nobody to keep apart.",
                       command.visitor.value);
    work.emit(VisitorUnlinked{command.visitor, (*contact)->id, command.by});
    return {};
}

Result<void> change(Work& work, const EraseContact& command)
{
    if (auto right = mayEditSettings(work.floor, command.by); !right)
        return right;
    const auto contact = work.contacts.find(work.stores.contacts, command.contact);
    const auto visitors = work.contacts.visitors(work.stores.contacts, command.contact);
    if (!contact)
        return tl::unexpected(contact.error());
    if (!visitors)
        return tl::unexpected(visitors.error());
    if (!*contact)
        return failure("This contact is not known any more.", command.contact.value);
    std::vector<ConversationId> conversations;
    for (const VisitorId& visitor : *visitors) {
        const auto theirs = work.stores.conversations.recentFor(visitor, std::numeric_limits<int>::max());
        if (!theirs)
            return tl::unexpected(theirs.error());
        for (const Conversation& conversation : *theirs)
            conversations.push_back(conversation.id);
    }
    for (const auto& [id, state] : work.floor.conversations())
        if (!state.row.closedAt && std::ranges::find(*visitors, state.row.visitor) != visitors->end())
            return failure("Conversation #" + id.value + " is still open. Close it first.", id.value);
    for (const VisitorId& visitor : *visitors)
        work.memory.pendingVisitors.forget(visitor);
    work.memory.shadow.forget(conversations);
    work.emit(ContactErased{command.contact, std::move(conversations), command.by});
    return {};
}

}
