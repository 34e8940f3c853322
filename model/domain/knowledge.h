#pragma once

#include "model/domain/ids.h"

#include <string>
#include <vector>

namespace signalbox {

// A question the workspace has an approved answer to.
struct FaqEntry {
    FaqId id;
    std::string question;
    std::string answer;                   // plain text, said to visitors as it stands
    std::vector<std::string> alsoAsked;   // other wordings that mean the same

    bool operator==(const FaqEntry&) const = default;
};

// Facts about the company, each answerable: "Opening hours" -> "Monday to Friday, 9 to 18".
struct ProfileFact {
    std::string label;
    std::string text;

    bool operator==(const ProfileFact&) const = default;
};

struct CompanyProfile {
    std::string name;
    std::string description;
    std::vector<ProfileFact> facts;

    bool operator==(const CompanyProfile&) const = default;
};

// How the website chat presents itself.
struct WebsiteChannel {
    bool enabled = true;
    std::string title;                         // head of the chat window
    std::string greeting;                      // first line the visitor reads
    std::string accentColor = "#0F6B73";       // "#RRGGBB"
    std::vector<std::string> allowedOrigins;   // "https://example.com"; empty: any page may embed the chat

    bool operator==(const WebsiteChannel&) const = default;
};

// One match of the knowledge search. `score` is 0 to 1; what counts as good enough is the rulebook's to say.
struct KnowledgeMatch {
    std::string entry;   // FAQ id, or "profile/<label>"
    std::string title;
    std::string answer;
    double score = 0;

    bool operator==(const KnowledgeMatch&) const = default;
};

}
