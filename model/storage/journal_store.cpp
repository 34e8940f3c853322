#include "model/storage/journal_store.h"

#include "model/journal/events_json.h"
#include "model/storage/guarded.h"
#include "model/storage/projector.h"
#include "model/storage/sqlite_pieces.h"
#include "model/storage/statement.h"
#include "model/storage/traces.h"

#include <algorithm>

namespace signalbox {

using namespace storage;

struct JournalWriter::Statements {
    explicit Statements(soci::session& session)
        : projector(session),
          insert(session,
                 "INSERT INTO journal (sequence, at, kind, conversation, payload) "
                 "VALUES (:sequence, :at, :kind, :conversation, :payload)")
    {
    }
    Projector projector;
    Change<Integer, Integer, Text, Integer, Text> insert;
};

namespace {

std::int64_t endOfJournal(soci::session& session)
{
    Rows<Integer> rows(session, "SELECT coalesce(max(sequence), 0) FROM journal");
    return rows.next() ? rows.get<0>() : 0;
}

void keepBeside(soci::session& session, std::string_view kind, Integer revision, Integer baseVersion,
                const std::string& document, const AgentId& by, Instant at)
{
    Change<Text, Integer, Integer, Text, Text, Integer>(
        session,
        "INSERT INTO rulebook_beside (kind, revision, base_version, document, saved_by, saved_at) "
        "VALUES (:kind, :revision, :base, :document, :by, :at) ON CONFLICT (kind) DO UPDATE SET "
        "revision = excluded.revision, base_version = excluded.base_version, document = excluded.document, "
        "saved_by = excluded.saved_by, saved_at = excluded.saved_at")
        .run(kind, revision, baseVersion, document, by, at);
}

void keepFile(soci::session& session, const KeptFile& file)
{
    soci::blob blob(session);
    blob.write(0, file.bytes.data(), file.bytes.size());
    const Integer conversation = numberOf(file.conversation);
    session << "INSERT INTO attachment (id, conversation, bytes) VALUES (:id, :conversation, :bytes)",
        soci::use(file.id.value), soci::use(conversation), soci::use(blob);
}

// What a broken constraint means to a person.
std::string meaningOf(const std::string& constraint)
{
    const auto names = [&](std::string_view column) { return constraint.find(column) != std::string::npos; };
    if (names("message.id"))
        return "A message with this id is there already.";
    if (names("conversation.visitor"))
        return "The visitor has an open conversation on this channel already.";
    if (names("conversation.id"))
        return "A conversation with this number is there already.";
    if (names("offer.conversation"))
        return "The conversation is offered to somebody already.";
    if (names("offer.id"))
        return "An offer with this id is there already.";
    if (names("journal.sequence"))
        return "Another program has written to this workspace. Close it and open the workspace again.";
    if (names("FOREIGN KEY"))
        return "The conversation is not there.";
    return "The event does not fit the workspace: " + constraint;
}

}

JournalWriter::JournalWriter(Database& database) : m_database(database)
{
    try {
        prepare();
        m_traces = hasTraces(database.session());
    } catch (const std::exception&) {
        m_statements.reset();   // the first append tries again and says why
    }
}
JournalWriter::~JournalWriter() = default;

void JournalWriter::prepare()
{
    m_lastSequence = endOfJournal(m_database.session());
    m_statements = std::make_unique<Statements>(m_database.session());
}

void JournalWriter::write(std::span<Event> events, const KeptBeside& beside)
{
    Transaction transaction(m_database.session());
    std::int64_t sequence = m_lastSequence;
    for (Event& event : events) {
        event.sequence = ++sequence;
        const ConversationId conversation = conversationOf(event.payload);
        std::optional<Integer> number;
        if (!conversation.empty())
            number = numberOf(conversation);
        const auto payload = payloadToStrictJson(event.payload);
        if (!payload)
            throw Refusal(payload.error().message);
        m_statements->insert.run(event.sequence, event.at, kindOf(event.payload), number, *payload);
        m_statements->projector.project(event);
    }
    if (const auto& draft = beside.draft)
        keepBeside(m_database.session(), "draft", draft->revision, draft->baseVersion, draft->document, draft->by,
                   draft->at);
    if (const auto& shadow = beside.shadow)
        keepBeside(m_database.session(), "shadow", 0, 0, shadow->document, shadow->by, shadow->since);
    for (const KeptFile& file : beside.files)
        keepFile(m_database.session(), file);
    transaction.commit();
    m_lastSequence = sequence;
    m_traces = m_traces || std::ranges::any_of(events, [](const Event& event) {
                   return std::holds_alternative<ContactErased>(event.payload);
               });
}

// What was committed stands whether or not this works; it is tried again with the next erasure or start.
void JournalWriter::forgetTraces()
{
    if (!std::exchange(m_traces, false))
        return;
    m_statements.reset();
    try {
        removeTraces(m_database.session());
    } catch (const soci::soci_error&) {
        return;
    }
}

Result<void> JournalWriter::append(std::span<Event> events, const KeptBeside& beside)
{
    std::vector<std::int64_t> before;
    before.reserve(events.size());
    for (const Event& event : events)
        before.push_back(event.sequence);
    Error error;
    try {
        if (!m_statements)
            prepare();
        write(events, beside);
        forgetTraces();
        return {};
    } catch (const Refusal& refusal) {
        error = {refusal.what(), m_database.file().string()};
    } catch (const soci::soci_error& exception) {
        error = breaksConstraint(exception)
            ? Error{meaningOf(exception.get_error_message()), m_database.file().string()}
            : describe(exception, &m_database.session(), m_database.file());
    }
    m_statements.reset();
    for (std::size_t i = 0; i < events.size(); ++i)
        events[i].sequence = before[i];
    return tl::unexpected(error);
}

JournalReader::JournalReader(Database& database) : m_database(database) { }

namespace {

using EventRows = Rows<Integer, Integer, Text, Text>;

Result<Event> readEvent(const EventRows& rows)
{
    auto payload = payloadFromJson(rows.get<2>(), rows.get<3>());
    if (!payload)
        return failure("Event " + std::to_string(rows.get<0>()) + " of the journal cannot be read. "
                           + payload.error().message,
                       payload.error().place);
    return Event{rows.get<0>(), fromMicroseconds(rows.get<1>()), std::move(*payload)};
}

}

Result<void> JournalReader::forEach(std::int64_t afterSequence, const std::function<bool(const Event&)>& visit,
                                    int pageSize)
{
    return guarded(m_database, [&]() -> Result<void> {
        for (bool more = true; more;) {
            EventRows rows(m_database.session(),
                           "SELECT sequence, at, kind, payload FROM journal WHERE sequence > :after "
                           "ORDER BY sequence LIMIT :size",
                           Integer(afterSequence), Integer(pageSize));
            for (more = false; rows.next(); more = true) {
                const auto event = readEvent(rows);
                if (!event)
                    return tl::unexpected(event.error());
                afterSequence = event->sequence;
                if (!visit(*event))
                    return {};
            }
        }
        return {};
    });
}

Result<std::optional<Instant>> JournalReader::lastAt()
{
    return guarded(m_database, [&]() -> Result<std::optional<Instant>> {
        Rows<Integer> rows(m_database.session(), "SELECT at FROM journal ORDER BY sequence DESC LIMIT 1");
        return rows.next() ? std::optional(fromMicroseconds(rows.get<0>())) : std::nullopt;
    });
}

Result<std::vector<Event>> JournalReader::eventsOf(const ConversationId& conversation)
{
    return guarded(m_database, [&]() -> Result<std::vector<Event>> {
        std::vector<Event> events;
        EventRows rows(m_database.session(),
                       "SELECT sequence, at, kind, payload FROM journal WHERE conversation = :conversation "
                       "ORDER BY sequence",
                       numberOf(conversation));
        while (rows.next()) {
            auto event = readEvent(rows);
            if (!event)
                return tl::unexpected(event.error());
            events.push_back(std::move(*event));
        }
        return events;
    });
}

}
