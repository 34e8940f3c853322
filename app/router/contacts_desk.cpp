#include "app/router/contacts_desk.h"

#include "app/router/rights.h"
#include "model/storage/contact_store.h"

namespace signalbox {

Result<void> change(Work& work, const UnlinkVisitor& command)
{
    if (const auto agent = knownAgent(work.floor, command.by); !agent)
        return tl::unexpected(agent.error());
    const auto contact = work.stores.contacts.ofVisitor(command.visitor);
    if (!contact)
        return tl::unexpected(contact.error());
    if (!*contact)
        return failure("This visitor is not taken for a contact.", command.visitor.value);
    work.emit(VisitorUnlinked{command.visitor, (*contact)->id, command.by});
    return {};
}

Result<void> change(Work& work, const EraseContact& command)
{
    if (auto right = mayEditSettings(work.floor, command.by); !right)
        return right;
    const auto contact = work.stores.contacts.find(command.contact);
    const auto conversations = work.stores.contacts.conversationIds(command.contact);
    if (!contact)
        return tl::unexpected(contact.error());
    if (!conversations)
        return tl::unexpected(conversations.error());
    if (!*contact)
        return failure("This contact is not known any more.", command.contact.value);
    for (const ConversationId& id : *conversations)
        if (work.floor.find(id))
            return failure("Conversation #" + id.value + " is still open. Close it first.", id.value);
    work.emit(ContactErased{command.contact, *conversations, command.by});
    return {};
}

}
