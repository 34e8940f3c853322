#pragma once

#include "tests/support/builders.h"
#include "ui/shared/review.h"

#include <algorithm>
#include <set>

namespace signalbox::test {

// Two triggers on the score of intent; the first has another threshold on WhatsApp.
inline const char* const reviewRulebook = R"({"rulebook": 1,
  "tiers": [{"id": "P1", "name": "Act now", "when": {"attr": "intent_score", "op": "ge", "value": 80}},
            {"id": "P2", "name": "Soon", "when": {"all": []}}],
  "queues": [{"id": "sales", "name": "Sales"}],
  "policies": [{"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]}],
  "alerts": [{"id": "hot", "name": "Hot lead waits", "when": {"attr": "intent_score", "op": "ge", "value": 70},
              "thresholds": {"whatsapp": {"intent_score": 75}}},
             {"id": "cancel", "name": "Wants to cancel", "when": {"attr": "intent_score", "op": "ge", "value": 90}}]})";

inline Instant reviewMonday() { return *fromIso8601("2026-06-01T00:00:00Z"); }

inline ReviewedConversation reviewed(const std::string& id, Channel channel = Channel::Website)
{
    ReviewedConversation made;
    made.id = {id};
    made.visitorName = "Visitor " + id;
    made.company = "Orchard & Pike";
    made.channel = channel;
    made.tier = {"P2"};
    made.tierRank = 1;
    made.openedAt = reviewMonday() + std::chrono::hours{9};
    made.said = "Can you send me a quote for 60 reefers before Friday?";
    made.owedAt = made.openedAt;
    made.answeredAt = made.openedAt + seconds{130};
    made.closedAt = made.openedAt + std::chrono::hours{2};
    made.outcome = "qualified";
    return made;
}

inline Label aLabel(const std::string& conversation, std::int64_t alert, const std::string& trigger, Verdict verdict,
                    const std::string& by = "mira", bool second = false)
{
    Label label;
    label.conversation = {conversation};
    label.alert = alert;
    label.trigger = {trigger};
    label.verdict = verdict;
    label.by = {by};
    label.second = second;
    label.at = testNow();
    return label;
}

// Fifty alerts of "hot" with scores 70 to 99: 41 were right and 9 wrong, all but the last four are labelled. The last 24
// came in the week. Three of "cancel" are labelled by nobody. Four silent conversations were drawn of a hundred.
inline ReviewData someReview()
{
    static const std::set<int> wrong{0, 1, 3, 5, 8, 11, 14, 20, 30};
    ReviewData data;
    data.question = {reviewMonday(), reviewMonday() + std::chrono::days{7}, Origin::Live, 40};
    for (int i = 0; i < 50; ++i) {
        const std::string id = std::to_string(5000 + i);
        const Instant at = i < 26 ? reviewMonday() - std::chrono::days{14} + std::chrono::hours{i}
                                  : reviewMonday() + std::chrono::hours{6 * (i - 26)};
        const double score = 70 + i * 30 / 50;
        const AgentId owner{i % 3 == 0 ? "tomasz" : "leila"};
        data.past.push_back({i + 1, {id}, "Visitor " + id, {"hot"}, Channel::Website, owner, at, score});
        if (i < 46)
            data.labels.push_back(aLabel(id, i + 1, "hot", wrong.contains(i) ? Verdict::False : Verdict::True));
        if (i < 26)
            continue;
        Alert alert{i + 1, {"hot"}, {id}, "Hot lead waits", at, owner};
        alert.score = score;
        alert.tier = {"P1"};
        alert.acknowledgedAt = at + seconds{40 + i};
        data.alerts.push_back({alert, reviewed(id)});
    }
    for (int i = 0; i < 3; ++i) {
        const std::string id = std::to_string(6000 + i);
        Alert alert{100 + i, {"cancel"}, {id}, "Wants to cancel", reviewMonday() + std::chrono::days{6}, {"leila"}};
        alert.heldBack = i == 0 ? HeldBack::Quiet : HeldBack::No;
        data.alerts.push_back({alert, reviewed(id)});
        data.past.push_back({100 + i, {id}, "Visitor " + id, {"cancel"}, Channel::Website, {"leila"}, alert.at, {}});
    }
    std::ranges::sort(data.past, {}, &PastAlert::at);
    ReviewedTrigger hot{{"hot"}, "intent_score", {{SilentKind::Near, Channel::Website, 20}, {SilentKind::Far, Channel::Website, 80}}, {}};
    for (int i = 0; i < 24; ++i)
        hot.sample.push_back({reviewed(std::to_string(7000 + i)), i % 2 == 0 ? SilentKind::Near : SilentKind::Far,
                              i % 2 == 0 ? 66.0 : 20.0});
    data.triggers = {hot, {{"cancel"}, "intent_score", {}, {}}};
    data.corrected.push_back(
        {reviewed("8000"),
         {"tier", "P2", "P1", "The board asked", {"leila"}, reviewMonday() + std::chrono::hours{30}}});
    return data;
}

}
