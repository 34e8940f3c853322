// What is counted and estimated of a review.
#include "model/domain/names.h"
#include "routing/alerts/margins.h"
#include "ui/review/review_state.h"
#include "ui/shared/console_model.h"

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

std::optional<Judgement> judgementOf(const std::optional<Verdict>& verdict)
{
    if (!verdict)
        return std::nullopt;
    return *verdict == Verdict::True ? Judgement::True
        : *verdict == Verdict::False ? Judgement::False
                                     : Judgement::Unsure;
}

// From raising it to its acknowledgement, or until it was over without one.
ObservedTime acknowledgementOf(const Alert& alert, Instant now)
{
    if (alert.acknowledgedAt)
        return {*alert.acknowledgedAt - alert.at, true};
    return {std::max(alert.endedAt.value_or(now) - alert.at, microseconds{0}), false};
}

bool wasActedOn(const ReviewedAlert& each)
{
    return each.alert.acknowledgedAt || !each.alert.endedBy.empty() || each.conversation.answeredAt;
}

}

void ReviewState::forgetFigures()
{
    m_figures.reset();
    m_figuresBefore.reset();
    m_studies.clear();
}

std::vector<JudgedAlert> ReviewState::judgedInWeek() const
{
    std::vector<JudgedAlert> judged;
    for (const ReviewedAlert& each : m_data.alerts) {
        const Label* const first = m_labels.first(each.conversation.id, each.alert.number, each.alert.trigger);
        const Label* const second = m_labels.second(each.conversation.id, each.alert.number, each.alert.trigger);
        judged.push_back(
            {each.alert.trigger.value, std::string(nameOf(each.conversation.channel)), each.alert.owner.value,
             wasTold(each.alert.heldBack) ? std::string() : std::string(nameOf(each.alert.heldBack)),
             judgementOf(first ? first->verdict : std::nullopt), judgementOf(second ? second->verdict : std::nullopt),
             acknowledgementOf(each.alert, m_context.now()), wasActedOn(each)});
    }
    return judged;
}

std::vector<JudgedAlert> ReviewState::judgedBefore() const
{
    const ReviewWeek before = weekBefore(m_week);
    std::vector<JudgedAlert> judged;
    for (const PastAlert& alert : m_data.past)
        if (alert.at >= before.since && alert.at < before.until)
            judged.push_back({alert.trigger.value,
                              std::string(nameOf(alert.channel)),
                              alert.owner.value,
                              {},
                              judgementOf(m_labels.verdictOf(alert.number)),
                              {},
                              {},
                              false});
    return judged;
}

const std::map<std::pair<std::string, std::string>, AlertFigures>& ReviewState::figures() const
{
    if (!m_figures)
        m_figures = countByTrigger(judgedInWeek());
    return *m_figures;
}

std::optional<ShareEstimate> ReviewState::changeOf(const AlertId& trigger) const
{
    if (!m_figuresBefore)
        m_figuresBefore = countByTrigger(judgedBefore());
    const std::pair<std::string, std::string> all{trigger.value, {}};
    const auto before = m_figuresBefore->find(all);
    const auto now = figures().find(all);
    if (before == m_figuresBefore->end() || now == figures().end())
        return std::nullopt;
    return precisionChange(before->second, now->second);
}

MissedEstimate ReviewState::missed(const AlertId& id, std::optional<Channel> channel) const
{
    MissedEstimate estimate;
    const auto trigger = std::ranges::find(m_data.triggers, id, &ReviewedTrigger::id);
    if (trigger == m_data.triggers.end())
        return estimate;
    std::map<SilentKind, SilentStratum> strata;
    for (const SilentCount& each : trigger->silent)
        if (!channel || each.channel == *channel) {
            strata[each.kind].conversations += each.conversations;
            estimate.silent += each.conversations;
        }
    for (const SilentSample& each : trigger->sample) {
        if (channel && each.conversation.channel != *channel)
            continue;
        const Label* const label = m_labels.first(each.conversation.id, 0, id);
        ++estimate.drawn;
        if (!label || label->verdict == Verdict::Unsure)
            continue;
        ++strata[each.kind].sampled;
        strata[each.kind].worthAnAlert += label->verdict == Verdict::True ? 1 : 0;
    }
    std::vector<SilentStratum> silent;
    for (const auto& [kind, stratum] : strata) {
        silent.push_back(stratum);
        estimate.judged += stratum.sampled;
        estimate.worthIt += stratum.worthAnAlert;
    }
    estimate.needed = std::min(fewestJudged, estimate.silent);
    const auto counted = figures().find({id.value, channel ? std::string(nameOf(*channel)) : std::string()});
    estimate.recall = estimateRecall(counted == figures().end() ? 0 : counted->second.truths, silent);
    return estimate;
}

std::vector<Channel> ReviewState::silentChannels(const AlertId& id) const
{
    std::set<Channel> channels;
    const auto trigger = std::ranges::find(m_data.triggers, id, &ReviewedTrigger::id);
    if (trigger != m_data.triggers.end())
        for (const SilentCount& each : trigger->silent)
            channels.insert(each.channel);
    return {channels.begin(), channels.end()};
}

std::vector<Channel> ReviewState::studiedChannels(const AlertId& trigger) const
{
    std::set<Channel> channels;
    for (const PastAlert& alert : m_data.past)
        if (alert.trigger == trigger && alert.score)
            channels.insert(alert.channel);
    std::erase_if(channels, [&](Channel channel) { return measureOn(trigger, channel).empty(); });
    return {channels.begin(), channels.end()};
}

std::string ReviewState::measureOn(const AlertId& id, Channel channel) const
{
    const AlertTrigger* const trigger = triggerNamed(id);
    const auto measure = trigger ? measureOf(*trigger, std::string(nameOf(channel))) : std::nullopt;
    return measure ? measure->attribute : std::string();
}

std::shared_ptr<const ThresholdStudy> ReviewState::study(const AlertId& id, Channel channel) const
{
    const AlertTrigger* const trigger = triggerNamed(id);
    const auto measure = trigger ? measureOf(*trigger, std::string(nameOf(channel))) : std::nullopt;
    if (!measure)
        return nullptr;
    auto& known = m_studies[{id, channel}];
    if (!known)
        known = std::make_shared<const ThresholdStudy>(
            alertsToStudy(m_data.past, id, channel, [this](std::int64_t alert) { return m_labels.verdictOf(alert); }),
            measure->threshold, weeksOfPast());
    return known;
}

std::vector<PublishedThreshold> ReviewState::published() const
{
    constexpr std::chrono::days watched{7};
    std::vector<PublishedThreshold> all;
    for (const MovedThreshold& moved : m_data.moved) {
        if (moved.after <= moved.before || m_data.past.empty())
            continue;   // what a lower one adds was never raised before
        const Instant end = std::min({moved.at + watched, m_week.until, std::max(m_context.now(), moved.at)});
        PublishedThreshold published{moved, {}};
        for (const PastAlert& alert : m_data.past)
            if (alert.trigger == moved.trigger && alert.channel == moved.channel && alert.at < end
                && (alert.at >= moved.at || alert.score >= moved.after)) {
                KeptAlerts& kept = alert.at < moved.at ? published.forecast.past : published.forecast.came;
                const auto verdict = m_labels.verdictOf(alert.number);
                ++kept.kept;
                kept.truths += verdict == Verdict::True ? 1 : 0;
                kept.falses += verdict == Verdict::False ? 1 : 0;
            }
        published.forecast.weeks = signalbox::weeksOfPast(m_data.past.front().at, moved.at);
        published.forecast.days = std::chrono::duration<double, std::chrono::days::period>(end - moved.at).count();
        if (published.forecast.days > 0)
            all.push_back(std::move(published));
    }
    return all;
}

// From the first alert of the history to the week's end, or to now while it lasts; at least one.
double ReviewState::weeksOfPast() const
{
    if (m_data.past.empty())
        return 1;
    const Instant end = std::min(m_week.until, std::max(m_context.now(), m_week.since));
    return signalbox::weeksOfPast(m_data.past.front().at, end);
}

ThresholdEffect ReviewState::wholePast() const
{
    ThresholdEffect all;
    all.weeks = weeksOfPast();
    for (const PastAlert& alert : m_data.past) {
        const auto verdict = m_labels.verdictOf(alert.number);
        ++all.before.kept;
        all.before.truths += verdict == Verdict::True ? 1 : 0;
        all.before.falses += verdict == Verdict::False ? 1 : 0;
    }
    all.after = all.before;
    return all;
}

}
