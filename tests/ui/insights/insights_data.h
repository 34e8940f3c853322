#pragma once

#include "model/domain/reviewed.h"
#include "model/figures/figure_rows.h"
#include "model/report/figure_report.h"
#include "tests/support/builders.h"

#include <string>

namespace signalbox::test {

inline const char* const insightsRulebook = R"({"rulebook": 1,
  "tiers": [{"id": "P1", "name": "Act now", "when": {"attr": "intent_score", "op": "ge", "value": 80}},
            {"id": "P2", "name": "Soon", "when": {"attr": "intent_score", "op": "ge", "value": 60}},
            {"id": "P3", "name": "Normal", "when": {"all": []}}],
  "queues": [{"id": "sales", "name": "Sales"}, {"id": "enterprise-east", "name": "Enterprise East"}],
  "policies": [{"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]}],
  "alerts": [{"id": "hot", "name": "Hot lead waits", "when": {"attr": "intent_score", "op": "ge", "value": 70}},
             {"id": "cancel", "name": "Wants to cancel", "when": {"attr": "intent_score", "op": "ge", "value": 90}},
             {"id": "rival", "name": "Competitor named", "when": {"attr": "intent_score", "op": "ge", "value": 50}}]})";

// A history of fourteen weeks up to testNow(), the same whenever it is made: live conversations on two channels in three
// tiers, every second one judged, and some simulated ones. The newest version is 42, published seven weeks ago.
class InsightsHistory {
public:
    explicit InsightsHistory(int conversations = 900)
    {
        for (const int version : {41, 42})
            rows.rulebooks.push_back({version, testNow() - std::chrono::weeks(version == 41 ? 20 : 7), {}, {}});
        for (const char* const tier : {"P1", "P2", "P3"})
            rows.rankOf.emplace(rows.words.add(tier), int(rows.rankOf.size()));
        rows.names = {{rows.words.add("leila"), "Leila Haddad"}, {rows.words.add("tomasz"), "Tomasz Zielinski"}};
        for (RulebookFacts& facts : rows.rulebooks)
            for (const char* const queue : {"sales", "enterprise-east"})
                facts.scheduleOf.emplace(rows.words.add(queue), 0);   // always open
        for (int i = 0; i < conversations; ++i)
            converse(i, testNow() - std::chrono::weeks(14) * (conversations - i) / conversations);
    }

    FigureRows rows;

private:
    // 0 to below `of`; the numbers of D. Knuth's generator for MMIX.
    int draw(int of)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return int((m_state >> 33) % std::uint64_t(of));
    }
    const char* one(int first) { return draw(100) < first ? "leila" : "tomasz"; }

    void converse(int i, Instant at)
    {
        const int kind = draw(10);
        const int rank = kind < 4 ? 0 : kind < 7 ? 1 : 2;
        ConversationFacts row;
        row.number = i + 1;
        row.channel = draw(3) == 0 ? Channel::WhatsApp : Channel::Website;
        row.origin = i % 30 == 29 ? Origin::Practice : Origin::Live;
        row.firstVersion = row.topVersion = at < testNow() - std::chrono::weeks(7) ? 41 : 42;
        row.firstInboundAt = at;
        row.leftAiAt = at + seconds{20 + draw(90)};
        row.queue = rows.words.add(draw(3) == 0 ? "enterprise-east" : "sales");
        row.firstTier = row.tier = rows.words.add("P" + std::to_string(rank + 1));
        row.customer = rows.words.add("customer " + std::to_string(i));
        row.source = rows.words.add("ads");
        answer(row);
        judge(row, rank);
        if (rank == 0)
            reachTop(row);
        rows.conversations.push_back(row);
        if (rank == 0 || draw(4) == 0)
            alert(row);
    }
    void answer(ConversationFacts& row)
    {
        row.agent = rows.words.add(one(60));
        const Instant answered = row.leftAiAt + seconds{15 + draw(200) * draw(6)};
        if (draw(12) == 0)
            row.closedAt = row.leftAiAt + seconds{200 + draw(900)};
        else if (answered < testNow())
            row.answeredAt = row.touchedAt = answered;
    }
    void judge(ConversationFacts& row, int rank)
    {
        if (draw(2) == 0)
            return;
        const int off = draw(100);
        const int truth = off < 82 ? rank : off < 92 ? std::min(rank + 1, 2) : std::max(rank - 1, 0);
        row.trueTier = rows.words.add("P" + std::to_string(truth + 1));
        row.truth = draw(4) == 0 ? TruthSource::Agent : TruthSource::Lead;
        row.drawn = row.truth == TruthSource::Lead;
    }
    void reachTop(ConversationFacts& row)
    {
        row.topAt = row.leftAiAt - seconds{5};
        row.qualifiedAt = row.topAt;
        if (draw(100) < (row.topVersion == 41 ? 24 : 38)) {
            row.outcome = ShownOutcome::Converted;
            row.closedAt = std::min(row.topAt + std::chrono::days(1 + draw(12)), testNow());
        }
    }
    void alert(const ConversationFacts& row)
    {
        AlertFacts facts;
        facts.number = 10'000 + row.number;
        facts.conversation = row.number;
        facts.at = row.leftAiAt;
        const int kind = draw(10);
        facts.trigger = rows.words.add(kind < 6 ? "hot" : kind < 9 ? "rival" : "cancel");
        facts.owner = row.agent;
        facts.tier = row.tier;
        facts.queue = row.queue;
        facts.version = row.firstVersion;
        facts.channel = row.channel;
        facts.origin = row.origin;
        facts.acknowledgedAt = draw(5) == 0 ? never : row.leftAiAt + seconds{10 + draw(300)};
        facts.endedAt = row.leftAiAt + std::chrono::minutes{20};
        if (draw(5) > 0)
            facts.verdict = draw(100) < (kind < 6 ? 84 : 58) ? Verdict::True : Verdict::False;
        rows.alerts.push_back(facts);
    }

    std::uint64_t m_state = 6;
};

inline FigureReport someFigures(const FigureQuestion& question, const std::vector<Dimension>& by)
{
    static const InsightsHistory history;
    FigureReport report = reportOf(history.rows, question, by);
    report.upTo = 12'345;
    return report;
}

inline ReviewedConversation behind(std::int64_t number)
{
    static const char* const said[]{"Can you send me a quote for 60 reefers before Friday?",
                                    "We are comparing you with another vendor and decide on Thursday.",
                                    "How do I change the address on my invoice?"};
    ReviewedConversation made;
    made.id = {std::to_string(number)};
    made.visitorName = "Visitor " + std::to_string(4000 + number);
    made.channel = number % 3 == 0 ? Channel::WhatsApp : Channel::Website;
    made.tier = {"P" + std::to_string(1 + number % 3)};
    made.tierRank = int(number % 3);
    made.openedAt = testNow() - std::chrono::hours{7} * (1000 - number);
    made.said = said[number % 3];
    made.owedAt = made.openedAt + seconds{60};
    return made;
}

}
