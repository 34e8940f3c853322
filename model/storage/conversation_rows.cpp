#include "model/storage/conversation_rows.h"

namespace signalbox::storage {
namespace {

template <std::size_t Column>
std::optional<Instant> instantIn(const ConversationRows& row)
{
    return row.isNull<Column>() ? std::nullopt : std::optional(fromMicroseconds(row.get<Column>()));
}

// Most lists are empty, and reading JSON takes longer than reading the row.
std::vector<std::string> tagsIn(const Text& json)
{
    return json == "[]" ? std::vector<std::string>() : jsonIn<std::vector<std::string>>(json);
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
    conversation.tags = tagsIn(row.get<16>());
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
    if (row.get<8>() != "[]")
        message.citations = jsonIn<std::vector<Citation>>(row.get<8>());
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
