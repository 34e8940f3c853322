#include "app/router/conversation_reader.h"

#include "model/journal/events_json.h"
#include "model/storage/alert_store.h"
#include "model/storage/attachment_store.h"
#include "model/storage/contact_store.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"
#include "model/storage/knowledge_search.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int messagesShown = 500;
constexpr int earlierConversations = 20;
constexpr std::ptrdiff_t decisionsShown = 200;
constexpr int contactsShown = 500;
constexpr int conversationsOfContact = 200;
constexpr double worthSuggesting = 0.5;   // as much as a policy asks before the AI itself may say it

// What the journal alone tells: why it is where it is, and every offer that was made for it.
void addHistory(ConversationDetail& detail, const std::vector<Event>& events)
{
    for (const Event& event : events)
        if (const OwnerChanged* changed = std::get_if<OwnerChanged>(&event.payload)) {
            if (changed->to.kind == OwnerKind::Queue)
                detail.routeReason = changed->reason;   // taking it later does not change why it came
        } else if (const OfferMade* made = std::get_if<OfferMade>(&event.payload)) {
            detail.offers.push_back(made->offer);
        } else if (const DecisionMade* decided = std::get_if<DecisionMade>(&event.payload)) {
            detail.decisions.push_back(decided->decision);
        }
    if (std::ssize(detail.decisions) > decisionsShown)
        detail.decisions.erase(detail.decisions.begin(), detail.decisions.end() - decisionsShown);
}

}

struct ConversationReader::State {
    explicit State(Database theDatabase) : database(std::move(theDatabase)) { }

    Database database;
    ConversationStore store{database};
    JournalReader journal{database};
    ContactStore contacts{database};
    AlertStore alerts{database};
    AttachmentStore attachments{database};
    KnowledgeSearch knowledge{database};
};

ConversationReader::ConversationReader(std::unique_ptr<State> state) : m_state(std::move(state)) { }
ConversationReader::~ConversationReader() = default;

Result<std::unique_ptr<ConversationReader>> ConversationReader::open(const std::filesystem::path& workspace)
{
    auto database = Database::open(workspace, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<ConversationReader>(new ConversationReader(std::make_unique<State>(std::move(*database))));
}

Result<ConversationDetail> ConversationReader::detail(const ConversationId& id)
{
    ConversationStore& store = m_state->store;
    auto row = store.find(id);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure("There is no conversation #" + id.value + ".", id.value);
    auto messages = store.lastMessages(id, messagesShown);
    auto context = store.context(id);
    auto decision = store.lastDecision(id);
    auto recent = store.recentFor((*row)->visitor, earlierConversations + 1);
    auto followUps = store.followUps(id);
    auto corrections = store.corrections(id);
    auto contact = m_state->contacts.ofVisitor((*row)->visitor);
    auto alerts = m_state->alerts.of(id);
    auto labels = m_state->alerts.labels(id);
    auto events = m_state->journal.eventsOf(id);
    if (!messages)
        return tl::unexpected(messages.error());
    if (!context)
        return tl::unexpected(context.error());
    if (!decision)
        return tl::unexpected(decision.error());
    if (!recent)
        return tl::unexpected(recent.error());
    if (!followUps)
        return tl::unexpected(followUps.error());
    if (!corrections)
        return tl::unexpected(corrections.error());
    if (!contact)
        return tl::unexpected(contact.error());
    if (!alerts)
        return tl::unexpected(alerts.error());
    if (!labels)
        return tl::unexpected(labels.error());
    if (!events)
        return tl::unexpected(events.error());
    ConversationDetail detail;
    detail.conversation = std::move(**row);
    detail.messages = std::move(*messages);
    detail.hasEarlier = !detail.messages.empty() && detail.messages.front().sequence > 1;
    detail.context = std::move(*context);
    detail.decision = std::move(*decision);
    for (Conversation& other : *recent)
        if (other.id != id)
            detail.earlier.push_back(std::move(other));
    detail.followUps = std::move(*followUps);
    detail.corrections = std::move(*corrections);
    detail.contact = std::move(*contact);
    detail.alerts = std::move(*alerts);
    detail.labels = std::move(*labels);
    addHistory(detail, *events);
    return detail;
}

Result<std::vector<Message>> ConversationReader::earlier(const ConversationId& id, std::int64_t sequence)
{
    const std::int64_t after = std::max<std::int64_t>(0, sequence - 1 - messagesShown);
    auto messages = m_state->store.messages(id, after, messagesShown);
    if (messages)
        std::erase_if(*messages, [&](const Message& message) { return message.sequence >= sequence; });
    return messages;
}

Result<std::string> ConversationReader::attachment(const AttachmentId& id) { return m_state->attachments.bytes(id); }

Result<std::string> ConversationReader::attachmentOf(const VisitorId& visitor, const AttachmentId& id)
{
    return m_state->attachments.bytesFor(visitor, id);
}

Result<std::optional<KnowledgeMatch>> ConversationReader::suggestion(const ConversationId& id)
{
    const auto messages = m_state->store.lastMessages(id, messagesShown);
    if (!messages)
        return tl::unexpected(messages.error());
    const auto last = std::find_if(messages->rbegin(), messages->rend(),
                                   [](const Message& message) { return message.author == Author::Visitor; });
    if (last == messages->rend())
        return std::optional<KnowledgeMatch>();
    const auto matches = m_state->knowledge.find(last->text, 1);
    if (!matches)
        return tl::unexpected(matches.error());
    return !matches->empty() && matches->front().score >= worthSuggesting ? std::optional(matches->front())
                                                                           : std::nullopt;
}

Result<std::vector<ContactRow>> ConversationReader::contacts(const std::string& words)
{
    return m_state->contacts.rows(words, contactsShown);
}

Result<ContactDetail> ConversationReader::contact(const ContactId& id)
{
    auto contact = m_state->contacts.find(id);
    auto visitors = m_state->contacts.visitors(id);
    auto conversations = m_state->contacts.conversations(id, conversationsOfContact);
    if (!contact)
        return tl::unexpected(contact.error());
    if (!visitors)
        return tl::unexpected(visitors.error());
    if (!conversations)
        return tl::unexpected(conversations.error());
    if (!*contact)
        return failure("This contact is not known any more.", id.value);
    return ContactDetail{std::move(**contact), std::move(*visitors), std::move(*conversations)};
}

Result<std::string> ConversationReader::contactExport(const ContactId& id)
{
    const auto detail = contact(id);
    if (!detail)
        return tl::unexpected(detail.error());
    const auto conversations = m_state->contacts.conversationIds(id);
    if (!conversations)
        return tl::unexpected(conversations.error());
    std::string json = "{\"contact\":" + toJsonText(detail->contact) + ",\n\"visitors\":[";
    for (std::size_t i = 0; i < detail->visitors.size(); ++i)
        json += (i ? ",\n" : "\n")
            + payloadToJson(VisitorLinked{detail->visitors[i].visitor, detail->contact, detail->visitors[i].because});
    json += "],\n\"conversations\":[";
    for (std::size_t i = 0; i < conversations->size(); ++i) {
        const ConversationId& conversation = (*conversations)[i];
        const auto events = m_state->journal.eventsOf(conversation);
        if (!events)
            return tl::unexpected(events.error());
        json += (i ? ",\n{\"conversation\":" : "\n{\"conversation\":") + conversation.value + ",\"events\":[";
        for (std::size_t event = 0; event < events->size(); ++event)
            json += (event ? ",\n{\"at\":\"" : "\n{\"at\":\"") + toIso8601((*events)[event].at) + "\",\"kind\":\""
                + std::string(kindOf((*events)[event].payload)) + "\",\"event\":"
                + payloadToJson((*events)[event].payload) + "}";
        json += "]}";
    }
    return json + "]}\n";
}

}
