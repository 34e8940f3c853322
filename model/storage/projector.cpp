#include "model/storage/projector.h"

#include "model/domain/last_text.h"
#include "model/journal/events_json.h"
#include "model/storage/projector_statements.h"

#include <algorithm>
#include <charconv>

namespace signalbox::storage {
namespace {

// Everything that is required of it is known and met.
bool isQualified(const Decision& decision)
{
    return std::ranges::all_of(decision.qualification, [](const CriterionResult& criterion) {
        return !criterion.required || criterion.state == CriterionState::Met;
    });
}

std::string theConversation(const ConversationId& id) { return "Conversation " + id.value; }

// Projects one event; `statements` are those of the projector.
struct Projection {
    ProjectorStatements& to;
    const Event& event;

    void operator()(const ConversationOpened& opened)
    {
        to.open.run(numberOf(opened.conversation), opened.visitor, opened.visitorName, opened.channel, opened.origin,
                    opened.offerable, event.at, event.at);
    }

    void operator()(const MessageAdded& added)
    {
        const Message& message = added.message;
        const Integer number = numberOf(added.conversation);
        const auto when = [&](Author author) {
            return message.author == author ? std::optional(message.at) : std::nullopt;
        };
        const std::optional<Instant> answered = when(Author::Agent);
        const Integer changed = message.internalNote
            ? to.countNote.run(message.sequence, number, message.sequence - 1)
            : to.countMessage.run(message.sequence, message.at, message.author, lastTextOf(message),
                                  when(Author::Visitor), answered, message.agent, answered, answered, number,
                                  message.sequence - 1);
        if (changed != 1)
            throw Refusal(theConversation(added.conversation) + " is not there, or message "
                          + std::to_string(message.sequence) + " is not the next one in it.");
        to.addMessage.run(message.id, number, message.sequence, message.author, message.agent, message.authorName,
                          message.text, message.at, message.internalNote,
                          message.citations.empty() ? "[]" : toJsonText(message.citations),
                          message.attachments.empty() ? "[]" : toJsonText(message.attachments),
                          message.mentions.empty() ? "[]" : toJsonText(message.mentions));
    }

    void operator()(const ContextChanged& changed)
    {
        const Integer number = numberOf(changed.conversation);
        for (const ContextChange& change : changed.changes) {
            if (change.value)
                to.setContext.run(number, change.attribute, toJsonText(*change.value), change.source, event.at,
                                  change.expiresAt);
            else
                to.removeContext.run(number, change.attribute);
            showInRow(number, change);
        }
    }

    // The facts of the context that lists show. What is removed or emptied stays shown as it was last known.
    void showInRow(Integer number, const ContextChange& change)
    {
        if (!change.value)
            return;
        const auto* text = std::get_if<std::string>(&*change.value);
        if (text && !text->empty()) {
            if (change.attribute == "visitor.name")
                to.setVisitorName.run(*text, number);
            else if (change.attribute == "visitor.company")
                to.setCompany.run(*text, number);
            else if (change.attribute == "ai.intent")
                to.setIntent.run(*text, number);
            else if (change.attribute == "import.intent")
                to.setImportedIntent.run(*text, number, number);
        } else if (const double* size = std::get_if<double>(&*change.value);
                   size && change.attribute == "crm.deal_size") {
            to.setDealSize.run(*size, number);
        } else if (const auto* tags = std::get_if<StringSet>(&*change.value);
                   tags && change.attribute == "conversation.tags") {
            to.setTags.run(toJsonText(*tags), number);
        }
    }

    void operator()(const SignalObserved& seen) { to.observe.run(numberOf(seen.conversation), seen.signal, event.at); }

    void operator()(const DecisionMade& made)
    {
        const Decision& decision = made.decision;
        const Integer number = numberOf(decision.conversation);
        const auto when = [&](bool holds) { return holds ? std::optional(event.at) : std::nullopt; };
        const std::optional<Instant> top = when(!decision.tier.empty() && decision.tierRank == 0);
        expectOne(to.decideRow.run(decision.tier, decision.tierRank, decision.intentScore, decision.rulebookVersion, top,
                                   decision.rulebookVersion, top, when(isQualified(decision)),
                                   decision.policy.value_or(PolicyId{}), number),
                  decision.conversation);
        to.addDecision.run(event.sequence, number, decision.at, decision.rulebookVersion, decision.policy,
                           decision.tier);
    }

    void operator()(const OwnerChanged& changed)
    {
        const bool queued = changed.to.kind == OwnerKind::Queue;
        const bool withPeople = queued || changed.to.kind == OwnerKind::Agent;
        const Integer rows = to.changeOwner.run(
            changed.to.kind, changed.to.queue, changed.to.agent, changed.reason, changed.waitingSince, changed.answerBy,
            queued ? std::optional(event.sequence) : std::nullopt, changed.to.queue,
            withPeople ? std::optional(event.at) : std::nullopt, numberOf(changed.conversation), changed.from.kind,
            changed.from.queue, changed.from.agent);
        if (rows != 1)
            throw Refusal(theConversation(changed.conversation) + " has another owner by now. Look at it again.");
    }

    void operator()(const AnswerOwed& owed)
    {
        expectOne(to.owe.run(owed.since, owed.answerBy, numberOf(owed.conversation)), owed.conversation);
    }

    void operator()(const OfferMade& made)
    {
        const Offer& offer = made.offer;
        const Integer number = numberOf(offer.conversation);
        to.addOffer.run(offer.id, event.sequence, number, offer.agent, offer.madeAt, offer.lapsesAt,
                        toJsonText(offer.candidates));
        expectOne(to.showOffer.run(offer.agent, number), offer.conversation);
    }

    void operator()(const OfferEnded& ended)
    {
        const Integer number = numberOf(ended.conversation);
        if (to.endOffer.run(ended.outcome, event.at, ended.reason, ended.offer, number) != 1)
            throw Refusal("Offer " + ended.offer.value + " is not out any more.");
        to.showOffer.run(AgentId{}, number);
    }

    void operator()(const ConversationClosed& closed)
    {
        if (to.close.run(event.at, closed.outcome, closed.value, numberOf(closed.conversation)) != 1)
            throw Refusal(theConversation(closed.conversation) + " is not there or is closed already.");
        to.endAlerts.run(event.at, numberOf(closed.conversation));
    }

    void operator()(const FollowUpSet& followUp)
    {
        to.addFollowUp.run(event.sequence, numberOf(followUp.conversation), followUp.due, followUp.owner,
                           followUp.note);
    }

    template <class Other>
    void operator()(const Other& other)
    {
        if constexpr (requires { to.handling.project(other, event); })
            to.handling.project(other, event);
        else if constexpr (requires { to.alerts.project(other, event); })
            to.alerts.project(other, event);
        else if constexpr (requires { to.contacts.project(other, event); })
            to.contacts.project(other, event);
        else
            to.workspace.project(other, event);
    }

    static void expectOne(Integer rows, const ConversationId& conversation)
    {
        if (rows != 1)
            throw Refusal(theConversation(conversation) + " is not there.");
    }
};

}

Integer numberOf(const ContactId& id) { return numberOf(ConversationId{id.value}); }

Integer numberOf(const ConversationId& id)
{
    Integer number = 0;
    const char* const end = id.value.data() + id.value.size();
    const auto [stop, error] = std::from_chars(id.value.data(), end, number);
    if (error != std::errc() || stop != end || number < 1 || id.value.front() == '0')
        throw Refusal("\"" + id.value + "\" is not the number of a conversation.");
    return number;
}

struct Projector::Statements : ProjectorStatements {
    using ProjectorStatements::ProjectorStatements;
};

Projector::Projector(soci::session& session) : m_statements(std::make_unique<Statements>(session)) { }
Projector::~Projector() = default;

void Projector::project(const Event& event) { std::visit(Projection{*m_statements, event}, event.payload); }

}
