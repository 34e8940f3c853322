#include "model/storage/contact_projector.h"

#include "model/storage/conversation_rows.h"

namespace signalbox::storage {
namespace {

Integer numberOf(const ContactId& id) { return storage::numberOf(ConversationId{id.value}); }

}

void ContactProjector::setKeys(Integer contact, std::string_view kind, const std::vector<std::string>& values)
{
    for (const std::string& value : values)
        Change<Text, Integer>(m_session,
                              "INSERT INTO contact_key (key, contact) VALUES (:key, :contact) "
                              "ON CONFLICT (key) DO UPDATE SET contact = excluded.contact")
            .run(std::string(kind) + value, contact);
}

void ContactProjector::project(const VisitorLinked& linked, const Event& event)
{
    const Contact& contact = linked.contact;
    const Integer number = numberOf(contact.id);
    Change<Integer, Text, Text, Text, Text>(
        m_session,
        "INSERT INTO contact (id, name, company, emails, phones) VALUES (:id, :name, :company, :emails, :phones) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company, emails = excluded.emails, "
        "phones = excluded.phones")
        .run(number, contact.name, contact.company, toJsonText(contact.emails), toJsonText(contact.phones));
    setKeys(number, "email:", contact.emails);
    setKeys(number, "phone:", contact.phones);
    Change<Text, Integer, Text, Integer>(
        m_session,
        "INSERT INTO contact_visitor (visitor, contact, because, at) VALUES (:visitor, :contact, :because, :at) "
        "ON CONFLICT (visitor) DO UPDATE SET contact = excluded.contact, because = excluded.because, "
        "at = excluded.at")
        .run(linked.visitor, number, linked.because, event.at);
}

void ContactProjector::project(const VisitorUnlinked& unlinked, const Event&)
{
    const Integer number = numberOf(unlinked.contact);
    Change<Text, Integer> unlink(m_session,
                                 "DELETE FROM contact_visitor WHERE visitor = :visitor AND contact = :contact");
    if (unlink.run(unlinked.visitor, number) != 1)
        throw Refusal("This visitor is not taken for that contact.");
    Change<Text, Integer>(m_session,
                          "INSERT INTO contact_apart (visitor, contact) VALUES (:visitor, :contact) "
                          "ON CONFLICT DO NOTHING")
        .run(unlinked.visitor, number);
}

void ContactProjector::project(const ContactErased& erased, const Event&)
{
    constexpr const char* ofConversation[]
        = {"DELETE FROM message WHERE conversation = :id",         "DELETE FROM context_value WHERE conversation = :id",
           "DELETE FROM signal_observed WHERE conversation = :id", "DELETE FROM decision WHERE conversation = :id",
           "DELETE FROM offer WHERE conversation = :id",           "DELETE FROM follow_up WHERE conversation = :id",
           "DELETE FROM alert WHERE conversation = :id",           "DELETE FROM correction WHERE conversation = :id",
           "DELETE FROM attachment WHERE conversation = :id",      "DELETE FROM conversation WHERE id = :id",
           "DELETE FROM journal WHERE conversation = :id"};
    for (const ConversationId& conversation : erased.conversations)
        for (const char* const statement : ofConversation)
            Change<Integer>(m_session, statement).run(storage::numberOf(conversation));
    constexpr const char* ofContact[]
        = {"DELETE FROM contact_key WHERE contact = :id", "DELETE FROM contact_visitor WHERE contact = :id",
           "DELETE FROM contact_apart WHERE contact = :id", "DELETE FROM contact WHERE id = :id"};
    for (const char* const statement : ofContact)
        Change<Integer>(m_session, statement).run(numberOf(erased.contact));
}

}
