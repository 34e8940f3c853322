#include "app/analysis/history.h"

#include "app/analysis/parallel.h"
#include "model/journal/events_json.h"
#include "routing/backtest/replay.h"

#include <map>
#include <set>

namespace signalbox {
namespace {

constexpr int rowsAtOnce = 4'000;

// The decision in an event's payload; an error names the event.
Result<Decision> decisionIn(const StoredDecision& stored)
{
    auto payload = payloadFromJson("decision_made", stored.payload);
    if (!payload)
        return failure("Event " + std::to_string(stored.sequence) + " of the journal cannot be read. "
                           + payload.error().message,
                       payload.error().place);
    return std::move(std::get<DecisionMade>(*payload).decision);
}

}

History::History(std::filesystem::path workspace) : m_workspace(std::move(workspace)) { }
History::~History() = default;

Result<void> History::open()
{
    if (m_source)
        return {};
    auto database = Database::open(m_workspace, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    m_source = std::make_unique<Source>(std::move(*database));
    return {};
}

Result<std::shared_ptr<const Rules>> History::rules(int version)
{
    const std::scoped_lock lock(m_reading);
    if (auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    return m_source->rules.version(version);
}

Result<std::shared_ptr<const Rules>> History::liveRules()
{
    const auto live = with([](Database& database) { return WorkspaceStore(database).rulebooks(); });
    if (!live)
        return tl::unexpected(live.error());
    return rules(live->empty() ? 0 : live->front().version);
}

Result<void> History::follow(const Errand& errand)
{
    const std::scoped_lock lock(m_reading);
    std::unique_lock growing(m_growing, std::defer_lock);
    if (m_readBefore && !growing.try_lock())
        return {};   // somebody counts just now: what came in the meantime is for the next question
    if (!growing.owns_lock())
        growing.lock();
    if (auto opened = open(); !opened)
        return opened;
    const auto last = m_source->store.lastDecision();
    if (!last)
        return tl::unexpected(last.error());
    if (*last <= m_lastDecision && m_readBefore)
        return {};
    if (auto words = readWords(); !words)
        return words;
    if (!m_readBefore)
        if (auto heads = readHeads(); !heads)
            return heads;
    return readDecisions(*last, errand);
}

Result<void> History::readWords()
{
    for (bool more = true; more;) {
        auto words = m_source->store.visitorWords(m_lastWords, rowsAtOnce);
        if (!words)
            return tl::unexpected(words.error());
        more = !words->empty();
        for (VisitorWords& one : *words) {
            m_lastWords = one.number;
            m_words.add(std::move(one));
        }
    }
    return {};
}

Result<void> History::readHeads()
{
    std::int64_t after = 0;
    for (bool more = true; more;) {
        const auto heads = m_source->store.conversations(after, rowsAtOnce);
        if (!heads)
            return tl::unexpected(heads.error());
        more = !heads->empty();
        for (const ConversationHead& head : *heads) {
            after = std::stoll(head.id.value);
            m_words.know(head);
            m_log.open(head.id, head.channel, head.origin, head.visitorName);
        }
    }
    return {};
}

// Of conversations that are new, and of those whose visitor may have said their name by now.
Result<void> History::learnHeads(const std::vector<StoredDecision>& stored)
{
    std::set<ConversationId> touched;
    for (const StoredDecision& decision : stored)
        if (m_readBefore || !m_words.knows(decision.conversation))
            touched.insert(decision.conversation);
    for (const ConversationId& id : touched) {
        const auto head = m_source->store.conversation(id);
        if (!head)
            return tl::unexpected(head.error());
        if (!*head)
            continue;
        m_words.know(**head);
        m_log.open(id, (*head)->channel, (*head)->origin, (*head)->visitorName);
    }
    return {};
}

// What each decision says and what followed from it, on all cores.
Result<std::vector<PastDecision>> History::understand(const std::vector<StoredDecision>& stored)
{
    std::map<int, std::shared_ptr<const Rules>> versions;
    for (const StoredDecision& decision : stored)
        if (!versions.contains(decision.rulebookVersion)) {
            auto rules = m_source->rules.version(decision.rulebookVersion);
            versions.emplace(decision.rulebookVersion, rules ? *rules : Rules::beforeAnyRulebook());
        }
    std::vector<PastDecision> understood(stored.size());
    const unsigned workers = stored.size() < 200 ? 1 : coresToUse();
    std::vector<std::optional<Error>> errors(workers);
    runTogether(workers, [&](unsigned worker) {
        for (std::size_t i = worker; i < stored.size() && !errors[worker]; i += workers) {
            auto decision = decisionIn(stored[i]);
            if (!decision) {
                errors[worker] = decision.error();
                break;
            }
            const Engine& engine = versions.at(stored[i].rulebookVersion)->engine();
            understood[i] = withConsequences(engine, std::move(*decision));
            understood[i].sequence = stored[i].sequence;
        }
    });
    for (const auto& error : errors)
        if (error)
            return tl::unexpected(*error);
    return understood;
}

Result<void> History::readDecisions(std::int64_t last, const Errand& errand)
{
    const auto total = m_source->store.decisionsBetween(m_lastDecision, last);
    if (!total)
        return tl::unexpected(total.error());
    std::int64_t done = 0;
    while (m_lastDecision < last && !errand.isCalledOff()) {
        const auto stored = m_source->store.decisions(m_lastDecision, last, rowsAtOnce);
        if (!stored)
            return tl::unexpected(stored.error());
        if (stored->empty())
            break;
        if (auto heads = learnHeads(*stored); !heads)
            return heads;
        auto understood = understand(*stored);
        if (!understood)
            return tl::unexpected(understood.error());
        for (PastDecision& past : *understood) {
            m_words.complete(past.decision);
            m_log.add(past);
        }
        m_lastDecision = stored->back().sequence;
        done += static_cast<std::int64_t>(stored->size());
        if (!m_readBefore)
            errand.progressed(done, *total);
    }
    m_readBefore = m_readBefore || !errand.isCalledOff();
    return {};
}

}
