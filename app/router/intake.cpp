#include "app/router/intake.h"

#include "app/router/ai_path.h"
#include "app/router/attachments.h"
#include "app/router/check_context.h"
#include "app/router/check_text.h"
#include "app/router/closing.h"
#include "app/router/contacts.h"
#include "app/router/handoff.h"
#include "app/router/known_messages.h"
#include "app/router/opening.h"
#include "app/router/receipts.h"
#include "app/router/owing.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostMessageBytes = 16 * 1024;
constexpr int mostMissed = 500;

VisitorReceipt receiptFor(Work& work, const ConversationId& id)
{
    const Conversation& row = work.conversation(id).row;
    VisitorReceipt receipt;
    receipt.conversation = id;
    receipt.sequence = row.messageCount;
    receipt.owner = row.owner.kind;
    if (row.owner.kind == OwnerKind::Agent)
        receipt.ownerName = work.floor.agentName(row.owner.agent);
    return receipt;
}

class Intake {
public:
    Intake(Work& work, const VisitorInput& input) : m_work(work), m_input(input) { }

    Result<VisitorReceipt> operator()(const VisitorWrote& wrote)
    {
        if (wrote.files.empty() || !wrote.text.empty())
            if (auto text = checkText(wrote.text, mostMessageBytes, "The message"); !text)
                return tl::unexpected(text.error());
        if (auto files = checkFiles(wrote.files); !files)
            return tl::unexpected(files.error());
        if (auto id = checkMessageId(wrote.message); !id)
            return tl::unexpected(id.error());
        if (wrote.ending)
            if (auto ending = checkEnding(m_input, *wrote.ending); !ending)
                return tl::unexpected(ending.error());
        if (const auto place = findMessage(m_work, wrote.message, m_input.visitor)) {
            if (!*place)
                return failure("This message id belongs to another conversation.", wrote.message.value);
            return receiptForResend(**place);
        }
        if (m_work.fault)
            return tl::unexpected(*m_work.fault);
        return add(wrote);
    }

    Result<VisitorReceipt> operator()(const VisitorContext& context)
    {
        if (auto fit = checkContext(context.changes, m_input); !fit)
            return tl::unexpected(fit.error());
        m_work.memory.pendingVisitors.remember(m_input.visitor, m_input.channel, context.changes);
        const auto id = openConversation();
        if (!id)
            return VisitorReceipt{};
        const std::vector<std::string> changed = journalChanges(*id, context.changes);
        if (!changed.empty()) {
            observeSignals(m_work, *id, changed);
            decideAndCarryOut(m_work, *id, {Cause::Kind::ContextChanged, std::nullopt});
        }
        return receiptFor(m_work, *id);
    }

    Result<VisitorReceipt> operator()(const VisitorAsksForPerson&)
    {
        const ContextChange asked{"ai.asked_for_person", Value(true), "widget", std::nullopt};
        const auto id = openConversation();
        if (!id) {
            m_work.memory.pendingVisitors.remember(m_input.visitor, m_input.channel, {asked});
            return VisitorReceipt{};
        }
        if (const auto changed = journalChanges(*id, {asked}); !changed.empty())
            observeSignals(m_work, *id, changed);
        decideAndCarryOut(m_work, *id, {Cause::Kind::AskedForPerson, std::nullopt});
        return receiptFor(m_work, *id);
    }

    Result<VisitorReceipt> operator()(const VisitorArrived& arrived)
    {
        const auto id = openConversation();
        if (!id)
            return lastClosed(arrived);
        VisitorReceipt receipt = receiptFor(m_work, *id);
        if (auto missed = missedMessages(*id, arrived.resumeAfter); missed)
            receipt.missed = std::move(*missed);
        else
            return tl::unexpected(missed.error());
        return receipt;
    }

    Result<VisitorReceipt> operator()(const VisitorTypes&)
    {
        const auto id = openConversation();
        if (!id)
            return VisitorReceipt{};
        m_work.visitorsTyping.push_back(*id);
        return receiptFor(m_work, *id);
    }

    Result<VisitorReceipt> operator()(const VisitorRead& read)
    {
        const auto id = openConversation();
        if (!id)
            return VisitorReceipt{};
        messagesReached(m_work, *id, read.delivered, read.upTo);
        return receiptFor(m_work, *id);
    }

private:
    std::optional<ConversationId> openConversation() const
    {
        return m_work.floor.openFor(m_input.visitor, m_input.channel);
    }

    Result<VisitorReceipt> receiptForResend(const MessagePlace& place)
    {
        VisitorReceipt receipt;
        if (m_work.floor.find(place.conversation))
            receipt = receiptFor(m_work, place.conversation);
        else
            receipt.owner = OwnerKind::Nobody;
        receipt.conversation = place.conversation;
        receipt.sequence = place.sequence;
        receipt.alreadyKnown = true;
        return receipt;
    }

    Result<VisitorReceipt> add(const VisitorWrote& wrote)
    {
        auto id = openConversation();
        std::vector<std::string> changed{"message.text", "conversation.messages"};
        if (!id) {
            auto opened = openFor(m_work, m_input);
            if (!opened)
                return tl::unexpected(opened.error());
            id = opened->conversation;
            std::ranges::copy(opened->attributes, std::back_inserter(changed));
        }
        Message message;
        message.id = wrote.message;
        message.author = Author::Visitor;
        message.authorName = m_work.conversation(*id).row.visitorName;
        message.text = wrote.text;
        message.at = m_input.at.value_or(m_work.now);
        if (auto kept = keepFiles(m_work, *id, wrote.files); kept)
            message.attachments = std::move(*kept);
        else
            return tl::unexpected(kept.error());
        m_work.say(*id, std::move(message));
        const std::int64_t sequence = m_work.conversation(*id).row.messageCount;
        decideOn(*id, wrote.text, std::move(changed));
        VisitorReceipt receipt = receiptFor(m_work, *id);
        receipt.sequence = sequence;
        if (wrote.ending)
            end(m_work, *id, *wrote.ending);
        return receipt;
    }

    void decideOn(const ConversationId& id, const std::string& text, std::vector<std::string> changed)
    {
        Cause cause{Cause::Kind::VisitorWrote, std::nullopt};
        if (m_work.conversation(id).row.owner.kind != OwnerKind::Agent) {
            const Understanding understood = understand(m_work, text);
            const double score = understood.match ? understood.match->score : 0.0;
            std::vector<ContextChange> changes{{"ai.answer_score", Value(score), "ai", std::nullopt}};
            if (understood.wantsPerson)
                changes.push_back({"ai.asked_for_person", Value(true), "ai", std::nullopt});
            std::ranges::move(journalChanges(id, changes), std::back_inserter(changed));
            cause.match = understood.match;
        }
        observeSignals(m_work, id, changed);
        endHold(m_work, id, "The visitor wrote");
        oweAnswer(m_work, id);
        decideAndCarryOut(m_work, id, cause);
    }

    // Journals those changes that say something new, and returns their attributes.
    std::vector<std::string> journalChanges(const ConversationId& id, const std::vector<ContextChange>& changes)
    {
        const ConversationState& state = m_work.conversation(id);
        std::vector<ContextChange> news;
        std::vector<std::string> attributes;
        for (ContextChange change : changes) {
            const ContextEntry* known = state.context.find(change.attribute);
            const bool same = known
                ? change.value && known->value == *change.value && known->expiresAt == change.expiresAt
                : !change.value;
            const bool putRight = known && known->source == "agent";   // what a person put right stays
            if (same || putRight)
                continue;
            if (change.source.empty())
                change.source = m_input.origin == Origin::Imported ? "import" : "widget";
            attributes.push_back(change.attribute);
            news.push_back(std::move(change));
        }
        if (!news.empty())
            m_work.emit(ContextChanged{id, std::move(news)}, m_work.momentFor(state.row));
        return attributes;
    }

    Result<std::vector<Message>> missedMessages(const ConversationId& id, std::int64_t after)
    {
        auto missed = m_work.stores.conversations.messages(id, after, mostMissed);
        if (!missed)
            return missed;
        for (const Event& event : m_work.events)
            if (const MessageAdded* added = std::get_if<MessageAdded>(&event.payload))
                if (added->conversation == id && added->message.sequence > after)
                    missed->push_back(added->message);
        std::erase_if(*missed, &Message::internalNote);
        return missed;
    }

    // Somebody who comes back after an agent has answered and closed still reads the answer.
    Result<VisitorReceipt> lastClosed(const VisitorArrived& arrived)
    {
        VisitorReceipt receipt;
        if (arrived.resumeAfter <= 0)
            return receipt;
        const auto recent = m_work.stores.conversations.recentFor(m_input.visitor, 1);
        if (!recent)
            return tl::unexpected(recent.error());
        if (recent->empty() || recent->front().channel != m_input.channel)
            return receipt;
        auto missed = missedMessages(recent->front().id, arrived.resumeAfter);
        if (!missed)
            return tl::unexpected(missed.error());
        receipt.conversation = recent->front().id;
        receipt.sequence = recent->front().messageCount;
        receipt.owner = OwnerKind::Nobody;
        receipt.missed = std::move(*missed);
        return receipt;
    }

    Work& m_work;
    const VisitorInput& m_input;
};

}

Result<VisitorReceipt> takeIn(Work& work, const VisitorInput& input)
{
    if (auto visitor = checkText(input.visitor.value, 256, "The visitor's id"); !visitor)
        return tl::unexpected(visitor.error());
    const std::size_t before = work.events.size();
    auto receipt = std::visit(Intake(work, input), input.what);
    linkProvedVisitors(work, before);
    return receipt;
}

}
