#include "app/router/shadow.h"

#include "routing/conditions/walk.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostDifferences = 500;
constexpr std::size_t coursesKept = 1'000;
constexpr seconds tellEvery{1};

Result<std::shared_ptr<const Rules>> compiled(const std::string& document, const AgentId& by, Instant now)
{
    const auto prepared = preparePublication(document, "", by.value, 0, now);
    return prepared ? Rules::compile(*prepared, now) : tl::unexpected(prepared.error());
}

Outcome placeOf(const Conversation& row)
{
    Outcome place;
    place.tier = row.tier;
    if (row.owner.kind == OwnerKind::Queue)
        place = {Outcome::Kind::Queue, row.owner.queue.value, row.tier, {}};
    else if (row.owner.kind == OwnerKind::Agent)
        place = {Outcome::Kind::Agent, row.owner.agent.value, row.tier, {}};
    return place;
}

// "Policy 2 Enterprise pricing: Enterprise East, P1"
std::string inWords(const Decision& decision, const Outcome& place, const Rules& rules)
{
    const std::string policy = decision.policy ? rules.policyTitle(*decision.policy) : "No policy";
    const std::string where = destinationInWords(place, rules.rulebook());
    return policy + ": " + where + (place.tier.empty() ? "" : ", " + place.tier.value);
}

}

Result<void> Shadow::start(const std::string& document, const AgentId& by, Instant now)
{
    auto rules = compiled(document, by, now);
    if (!rules)
        return tl::unexpected(rules.error());
    m_next = Next{std::move(*rules), {}};
    m_next->about.running = true;
    m_next->about.document = document;
    m_next->about.by = by;
    m_next->about.since = now;
    return {};
}

void Shadow::end() { m_next = Next{}; }

void Shadow::restart(const ShadowOnScreen& kept, Instant now)
{
    if (!kept.document.empty() && start(kept.document, kept.by, now))
        keepBatch(now);
}

void Shadow::compareWith(const Rules& live)
{
    if (live.version() == m_liveVersion)
        return;
    m_liveVersion = live.version();
    m_then = rulesThen(live.rulebook(), m_rules->rulebook());
    m_watched.clear();
    for (const Signal& signal : m_rules->rulebook().signals)
        if (!m_then.sameSignals.contains(signal.id))
            m_watched.merge(attributesOf(signal.when));
}

Shadow::Course& Shadow::courseOf(const ConversationState& state)
{
    const auto known = m_courses.find(state.row.id);
    if (known != m_courses.end())
        return known->second;
    const Outcome place = placeOf(state.row);
    Course& course = m_courses.emplace(state.row.id, Course{Replay(m_rules->engine()), place, place, {}}).first->second;
    course.replay.start(state.row.id);
    return course;
}

std::vector<std::string> Shadow::changedSince(Course& course, const Values& values) const
{
    std::vector<std::string> changed;
    for (const std::string& attribute : m_watched) {
        const auto now = values.find(attribute);
        const auto before = course.lookedAt.find(attribute);
        const bool isThere = now != values.end();
        const bool wasThere = before != course.lookedAt.end();
        if (isThere != wasThere || (isThere && now->second != before->second))
            changed.push_back(attribute);
        if (isThere)
            course.lookedAt.insert_or_assign(attribute, now->second);
        else
            course.lookedAt.erase(attribute);
    }
    return changed;
}

void Shadow::decide(BesideLive live)
{
    compareWith(live.liveRules);
    Course& course = courseOf(live.state);
    const Decision& decision = live.decision;
    const Outcome ledTo = outcomeOf(decision, live.liveRules.rulebook(), live.liveRules.engine().openIntervals());
    const auto changed = changedSince(course, live.values);
    const PastDecision made
        = course.replay.next(std::move(live.values),
                             {decision.at, m_then, live.state.signalsObserved, changed, live.onlyTimePassed,
                              decision.stoppedTransfer.has_value(), decision.sentTo, ledTo});
    if (live.state.row.owner.kind == OwnerKind::Agent) {   // no decision takes it away from them
        course.live.tier = decision.tier;
        course.shadow.tier = made.decision.tier;
    } else {
        follow(course.live, ledTo);
        follow(course.shadow, made.leadsTo);
    }
    Decided decided{decision.conversation, {}};
    if (!course.live.sameAs(course.shadow))
        decided.difference = ShadowDifference{decision.conversation, live.state.row.visitorName, decision.at,
                                              inWords(decision, course.live, live.liveRules),
                                              inWords(made.decision, course.shadow, *m_rules)};
    m_batch.push_back(std::move(decided));
}

void Shadow::keepBatch(Instant now)
{
    for (Decided& decided : m_batch) {
        ++m_about.decisions;
        m_isNew = true;
        if (!decided.difference)
            continue;
        ++m_about.differing;
        std::erase_if(m_latest, [&](const ShadowDifference& known) {
            return known.conversation == decided.conversation;   // one entry each, the newest
        });
        m_latest.push_back(std::move(*decided.difference));
        if (m_latest.size() > mostDifferences)
            m_latest.pop_front();
    }
    m_batch.clear();
    if (!m_next)
        return;
    m_courses.clear();   // they decide with its engine
    m_rules = std::move(m_next->rules);
    m_about = std::move(m_next->about);
    m_about.since = m_rules ? now : Instant{};
    m_next.reset();
    m_latest.clear();
    m_liveVersion = -1;
    m_isNew = true;
    m_toldAt.reset();   // beginning and end are told at once
}

void Shadow::undoBatch()
{
    for (const Decided& decided : m_batch)
        m_courses.erase(decided.conversation);
    m_batch.clear();
    m_next.reset();
}

void Shadow::forgetAllBut(const std::unordered_map<ConversationId, ConversationState>& open)
{
    if (m_courses.size() > coursesKept && m_courses.size() > 2 * open.size())
        std::erase_if(m_courses, [&open](const auto& entry) { return !open.contains(entry.first); });
}

ShadowOnScreen Shadow::onScreen() const
{
    ShadowOnScreen shown = m_about;
    shown.latest.assign(m_latest.begin(), m_latest.end());
    return shown;
}

void Shadow::forget(const std::vector<ConversationId>& conversations)
{
    const std::size_t gone = std::erase_if(m_latest, [&](const ShadowDifference& difference) {
        return std::ranges::find(conversations, difference.conversation) != conversations.end();
    });
    m_isNew = m_isNew || gone > 0;
}

std::optional<ShadowOnScreen> Shadow::news(Instant now)
{
    if (!m_isNew || (m_toldAt && now < *m_toldAt + tellEvery))
        return std::nullopt;
    m_isNew = false;
    m_toldAt = now;
    return onScreen();
}

}
