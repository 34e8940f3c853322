#pragma once

#include "model/figures/figure_rows.h"
#include "model/figures/floor_figures.h"

#include <memory>

namespace signalbox::test {

// Three weeks on a floor of six agents, on two channels: 420 conversations, made by the same rules each time.
struct FloorData {
    FigureRows rows;
    ConversationColumns columns;
    std::vector<std::string> attributes{"crm.company_size", "page.path", "visitor.country"};

    FloorData()
    {
        auto path = std::make_shared<ConversationColumn>();
        path->names = {"", "/pricing", "/pricing/enterprise", "/docs/getting-started", "/"};
        auto size = std::make_shared<ConversationColumn>();
        auto policy = std::make_shared<ConversationColumn>();
        policy->names = {"", "Enterprise buyers", "Existing customers", "Docs first"};
        for (int i = 1; i <= 420; ++i) {
            rows.conversations.push_back(conversation(i));
            path->codes.push_back(std::uint32_t(i * 7 % 11 < 3 ? 0 : 1 + i % 4));
            size->numbers.push_back(i % 9 == 0 ? std::numeric_limits<double>::quiet_NaN() : i * 37 % 1900);
            policy->codes.push_back(std::uint32_t(i % 4));
        }
        columns.attributes = {{"page.path", path}, {"crm.company_size", size}};
        columns.policy = policy;
        for (int rank = 0; rank < 4; ++rank)
            rows.rankOf[rows.words.add("P" + std::to_string(rank + 1))] = rank;
    }
    FloorCounts answer(const FloorQuestion& question) const
    {
        FloorCounts counts = countFloor(rows, columns, question);
        counts.attributes = attributes;
        return counts;
    }

private:
    ConversationFacts conversation(int i)
    {
        using namespace std::chrono;
        static const char* const agents[]{"Leila Haddad",   "Tomasz Zielinski", "Mira Olsen",
                                          "Ines Carvalhal", "Bo Chen",          "Amara Diallo"};
        const Instant monday = sys_days{year{2026} / June / 1};
        ConversationFacts made;
        made.number = i;
        made.openedAt = made.firstInboundAt = monday + hours{24 * (i % 19)} + hours{7 + i * i % 12} + minutes{i % 60};
        made.channel = i % 3 == 0 ? Channel::WhatsApp : Channel::Website;
        made.tier = rows.words.add("P" + std::to_string(1 + (i % 7 + i % 5) % 4));
        made.lastVersion = i < 200 ? 40 : 41;
        made.messages = 3 + i % 9;
        if (i % 3 != 1) {
            made.leftAiAt = made.openedAt + seconds{30 + i % 40};
            made.queue = rows.words.add(i % 2 == 0 ? "Enterprise East" : "General");
            if (i % 8 != 0) {
                made.answeredAt
                    = made.leftAiAt + seconds{20 + i * 13 % 400 * (made.channel == Channel::WhatsApp ? 3 : 1)};
                made.agent = rows.words.add("agent-" + std::to_string(i * i % 6));
                rows.names[made.agent] = agents[i * i % 6];
            }
        }
        if (i % 29 != 0) {
            made.closedAt = made.openedAt + minutes{25 + i * 11 % 90};
            const char* const outcomes[]{"resolved", "converted", "", "spam", "resolved", "qualified"};
            const std::string outcome = outcomes[i % 31 == 0 ? 3 : i % 6 == 3 ? 0 : i % 6];
            made.outcomeWord = outcome.empty() ? Word{0} : rows.words.add(outcome);
            made.outcome = outcome.empty() ? ShownOutcome::None
                : outcome == "converted"   ? ShownOutcome::Converted
                : outcome == "spam"        ? ShownOutcome::Spam
                                           : ShownOutcome::Other;
        }
        return made;
    }
};

}
