#include "model/storage/contact_projector.h"

#include "model/storage/conversation_rows.h"
#include "model/storage/traces.h"

#include <algorithm>
#include <set>

namespace signalbox::storage {
namespace {


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
    const Integer before = contactOf(linked.visitor);
    keepNumber(number);
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
        "ON CONFLICT (visitor) DO UPDATE SET contact = excluded.contact, "
        "because = CASE excluded.because WHEN '' THEN contact_visitor.because ELSE excluded.because END, "
        "at = CASE excluded.because WHEN '' THEN contact_visitor.at ELSE excluded.at END")
        .run(linked.visitor, number, linked.because, event.at);
    if (before != 0 && before != number)
        mergeWhenLeft(before, number);
}

Integer ContactProjector::contactOf(const VisitorId& visitor)
{
    Rows<Integer> rows(m_session, "SELECT contact FROM contact_visitor WHERE visitor = :visitor",
                       std::string_view(visitor.value));
    return rows.next() ? rows.get<0>() : 0;
}

// Numbers are never given twice, not even that of a contact who was erased.
void ContactProjector::keepNumber(Integer contact)
{
    Rows<Text> rows(m_session, "SELECT value FROM setting WHERE name = 'highest_contact'");
    if (rows.next() && std::strtoll(rows.get<0>().c_str(), nullptr, 10) >= contact)
        return;
    Change<Text>(m_session,
                 "INSERT INTO setting (name, value) VALUES ('highest_contact', :value) "
                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .run(std::to_string(contact));
}

// A contact whose last visitor went to another one was the same person all along: whom it is not, the other is not either.
void ContactProjector::mergeWhenLeft(Integer gone, Integer into)
{
    {
        Rows<Integer> left(m_session, "SELECT 1 FROM contact_visitor WHERE contact = :contact LIMIT 1", gone);
        if (left.next())
            return;
    }
    Change<Integer, Integer>(m_session,
                             "INSERT INTO contact_apart (visitor, contact) SELECT visitor, :into FROM contact_apart "
                             "WHERE contact = :gone ON CONFLICT DO NOTHING")
        .run(into, gone);
    Change<Integer, Integer>(m_session, "UPDATE contact_key SET contact = :into WHERE contact = :gone").run(into, gone);
    for (const char* const statement :
         {"DELETE FROM contact_apart WHERE contact = :gone", "DELETE FROM contact WHERE id = :gone"})
        Change<Integer>(m_session, statement).run(gone);
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

// Who was linked tells e-mails and phones, also in events of visitors who were taken apart later. Found by reading, since
// such events belong to no conversation.
void ContactProjector::forgetLinks(const ContactId& contact)
{
    std::set<std::string> visitors, keys;
    {
        Rows<Text> linked(m_session, "SELECT visitor FROM contact_visitor WHERE contact = :contact", numberOf(contact));
        while (linked.next())
            visitors.insert(linked.get<0>());
        Rows<Text> known(m_session, "SELECT key FROM contact_key WHERE contact = :contact", numberOf(contact));
        while (known.next())
            keys.insert(known.get<0>());
    }
    const auto names = [&keys](std::string_view kind, const std::vector<std::string>& values) {
        return std::ranges::any_of(values, [&](const std::string& value) { return keys.contains(std::string(kind) + value); });
    };
    std::vector<Integer> found;
    std::set<std::pair<VisitorId, ContactId>> forgotten;
    {
        Rows<Integer, Text, Text> rows(m_session,
                                       "SELECT sequence, kind, payload FROM journal WHERE conversation IS NULL "
                                       "AND kind IN ('visitor_linked', 'visitor_unlinked') ORDER BY sequence");
        while (rows.next()) {
            const auto payload = payloadFromJson(rows.get<1>(), rows.get<2>());
            if (!payload)
                throw Refusal(payload.error().message);
            const auto* linked = std::get_if<VisitorLinked>(&*payload);
            if (linked
                && (visitors.contains(linked->visitor.value) || names("email:", linked->contact.emails)
                    || names("phone:", linked->contact.phones))) {
                forgotten.emplace(linked->visitor, linked->contact.id);
                found.push_back(rows.get<0>());
            }
            const auto* unlinked = std::get_if<VisitorUnlinked>(&*payload);
            if (unlinked && forgotten.contains({unlinked->visitor, unlinked->contact}))
                found.push_back(rows.get<0>());
        }
    }
    Change<Integer> forget(m_session, "DELETE FROM journal WHERE sequence = :sequence");
    for (const Integer sequence : found)
        forget.run(sequence);
}

void ContactProjector::project(const ContactErased& erased, const Event&)
{
    forgetLinks(erased.contact);
    constexpr const char* ofConversation[]
        = {"DELETE FROM message WHERE conversation = :id",         "DELETE FROM context_value WHERE conversation = :id",
           "DELETE FROM signal_observed WHERE conversation = :id", "DELETE FROM decision WHERE conversation = :id",
           "DELETE FROM offer WHERE conversation = :id",           "DELETE FROM follow_up WHERE conversation = :id",
           "DELETE FROM alert_delivery WHERE alert IN (SELECT sequence FROM alert WHERE conversation = :id)",
           "DELETE FROM alert WHERE conversation = :id",           "DELETE FROM correction WHERE conversation = :id",
           "DELETE FROM label WHERE conversation = :id",
           "DELETE FROM attachment WHERE conversation = :id",      "DELETE FROM conversation WHERE id = :id",
           "DELETE FROM journal WHERE conversation = :id"};
    for (const ConversationId& conversation : erased.conversations)
        for (const char* const statement : ofConversation)
            Change<Integer>(m_session, statement).run(numberOf(conversation));
    constexpr const char* ofContact[]
        = {"DELETE FROM contact_key WHERE contact = :id", "DELETE FROM contact_visitor WHERE contact = :id",
           "DELETE FROM contact_apart WHERE contact = :id", "DELETE FROM contact WHERE id = :id"};
    for (const char* const statement : ofContact)
        Change<Integer>(m_session, statement).run(numberOf(erased.contact));
    leaveTraces(m_session);
}

}
