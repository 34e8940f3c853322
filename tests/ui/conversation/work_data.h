#pragma once

#include "tests/ui/conversation/desk_data.h"
#include "ui/conversation/conversation_page.h"

#include <QApplication>

namespace signalbox::test {

inline FollowUpOnScreen aFollowUp(const std::string& conversation, const std::string& visitor, seconds fromNow,
                                  const std::string& note, const std::string& owner = "leila")
{
    return {ConversationId{conversation}, testNow() + fromNow, visitor, owner, note, false, {}, false};
}

// A day with something in every section of the work list.
inline ChangeSet aBusyDay()
{
    using namespace std::chrono_literals;
    ChangeSet day = aDay();
    Conversation held
        = aConversation("4700").from("Tariq Mansour").tier(2).ownedBy("leila", "service").said("Call me after four.");
    held.held = true;
    held.heldUntil = testNow() + 5h;
    Conversation open = aConversation("4701")
                            .from("Rosalind Vane")
                            .tier(1)
                            .ownedBy("leila", "service")
                            .said("I will ask my board", Author::Visitor);
    open.held = true;
    Conversation invited = aConversation("4702")
                               .from("Henrik Aas", "Nordfjord")
                               .tier(1)
                               .ownedBy("mark", "fleet")
                               .owed(seconds{100}, seconds{300})
                               .said("Can you do ninety?");
    invited.invited = {AgentId{"leila"}};
    Conversation late = aConversation("4703")
                            .from("Bao Nguyen")
                            .tier(2)
                            .ownedBy("leila", "service")
                            .owed(seconds{1820}, seconds{1800})
                            .said("Anybody there?");
    for (const Conversation& more : {held, open, invited, late})
        day.conversations.push_back(more);
    day.followUps = {aFollowUp("4802", "Fiona Gallagher", -13min, "Call about the start of the pilot"),
                     aFollowUp("4650", "Ines Duarte", 4h, "Send the signed terms"),
                     aFollowUp("4811", "Marek Dvořák", 30h, "Ask whether the trailer came"),
                     aFollowUp("4812", "Somebody of Mark's", 1h, "Not mine", "mark")};
    return day;
}

struct WorkDesk : PageFixture {
    explicit WorkDesk(const ChangeSet& day = aBusyDay())
    {
        page.resize(1208, 732);
        page.show();
        QApplication::setActiveWindow(&page);
        Q_EMIT port.changed(day);
    }
    template <class T>
    T* find(const QString& name)
    {
        return page.findChild<T*>(name);
    }
    void open(const char* id)
    {
        page.open(ConversationId{id});
        ConversationDetail detail = aDetail();
        if (const Conversation* known = model.conversation(ConversationId{id}))
            detail.conversation = *known;
        Q_EMIT port.detailLoaded(detail);
    }
    void tell(const Conversation& conversation)
    {
        ChangeSet changes;
        changes.conversations = {conversation};
        Q_EMIT port.changed(changes);
    }
    ConversationPage page{context};
};

}
