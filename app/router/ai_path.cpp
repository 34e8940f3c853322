#include "app/router/ai_path.h"

#include "app/router/ai_words.h"
#include "app/router/handoff.h"
#include "routing/understanding/asks_for_person.h"
#include "routing/understanding/small_talk.h"

#include <cstdio>

namespace signalbox {
namespace {

bool wantsPerson(const ConversationState& state)
{
    const ContextEntry* entry = state.context.find("ai.asked_for_person");
    return entry && entry->value == Value(true);
}

void sayAsAi(Work& work, const ConversationId& id, std::string text, std::vector<Citation> citations = {})
{
    if (work.conversation(id).row.origin == Origin::Imported)
        return;
    Message message;
    message.author = Author::Ai;
    message.authorName = words::aiName;
    message.text = std::move(text);
    message.citations = std::move(citations);
    work.say(id, std::move(message));
}

// True when the message was small talk and nothing else.
bool answerSmallTalk(Work& work, const ConversationId& id)
{
    switch (smallTalk(work.conversation(id).visitorText)) {
    case SmallTalk::Greeting:
        sayAsAi(work, id, words::greeting());
        return true;
    case SmallTalk::Thanks:
        sayAsAi(work, id, words::thanks());
        return true;
    case SmallTalk::Goodbye:
        sayAsAi(work, id, words::goodbye());
        return true;
    case SmallTalk::None:
        break;
    }
    return false;
}

bool answerFromKnowledge(Work& work, const ConversationId& id, const std::optional<KnowledgeMatch>& match,
                         double minScore)
{
    if (!match || match->score < minScore)
        return false;
    sayAsAi(work, id, match->answer, {Citation{match->entry, match->title}});
    return true;
}

std::string scoreText(double score)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", score);
    return text;
}

std::string whyNoAnswer(const Cause& cause, double minScore)
{
    if (!cause.match)
        return "the knowledge has no answer";
    return "the best answer scored " + scoreText(cause.match->score) + ", " + scoreText(minScore) + " is needed";
}

void handOff(Work& work, const ConversationId& id, const QueueId& queue, const std::string& reason)
{
    const Instant at = work.momentFor(work.conversation(id).row);
    if (placedByHand(work.conversation(id)))   // a person gave it back to the AI: that is over
        work.emit(ContextChanged{id, {{std::string(placedByHandAttribute), std::nullopt, "router", std::nullopt}}}, at);
    moveToQueue(work, id, {openQueue(work.rules(), queue, at), {}}, reason);
}

}

Understanding understand(Work& work, std::string_view text)
{
    Understanding understood;
    understood.wantsPerson = asksForPerson(text);
    if (auto matches = work.stores.knowledge.find(text, 1); !matches)
        work.fault = matches.error();
    else if (!matches->empty())
        understood.match = std::move(matches->front());
    return understood;
}

void answerOrHandOff(Work& work, const ConversationId& id, const AnswerWithAi& how, const Cause& cause,
                     const std::string& because)
{
    if (wantsPerson(work.conversation(id))) {
        handOff(work, id, how.fallbackQueue, because + ": the visitor asked for a person");
        return;
    }
    if (cause.kind != Cause::Kind::VisitorWrote)
        return;   // the AI speaks when spoken to
    if (answerSmallTalk(work, id) || answerFromKnowledge(work, id, cause.match, how.minScore))
        return;
    handOff(work, id, how.fallbackQueue, because + ": " + whyNoAnswer(cause, how.minScore));
}

void answerAndKeep(Work& work, const ConversationId& id, const Cause& cause)
{
    if (wantsPerson(work.conversation(id))) {
        handOff(work, id, {}, "The visitor asked for a person");
        return;
    }
    if (cause.kind != Cause::Kind::VisitorWrote)
        return;
    if (!answerSmallTalk(work, id) && !answerFromKnowledge(work, id, cause.match, AnswerWithAi{}.minScore))
        sayAsAi(work, id, words::noAnswerYet());
}

}
