#pragma once

#include "app/router/deciding.h"

namespace signalbox {

// What the AI makes of the message: the best knowledge match, searched once, and whether a person is wanted.
struct Understanding {
    std::optional<KnowledgeMatch> match;
    bool wantsPerson = false;
};
Understanding understand(Work& work, std::string_view text);

// The AI's turn: small talk is answered as such, a good enough match is told and cited, and all else goes to a person.
// A visitor who asks for a person gets one always. In imported conversations the AI writes nothing. `because` is the
// policy that chose the AI, for the card.
void answerOrHandOff(Work& work, const ConversationId& id, const AnswerWithAi& how, const Cause& cause,
                     const std::string& because);

// The same for conversations the rulebook keeps with the AI: without an answer it says so. Asking for a person still
// leads to one, in the rulebook's first queue.
void answerAndKeep(Work& work, const ConversationId& id, const Cause& cause);

}
