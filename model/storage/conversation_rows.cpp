#include "model/storage/conversation_rows.h"

namespace signalbox::storage {
namespace {

template <std::size_t Column>
std::optional<Instant> instantIn(const ConversationRows& row)
{
    return row.isNull<Column>() ? std::nullopt : std::optional(fromMicroseconds(row.get<Column>()));
}

// Most lists are empty, and reading JSON takes longer than reading the row.
template <class Entry>
std::vector<Entry> listIn(const Text& json)
{
    return json == "[]" ? std::vector<Entry>() : jsonIn<std::vector<Entry>>(json);
}

}

Conversation conversationIn(const ConversationRows& row)
{
    Conversation conversation;
    conversation.id = {std::to_string(row.get<0>())};
    conversation.visitor = {row.get<1>()};
    conversation.visitorName = row.get<2>();
    conversation.company = row.get<3>();
    conversation.channel = wordIn<Channel>(row.get<4>());
    conversation.origin = wordIn<Origin>(row.get<5>());
    conversation.offerable = row.get<6>() != 0;
    conversation.owner = {wordIn<OwnerKind>(row.get<7>()), {row.get<8>()}, {row.get<9>()}};
    conversation.offeredTo = {row.get<10>()};
    conversation.tier = {row.get<11>()};
    conversation.tierRank = int(row.get<12>());
    conversation.intent = row.get<13>();
    conversation.intentScore = row.get<14>();
    if (!row.isNull<15>())
        conversation.dealSize = row.get<15>();
    conversation.tags = listIn<std::string>(row.get<16>());
    conversation.policy = {row.get<17>()};
    conversation.openedAt = fromMicroseconds(row.get<18>());
    conversation.lastMessageAt = fromMicroseconds(row.get<19>());
    conversation.waitingSince = instantIn<20>(row);
    conversation.answerBy = instantIn<21>(row);
    conversation.closedAt = instantIn<22>(row);
    conversation.outcome = row.get<23>();
    conversation.lastAuthor = wordIn<Author>(row.get<24>());
    conversation.lastText = row.get<25>();
    conversation.messageCount = row.get<26>();
    if (!row.isNull<27>())
        conversation.outcomeValue = row.get<27>();
    conversation.held = row.get<28>() != 0;
    conversation.heldUntil = instantIn<29>(row);
    conversation.handRaisedBy = {row.get<30>()};
    conversation.handNote = row.get<31>();
    conversation.invited = listIn<AgentId>(row.get<32>());
    conversation.tierByHand = row.get<33>() != 0;
    conversation.deliveredUpTo = row.get<34>();
    conversation.readUpTo = row.get<35>();
    return conversation;
}

Message messageIn(const MessageRows& row)
{
    Message message;
    message.id = {row.get<0>()};
    message.sequence = row.get<1>();
    message.author = wordIn<Author>(row.get<2>());
    message.agent = {row.get<3>()};
    message.authorName = row.get<4>();
    message.text = row.get<5>();
    message.at = fromMicroseconds(row.get<6>());
    message.internalNote = row.get<7>() != 0;
    message.citations = listIn<Citation>(row.get<8>());
    message.attachments = listIn<Attachment>(row.get<9>());
    message.mentions = listIn<AgentId>(row.get<10>());
    return message;
}

Offer offerIn(const OfferRows& row)
{
    return {{row.get<0>()},
            {std::to_string(row.get<1>())},
            {row.get<2>()},
            fromMicroseconds(row.get<3>()),
            fromMicroseconds(row.get<4>()),
            jsonIn<std::vector<CandidateReason>>(row.get<5>())};
}

}
