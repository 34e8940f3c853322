#pragma once

#include "routing/backtest/backtest.h"
#include "routing/engine.h"

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace signalbox::test {

// Makes a past as the router does: what happens to conversations is observed, decided by a rulebook and kept.
class PastMaker {
public:
    explicit PastMaker(const Engine& live) : m_live(live) { }

    void open(const std::string& id, Origin origin = Origin::Live, Channel channel = Channel::Website)
    {
        Known& known = m_known[id];
        known.channel = channel;
        log.open({id}, channel, origin, "Visitor " + id);
    }
    // The visitor wrote: observed and decided.
    void writes(const std::string& id, Instant at, const std::string& text, std::vector<ContextChange> changes = {})
    {
        Known& known = m_known[id];
        known.sentTo.clear();
        known.live["message.text"] = text;
        known.live["conversation.messages"] = ++known.messages;
        changes.push_back({"message.text", {}, "", {}});   // only to be observed
        changes.push_back({"conversation.messages", {}, "", {}});
        learns(id, at, changes);
        decide(id, at);
    }
    // Something was found out or looked at: observed, and not decided.
    void learns(const std::string& id, Instant at, const std::vector<ContextChange>& changes)
    {
        Known& known = m_known[id];
        std::vector<std::string> changed;
        for (const ContextChange& change : changes) {
            changed.push_back(change.attribute);
            if (!known.live.contains(change.attribute)) {
                known.context.apply(change, at);
                known.sentTo.clear();
            }
        }
        const Values values = m_live.close(inputFor(id), at);
        for (const SignalId& signal : m_live.observe(values, changed, at))
            known.observed.insert_or_assign(signal, at);
    }
    // Decides, for whatever reason: time has passed, say.
    void decide(const std::string& id, Instant at)
    {
        Known& known = m_known[id];
        Decision decision = m_live.decide(inputFor(id), at);
        if (known.tier.tier != decision.tier)
            known.tier = {decision.tier, at};
        const auto queue = queueItIsSentTo(decision);
        if (queue && !decision.stoppedTransfer && (known.sentTo.empty() || known.sentTo.back() != *queue))
            known.sentTo.push_back(*queue);
        PastDecision made = withConsequences(m_live, std::move(decision));
        made.sequence = static_cast<std::int64_t>(log.steps().size()) + 1;
        log.add(made);
        if (keepsPast)
            past.push_back(std::move(made));
    }

    std::vector<PastDecision> decisionsOf(const std::string& id) const
    {
        std::vector<PastDecision> all;
        for (const PastDecision& decision : past)
            if (decision.decision.conversation.value == id)
                all.push_back(decision);
        return all;
    }

    PastLog log;
    bool keepsPast = true;
    std::vector<PastDecision> past;   // all, in order

private:
    struct Known {
        Channel channel = Channel::Website;
        Context context;
        Values live;
        double messages = 0;
        std::map<SignalId, Instant> observed;
        TierHeld tier;
        std::vector<QueueId> sentTo;
    };
    DecisionInput inputFor(const std::string& id)
    {
        Known& known = m_known[id];
        DecisionInput input{{id}, known.channel, &known.context, &known.observed, known.live, {}, known.sentTo};
        if (!known.tier.tier.empty())
            input.tierBefore = known.tier;
        return input;
    }

    const Engine& m_live;
    std::map<std::string, Known> m_known;
};

// Fills a past with conversations in which the same things come up again and again. The same seed makes the same past.
inline void fillPast(PastMaker& maker, int conversations, unsigned seed, Instant from, unsigned idsAfter = 0)
{
    std::mt19937 random(seed);
    const auto pick = [&random](const auto& list) -> const auto& { return list[random() % std::size(list)]; };
    static const std::string texts[]{"What does it cost?",   "I need it today",    "Hello",
                                     "My device is offline", "Who can I talk to?", "Thank you"};
    static const std::string pages[]{"/pricing/enterprise", "/pricing", "/docs", "/"};
    static const std::string countries[]{"DE", "FR", "CA", "US"};
    static const std::string intents[]{"pricing", "support", "billing"};
    for (int i = 0; i < conversations; ++i) {
        const std::string id = std::to_string(idsAfter + static_cast<unsigned>(i) + 1);
        maker.open(id, Origin::Live, random() % 4 == 0 ? Channel::WhatsApp : Channel::Website);
        Instant at = from + std::chrono::minutes(7 * i);
        maker.learns(id, at,
                     {{"visitor.country", Value(pick(countries)), "widget", {}},
                      {"page.path", Value(pick(pages)), "widget", {}}});
        const unsigned messages = 1 + random() % 6;
        for (unsigned m = 0; m < messages; ++m) {
            at += std::chrono::seconds(20 + random() % 600);
            std::vector<ContextChange> changes{
                {"ai.answer_score", Value(static_cast<double>(random() % 100) / 100), "ai", {}}};
            if (random() % 2 == 0)
                changes.push_back({"ai.intent", Value(pick(intents)), "ai", {}});
            if (random() % 3 == 0)
                changes.push_back({"crm.company_size", Value(static_cast<double>(random() % 1000)), "crm", {}});
            maker.writes(id, at, pick(texts), std::move(changes));
            if (random() % 3 == 0)
                maker.learns(id, at + std::chrono::seconds(5), {{"page.path", Value(pick(pages)), "widget", {}}});
            if (random() % 3 == 0)
                maker.decide(id, at + std::chrono::seconds(9));
        }
    }
}

}
