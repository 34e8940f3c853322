#include "app/router/ai_words.h"

#include <cmath>
#include <cstdio>

namespace signalbox::words {
namespace {

std::string numberText(double number)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.15g", number);
    return text;
}

std::string join(const StringSet& members)
{
    std::string text;
    for (const std::string& member : members)
        text += (text.empty() ? "" : ", ") + member;
    return text;
}

struct PlainText {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return numberText(number); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(const StringSet& members) const { return join(members); }
    std::string operator()(Instant at) const { return toIso8601(at); }
};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}

std::string greeting() { return "Hello! How can I help you?"; }
std::string thanks() { return "You're welcome. Is there anything else I can help with?"; }
std::string goodbye() { return "Thank you for writing. Goodbye!"; }

std::string noAnswerYet()
{
    return "I don't have a good answer to that. Could you put it another way? If you would rather talk to a person, "
           "just say so.";
}

std::string passingOn(const std::string& whom) { return "I'm passing you to " + whom + "."; }

std::string nobodyThere()
{
    return "None of my colleagues is online right now. I've put you in line, and someone will answer you here as soon "
           "as possible.";
}

std::string joined(const std::string& agent) { return agent + " joined"; }

std::string withTheAiAgain() { return "The AI assistant answers again"; }

std::string passedOnToAbsent(const std::string& agent, Presence presence)
{
    if (presence == Presence::Offline)
        return agent + " is offline. What the visitor writes meanwhile is offered to somebody else.";
    return agent + (presence == Presence::OnBreak ? " is on a break" : " is away") + ". It waits for them.";
}

std::string movedByLead(const std::string& lead, const std::string& formerOwner)
{
    return lead + " took this conversation from " + formerOwner + ".";
}

std::string webhookNotSetUp(const std::string& webhook)
{
    return "Webhook " + webhook + " is not set up, nothing was sent.";
}

std::string followUpDue(const std::string& note, const std::string& owner)
{
    return "Follow-up due" + (owner.empty() ? std::string() : " for " + owner) + (note.empty() ? "." : ": " + note);
}

std::string followUpDropped(const std::string& note, const std::string& policy)
{
    return "Follow-up dropped, as " + policy + " is switched off" + (note.empty() ? "." : ": " + note);
}

std::string fillIn(std::string_view text, const Values& values)
{
    std::string filled;
    while (!text.empty()) {
        const auto open = text.find("{{");
        const auto close = open == std::string_view::npos ? open : text.find("}}", open);
        if (close == std::string_view::npos)
            return filled.append(text);
        filled.append(text.substr(0, open));
        const auto value = values.find(trimmed(text.substr(open + 2, close - open - 2)));
        if (value != values.end())
            filled += std::visit(PlainText{}, value->second);
        text.remove_prefix(close + 2);
    }
    return filled;
}

}
