#include "app/analysis/silent_sample.h"

#include "app/channels/stable_hash.h"
#include "model/domain/names.h"
#include "routing/alerts/margins.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

namespace signalbox {
namespace {

constexpr std::array everyChannel{Channel::Website, Channel::WhatsApp, Channel::Api, Channel::Import};
constexpr double nearShare = 0.8;   // of the threshold

struct Drawable {
    ConversationId id;
    Channel channel = Channel::Website;
    std::optional<double> measure;
    std::uint64_t order = 0;
};
using ByKind = std::map<SilentKind, std::vector<Drawable>>;

// The highest number that the attribute had in any decision of the conversation.
std::optional<double> highest(const PastLog& log, const ConversationId& id, std::uint32_t attribute)
{
    std::optional<double> found;
    const PastLog::Conversation* const conversation = log.find(id);
    for (auto at = conversation ? conversation->first : PastLog::none; at != PastLog::none; at = log.steps()[at].next) {
        const PastLog::Step& step = log.steps()[at];
        const PastLog::Cell* const cells = log.cellsOf(step);
        for (std::uint32_t i = 0; i < step.cells; ++i)
            if (cells[i].name == attribute && cells[i].kind == PastLog::Cell::Kind::Number)
                found = std::max(found.value_or(-1e300), std::get<double>(log.valueOf(cells[i])));
    }
    return found;
}

// What proved valuable in the week, whatever the triggers said.
std::unordered_set<ConversationId> valuableIn(const SilentWeek& week, const Rulebook& rulebook)
{
    std::unordered_set<ConversationId> valuable;
    for (const ReviewStore::Opened& opened : week.opened)
        if (opened.outcome == "converted" || opened.outcome == "qualified")
            valuable.insert(opened.id);
    const auto rank = [&](const std::string& tier) {
        return std::ranges::find(rulebook.tiers, TierId{tier}, &Tier::id) - rulebook.tiers.begin();
    };
    for (const auto& [id, correction] : week.corrections)
        if (rank(correction.after) < rank(correction.before))
            valuable.insert(id);
    return valuable;
}

class Sampling {
public:
    Sampling(const PastLog& log, const ReviewQuestion& question, const SilentWeek& week,
             const std::unordered_set<ConversationId>& valuable)
        : m_log(log), m_question(question), m_week(week), m_valuable(valuable)
    {
        for (const PastAlert& alert : week.alerts)
            m_raised.emplace(alert.trigger, alert.conversation);
    }

    ByKind silentFor(const AlertTrigger& trigger) const
    {
        std::map<Channel, std::pair<std::optional<Measure>, std::optional<std::uint32_t>>> measures;
        for (const Channel channel : everyChannel) {
            auto measure = measureOf(trigger, std::string(nameOf(channel)));
            const auto name = measure ? m_log.names().find(measure->attribute) : std::nullopt;
            measures[channel] = {std::move(measure), name};
        }
        ByKind found;
        for (const ReviewStore::Opened& opened : m_week.opened) {
            if (m_raised.contains({trigger.id, opened.id}))
                continue;
            const auto& [measure, name] = measures[opened.channel];
            const auto value = measure ? valueOf(opened.id, measure->attribute, name) : std::nullopt;
            found[kindOf(opened.id, measure, value)].push_back({opened.id, opened.channel, value,
                                                                     drawingOrder(opened.id, trigger.id, m_question.since)});
        }
        for (auto& [kind, all] : found)
            std::ranges::sort(all, {}, [](const Drawable& each) { return std::pair(each.order, each.id); });
        return found;
    }

private:
    // The highest that any decision saw, or what came to be known after the last one.
    std::optional<double> valueOf(const ConversationId& id, const std::string& attribute,
                                  const std::optional<std::uint32_t>& name) const
    {
        auto value = name ? highest(m_log, id, *name) : std::nullopt;
        const auto numbers = m_week.numbers.find(attribute);
        if (numbers != m_week.numbers.end())
            if (const auto known = numbers->second.find(id); known != numbers->second.end())
                value = std::max(value.value_or(known->second), known->second);
        return value;
    }
    SilentKind kindOf(const ConversationId& id, const std::optional<Measure>& measure,
                      const std::optional<double>& value) const
    {
        if (m_valuable.contains(id))
            return SilentKind::Valuable;
        if (!measure || !value)
            return SilentKind::Unmeasured;
        return *value >= nearShare * measure->threshold ? SilentKind::Near : SilentKind::Far;
    }

    const PastLog& m_log;
    const ReviewQuestion& m_question;
    const SilentWeek& m_week;
    const std::unordered_set<ConversationId>& m_valuable;
    std::set<std::pair<AlertId, ConversationId>> m_raised;
};

std::vector<SilentCount> countedIn(const ByKind& silent)
{
    std::vector<SilentCount> counts;
    for (const auto& [kind, all] : silent)
        for (const Channel channel : everyChannel)
            if (const auto there = std::ranges::count(all, channel, &Drawable::channel); there > 0)
                counts.push_back({kind, channel, there});
    return counts;
}

// By turns, as long as there are: a third of what proved valuable and a third from near the threshold, so that every kind
// is among even a small sample.
std::vector<std::pair<SilentKind, Drawable>> drawn(const ByKind& silent, std::size_t wanted)
{
    std::map<SilentKind, std::size_t> next;
    std::vector<std::pair<SilentKind, Drawable>> sample;
    const auto draw = [&](SilentKind kind) {
        const auto all = silent.find(kind);
        if (sample.size() >= wanted || all == silent.end() || next[kind] >= all->second.size())
            return false;
        sample.emplace_back(kind, all->second[next[kind]++]);
        return true;
    };
    constexpr std::array round{SilentKind::Valuable, SilentKind::Near,     SilentKind::Far,
                               SilentKind::Valuable, SilentKind::Near,     SilentKind::Unmeasured};
    for (bool more = true; more;) {
        more = false;
        for (const SilentKind kind : round)
            more = draw(kind) || more;
    }
    return sample;
}

Result<std::vector<SilentSample>> readSample(History& history,
                                             const std::vector<std::pair<SilentKind, Drawable>>& wanted)
{
    std::vector<SilentSample> sample;
    const auto read = history.with([&](Database& database) -> Result<void> {
        ReviewStore store(database);
        for (const auto& [kind, each] : wanted) {
            auto conversation = store.find(each.id);
            if (!conversation)
                return tl::unexpected(conversation.error());
            if (*conversation)
                sample.push_back({std::move(**conversation), kind, each.measure});
        }
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return sample;
}

}

// The hash alone keeps what begins alike together, and numbers that follow each other begin alike. Its bits are mixed by the
// finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", 2014).
std::uint64_t drawingOrder(const ConversationId& conversation, const AlertId& trigger, Instant since)
{
    std::uint64_t order = stableHash(conversation.value,
                                     stableHash(trigger.value, stableHash(std::to_string(toMicroseconds(since)))));
    order = (order ^ (order >> 30)) * 0xBF58476D1CE4E5B9;
    order = (order ^ (order >> 27)) * 0x94D049BB133111EB;
    return order ^ (order >> 31);
}

std::set<std::string> measuresOf(const Rulebook& rulebook)
{
    std::set<std::string> measures;
    for (const AlertTrigger& trigger : rulebook.alerts)
        for (const Channel channel : everyChannel)
            if (const auto measure = measureOf(trigger, std::string(nameOf(channel))))
                measures.insert(measure->attribute);
    return measures;
}

Result<std::vector<ReviewedTrigger>> sampleSilent(History& history, const ReviewQuestion& question,
                                                  const Rulebook& rulebook, const SilentWeek& week,
                                                  const Errand& errand)
{
    const auto valuable = valuableIn(week, rulebook);
    std::vector<ByKind> silent;
    {
        const auto past = history.read();
        const Sampling sampling(past.log, question, week, valuable);
        for (const AlertTrigger& trigger : rulebook.alerts)
            silent.push_back(errand.isCalledOff() ? ByKind{} : sampling.silentFor(trigger));
    }
    std::vector<ReviewedTrigger> triggers;
    for (std::size_t i = 0; i < rulebook.alerts.size(); ++i) {
        ReviewedTrigger trigger{rulebook.alerts[i].id, {}, {}, {}};
        if (const auto measure = measureOf(rulebook.alerts[i], std::string(nameOf(Channel::Website))))
            trigger.measure = measure->attribute;
        trigger.silent = countedIn(silent[i]);
        auto sample = readSample(history, drawn(silent[i], static_cast<std::size_t>(std::max(0, question.sampled))));
        if (!sample)
            return tl::unexpected(sample.error());
        trigger.sample = std::move(*sample);
        triggers.push_back(std::move(trigger));
    }
    return triggers;
}

}
