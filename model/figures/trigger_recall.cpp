#include "model/figures/alert_precision.h"

#include "model/figures/breakdown.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace signalbox {
namespace {

using StratumKey = std::pair<Channel, Word>;   // channel and tier

// What became of a conversation as far as one trigger goes.
struct Alerted {
    bool told = false;
    std::optional<Verdict> verdict{};   // true where any of its alerts was
};

struct TriggerPast {
    std::map<std::int64_t, Alerted> alerted;
    std::map<std::int64_t, Verdict> silent;
};

Place placeOfSilent(const ConversationFacts& row)
{
    const Instant at = row.firstInboundAt == never ? row.leftAiAt : row.firstInboundAt;
    return {row.channel, row.tier, row.queue, row.agent, row.firstVersion, at, 0};
}

const ConversationFacts* conversationOf(const FigureRows& rows, std::int64_t number)
{
    const auto found = std::ranges::lower_bound(rows.conversations, number, {}, &ConversationFacts::number);
    return found != rows.conversations.end() && found->number == number ? &*found : nullptr;
}

class Recalls {
public:
    Recalls(const FigureRows& rows, const FigureQuestion& question)
        : m_rows(rows),
          m_question(withoutTrigger(question)),
          m_filter(rows, m_question),
          m_only(rows.words.find(question.trigger))
    {
        constexpr std::uint64_t perTier = 8;   // more than there are channels
        std::unordered_map<std::uint64_t, std::int64_t> all;
        for (const ConversationFacts& row : rows.conversations)
            if (m_filter.lets(row.origin, placeOfSilent(row)))
                ++all[row.tier * perTier + static_cast<std::uint64_t>(row.channel)];
        for (const auto& [key, conversations] : all)
            m_all[{static_cast<Channel>(key % perTier), static_cast<Word>(key / perTier)}] = conversations;
        for (const AlertFacts& alert : rows.alerts)
            if (alert.heldBack == HeldBack::No && isAsked(alert.trigger))
                addAlert(alert);
        for (const SilentVerdict& silent : rows.silent)
            if (isAsked(silent.trigger) && inCohort(silent.conversation))
                m_past[silent.trigger].silent[silent.conversation] = silent.verdict;
    }

    std::vector<TriggerRecall> all() const
    {
        std::vector<TriggerRecall> recalls;
        for (const auto& [trigger, past] : m_past)
            recalls.push_back(recallOfTrigger(trigger, past));
        std::ranges::sort(recalls, {}, &TriggerRecall::trigger);
        return recalls;
    }

private:
    static FigureQuestion withoutTrigger(FigureQuestion question)
    {
        question.trigger.clear();
        return question;
    }
    bool isAsked(Word trigger) const { return m_only == 0 || m_only == trigger; }
    const ConversationFacts* inCohort(std::int64_t number) const
    {
        const ConversationFacts* const row = conversationOf(m_rows, number);
        return row && m_filter.lets(row->origin, placeOfSilent(*row)) ? row : nullptr;
    }
    void addAlert(const AlertFacts& alert)
    {
        if (!inCohort(alert.conversation))
            return;
        Alerted& alerted = m_past[alert.trigger].alerted[alert.conversation];
        alerted.told = true;
        if (alert.verdict && *alert.verdict != Verdict::Unsure && alerted.verdict != Verdict::True)
            alerted.verdict = alert.verdict;
    }

    // Of the alerted conversations so many are true, as far as they are labelled; the rest is taken to be like them.
    static std::optional<std::int64_t> found(const TriggerPast& past)
    {
        std::int64_t judged = 0;
        std::int64_t truths = 0;
        for (const auto& [number, alerted] : past.alerted) {
            judged += alerted.verdict ? 1 : 0;
            truths += alerted.verdict == Verdict::True ? 1 : 0;
        }
        if (judged == 0)
            return past.alerted.empty() ? std::optional<std::int64_t>(0) : std::nullopt;
        const double share = static_cast<double>(truths) / static_cast<double>(judged);
        return std::llround(share * static_cast<double>(past.alerted.size()));
    }

    std::map<StratumKey, SilentStratum> strataOf(const TriggerPast& past) const
    {
        std::map<StratumKey, SilentStratum> strata;
        for (const auto& [key, conversations] : m_all)
            strata[key].conversations = conversations;
        for (const auto& [number, alerted] : past.alerted) {
            const ConversationFacts& row = *conversationOf(m_rows, number);
            --strata[{row.channel, row.tier}].conversations;
        }
        for (const auto& [number, verdict] : past.silent) {
            if (verdict == Verdict::Unsure || past.alerted.contains(number))
                continue;
            const ConversationFacts& row = *conversationOf(m_rows, number);
            SilentStratum& stratum = strata[{row.channel, row.tier}];
            ++stratum.sampled;
            stratum.worthAnAlert += verdict == Verdict::True ? 1 : 0;
        }
        return strata;
    }

    TriggerRecall recallOfTrigger(Word trigger, const TriggerPast& past) const
    {
        TriggerRecall recall;
        recall.trigger = m_rows.words[trigger];
        std::vector<SilentStratum> strata;
        for (const auto& [key, stratum] : strataOf(past)) {
            strata.push_back(stratum);
            recall.silent += stratum.conversations;
            recall.sampled += stratum.sampled;
            recall.missed += stratum.worthAnAlert;
            if (stratum.conversations > 0 && stratum.sampled == 0 && recall.why.empty())
                recall.why = "Of the silent conversations on " + shownName(m_rows, Dimension::Channel, int(key.first))
                    + " of tier " + shownName(m_rows, Dimension::Tier, key.second) + " none is labelled.";
        }
        const auto known = found(past);
        if (recall.sampled == 0)
            recall.why = "No silent conversation is labelled for it.";
        else if (!known)
            recall.why = "None of its alerts is labelled true or false yet.";
        if (!recall.why.empty())
            return recall;
        recall.recall = estimateRecall(*known, strata).recall;
        if (!recall.recall)
            recall.why = "Nothing worth an alert was found, with one or without.";
        return recall;
    }

    const FigureRows& m_rows;
    const FigureQuestion m_question;
    const Filter m_filter;
    const Word m_only;
    std::map<StratumKey, std::int64_t> m_all;
    std::map<Word, TriggerPast> m_past;
};

}

std::vector<TriggerRecall> triggerRecall(const FigureRows& rows, const FigureQuestion& question)
{
    return Recalls(rows, question).all();
}

}
