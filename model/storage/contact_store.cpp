#include "model/storage/contact_store.h"

#include "model/storage/conversation_rows.h"
#include "model/storage/guarded.h"

namespace signalbox {

using namespace storage;

namespace {

using ContactRows = Rows<Integer, Text, Text, Text, Text>;

Contact contactIn(const ContactRows& row)
{
    return {{std::to_string(row.get<0>())}, row.get<1>(), row.get<2>(), jsonIn<std::vector<std::string>>(row.get<3>()),
            jsonIn<std::vector<std::string>>(row.get<4>())};
}

template <class Given>
Result<std::optional<Contact>> oneContact(Database& database, const char* where, const Given& given)
{
    return guarded(database, [&]() -> Result<std::optional<Contact>> {
        ContactRows rows(database.session(),
                         std::string("SELECT id, name, company, emails, phones FROM contact WHERE ") + where, given);
        return rows.next() ? std::optional(contactIn(rows)) : std::nullopt;
    });
}


// `words` as they are in a LIKE pattern with the escape "!".
std::string containing(const std::string& words)
{
    std::string pattern = "%";
    for (const char letter : words) {
        if (letter == '%' || letter == '_' || letter == '!')
            pattern += '!';
        pattern += letter;
    }
    return pattern + '%';
}

std::vector<Channel> channelsIn(const Text& joined)
{
    std::vector<Channel> channels;
    for (std::size_t from = 0; from < joined.size();) {
        const std::size_t to = std::min(joined.find(',', from), joined.size());
        channels.push_back(wordIn<Channel>(joined.substr(from, to - from)));
        from = to + 1;
    }
    return channels;
}

}

ContactStore::ContactStore(Database& database) : m_database(database) { }

Result<std::optional<Contact>> ContactStore::byKey(const std::string& key)
{
    return oneContact(m_database, "id = (SELECT contact FROM contact_key WHERE key = :key)", std::string_view(key));
}

Result<std::optional<Contact>> ContactStore::ofVisitor(const VisitorId& visitor)
{
    return oneContact(m_database, "id = (SELECT contact FROM contact_visitor WHERE visitor = :visitor)",
                      std::string_view(visitor.value));
}

Result<std::optional<Contact>> ContactStore::find(const ContactId& id)
{
    return guarded(m_database,
                   [&]() -> Result<std::optional<Contact>> { return oneContact(m_database, "id = :id", numberOf(id)); });
}

Result<bool> ContactStore::keptApart(const VisitorId& visitor, const ContactId& contact)
{
    return guarded(m_database, [&]() -> Result<bool> {
        Rows<Integer> rows(m_database.session(),
                           "SELECT 1 FROM contact_apart WHERE visitor = :visitor AND contact = :contact",
                           std::string_view(visitor.value), numberOf(contact));
        return rows.next();
    });
}

Result<std::int64_t> ContactStore::highestNumber()
{
    return guarded(m_database, [&]() -> Result<std::int64_t> {
        Rows<Text> rows(m_database.session(), "SELECT value FROM setting WHERE name = 'highest_contact'");
        return rows.next() ? std::strtoll(rows.get<0>().c_str(), nullptr, 10) : 0;
    });
}

Result<std::vector<ContactRow>> ContactStore::rows(const std::string& words, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<ContactRow>> {
        Rows<Integer, Text, Text, Text, Text, Integer, Integer, Text> rows(
            m_database.session(),
            "SELECT contact.id, contact.name, contact.company, emails, phones, count(conversation.id), "
            "coalesce(max(conversation.last_message_at), 0), coalesce(group_concat(DISTINCT conversation.channel), '') "
            "FROM contact LEFT JOIN contact_visitor ON contact_visitor.contact = contact.id "
            "LEFT JOIN conversation ON conversation.visitor = contact_visitor.visitor "
            "WHERE contact.name || ' ' || contact.company || ' ' || emails || ' ' || phones LIKE :words ESCAPE '!' "
            "GROUP BY contact.id ORDER BY 7 DESC, contact.id LIMIT :limit",
            std::string_view(containing(words)), Integer(limit));
        std::vector<ContactRow> found;
        while (rows.next())
            found.push_back({{{std::to_string(rows.get<0>())},
                              rows.get<1>(),
                              rows.get<2>(),
                              jsonIn<std::vector<std::string>>(rows.get<3>()),
                              jsonIn<std::vector<std::string>>(rows.get<4>())},
                             rows.get<5>(),
                             channelsIn(rows.get<7>()),
                             fromMicroseconds(rows.get<6>())});
        return found;
    });
}

Result<std::vector<LinkedVisitor>> ContactStore::visitors(const ContactId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<LinkedVisitor>> {
        Rows<Text, Text, Text, Integer> rows(
            m_database.session(),
            "SELECT visitor, coalesce((SELECT visitor_name FROM conversation "
            "WHERE conversation.visitor = contact_visitor.visitor ORDER BY id DESC LIMIT 1), ''), because, at "
            "FROM contact_visitor WHERE contact = :contact ORDER BY at, visitor",
            numberOf(id));
        std::vector<LinkedVisitor> found;
        while (rows.next())
            found.push_back(
                {{rows.get<0>()}, rows.get<1>(), rows.get<2>(), fromMicroseconds(rows.get<3>())});
        return found;
    });
}

Result<std::vector<VisitorId>> ContactStore::visitorIds(const ContactId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<VisitorId>> {
        Rows<Text> rows(m_database.session(), "SELECT visitor FROM contact_visitor WHERE contact = :contact ORDER BY visitor",
                        numberOf(id));
        std::vector<VisitorId> found;
        while (rows.next())
            found.push_back({rows.get<0>()});
        return found;
    });
}

Result<std::vector<ConversationId>> ContactStore::conversationIds(const ContactId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<ConversationId>> {
        Rows<Integer> rows(m_database.session(),
                           "SELECT id FROM conversation WHERE visitor IN "
                           "(SELECT visitor FROM contact_visitor WHERE contact = :contact) ORDER BY id",
                           numberOf(id));
        std::vector<ConversationId> found;
        while (rows.next())
            found.push_back({std::to_string(rows.get<0>())});
        return found;
    });
}

Result<std::vector<Conversation>> ContactStore::conversations(const ContactId& id, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<Conversation>> {
        ConversationRows rows(m_database.session(),
                              std::string(selectConversation)
                                  + "WHERE visitor IN (SELECT visitor FROM contact_visitor WHERE contact = :contact) "
                                    "ORDER BY id DESC LIMIT :limit",
                              numberOf(id), Integer(limit));
        std::vector<Conversation> found;
        while (rows.next())
            found.push_back(conversationIn(rows));
        return found;
    });
}

}
