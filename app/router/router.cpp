#include "app/router/router.h"

#include "app/router/desk.h"
#include "app/router/draft_desk.h"
#include "app/router/intake.h"
#include "app/router/looking.h"
#include "app/router/offers.h"
#include "app/router/publish.h"
#include "app/router/timetable.h"

#include <span>

namespace signalbox {

struct Router::State {
    State(Database& database, const Clock& theClock) : stores(database), clock(theClock) { }

    Result<void> load();
    bool process(std::span<RouterInput> batch);
    Result<void> commit(Work& work);
    void undo(const Work& work, Instant schedulesSeenAt);
    void forgetClosed(const Work& work);
    void trouble(const std::string& text);

    Stores stores;
    const Clock& clock;
    Floor floor;
    Memory memory;
    std::string troubleText;
    std::function<void(const ChangeSet&)> changed = [](const ChangeSet&) {};
    std::function<void(const VisitorUpdate&)> visitorUpdate = [](const VisitorUpdate&) {};
    std::function<void(const std::string&)> troubled = [](const std::string&) {};
};

namespace {

// What an input is told when the batch is over.
struct Answer {
    Result<VisitorReceipt> receipt;
    Result<void> done;
};

Answer handleOne(Work& work, const RouterInput& input)
{
    Answer answer;
    if (const auto* visitor = std::get_if<RouterInput::FromVisitor>(&input.what))
        answer.receipt = takeIn(work, visitor->input);
    else if (const auto* console = std::get_if<RouterInput::FromConsole>(&input.what))
        answer.done = perform(work, console->command);
    else {
        timePassed(work);
        journalReached(work);
        forgetAbsentEditors(work);
        forgetAbsentLookers(work);
    }
    return answer;
}

void tell(const RouterInput& input, const Answer& answer)
{
    if (const auto* visitor = std::get_if<RouterInput::FromVisitor>(&input.what); visitor && visitor->answered)
        visitor->answered(answer.receipt);
    else if (const auto* console = std::get_if<RouterInput::FromConsole>(&input.what); console && console->answered)
        console->answered(answer.done);
}

bool holdsATick(std::span<const RouterInput> batch)
{
    for (const RouterInput& input : batch)
        if (std::holds_alternative<RouterInput::Tick>(input.what))
            return true;
    return false;
}

Result<std::vector<AgentState>> loadAgents(WorkspaceStore& store, Instant now)
{
    const auto agents = store.agents();
    const auto presences = store.presences();
    if (!agents)
        return tl::unexpected(agents.error());
    if (!presences)
        return tl::unexpected(presences.error());
    std::vector<AgentState> states;
    for (const auto& [agent, presence] : *agents) {
        const KeptPresence& kept = presences->at(agent.id);
        states.push_back({agent, presence, kept.since, kept.state, kept.until, kept.reason, now});
    }
    return states;
}

Result<Settings> loadSettings(WorkspaceStore& store)
{
    Settings settings;
    const auto live = store.liveRulebook();
    const auto faq = store.faq();
    const auto profile = store.profile();
    const auto website = store.websiteChannel();
    const auto practice = store.practiceOn();
    const auto desk = store.deskSettings();
    auto draft = store.draft();
    if (!live)
        return tl::unexpected(live.error());
    if (!faq)
        return tl::unexpected(faq.error());
    if (!profile)
        return tl::unexpected(profile.error());
    if (!website)
        return tl::unexpected(website.error());
    if (!practice)
        return tl::unexpected(practice.error());
    if (!draft)
        return tl::unexpected(draft.error());
    if (!desk)
        return tl::unexpected(desk.error());
    settings.desk = std::make_shared<const DeskSettings>(*desk);
    settings.rules = Rules::beforeAnyRulebook();
    if (*live) {
        const PublishedRulebook& stored = **live;
        auto rules = Rules::compile({stored.version, stored.document, stored.openIntervals, stored.note, stored.by},
                                    stored.at);
        if (!rules)
            return tl::unexpected(rules.error());
        settings.rules = std::move(*rules);
    }
    settings.faq = std::make_shared<const std::vector<FaqEntry>>(*faq);
    settings.profile = std::make_shared<const CompanyProfile>(*profile);
    settings.website = std::make_shared<const WebsiteChannel>(*website);
    settings.practiceOn = *practice;
    settings.draft = std::make_shared<const DraftOnScreen>(std::move(*draft));
    return settings;
}

}

Result<void> Router::State::load()
{
    auto rows = stores.conversations.open();
    auto agents = loadAgents(stores.workspace, clock.now());
    const auto offers = stores.conversations.offersOut();
    const auto highest = stores.conversations.highestNumber();
    const auto alerts = stores.alerts.open();
    const auto notices = stores.alerts.between(clock.now() - noticesKept, Instant::max());
    if (!alerts)
        return tl::unexpected(alerts.error());
    if (!notices)
        return tl::unexpected(notices.error());
    if (!rows)
        return tl::unexpected(rows.error());
    if (!agents)
        return tl::unexpected(agents.error());
    if (!offers)
        return tl::unexpected(offers.error());
    if (!highest)
        return tl::unexpected(highest.error());
    auto settings = loadSettings(stores.workspace);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto shadow = stores.workspace.shadow();
    if (!shadow)
        return tl::unexpected(shadow.error());
    floor.load(std::move(*rows), std::move(*agents), *offers, *alerts, std::move(*settings), *highest);
    for (const Alert& alert : *notices)
        memory.notices.add(alert);
    memory.notices.keepBatch(clock.now());
    memory.shadow.restart(*shadow, clock.now());
    return {};
}

// True when the batch was committed, and everybody has been answered.
bool Router::State::process(std::span<RouterInput> batch)
{
    const Instant schedulesSeenAt = memory.schedulesSeenAt;
    floor.beginBatch();
    Work work(floor, stores, memory, clock.now());
    std::vector<Answer> answers;
    answers.reserve(batch.size());
    for (const RouterInput& input : batch)
        answers.push_back(handleOne(work, input));
    workOffBacklog(work);
    if (memory.assignmentDue)
        makeOffers(work);
    if (!troubleText.empty() && work.events.empty() && holdsATick(batch))
        work.emit(PracticeSwitched{
            floor.settings().practiceOn});   // the smallest write that shows whether the trouble is over

    if (const Result<void> committed = commit(work); !committed) {
        undo(work, schedulesSeenAt);
        trouble(committed.error().message);
        if (batch.size() == 1)
            tell(batch.front(), {tl::unexpected(committed.error()), committed});
        return false;
    }
    ChangeSet changes = changesOf(work);
    tellOfDraft(changes, work);
    const std::vector<VisitorUpdate> updates = visitorUpdatesOf(work);
    forgetClosed(work);
    memory.notices.keepBatch(work.now);
    memory.shadow.keepBatch(work.now);
    memory.shadow.forgetAllBut(floor.conversations());
    changes.shadow = memory.shadow.news(work.now);
    if (!changes.empty())
        changed(changes);   // before the answers: whoever is told "done" finds it done
    for (std::size_t i = 0; i < batch.size(); ++i)
        tell(batch[i], answers[i]);
    for (const VisitorUpdate& update : updates)
        visitorUpdate(update);
    return true;
}

void Router::State::undo(const Work& work, Instant schedulesSeenAt)
{
    floor.undoBatch();
    memory.shadow.undoBatch();
    memory.notices.undoBatch();
    memory.schedulesSeenAt = schedulesSeenAt;
    memory.assignmentDue = true;
    for (const ConversationId& id : work.reconsidered)
        memory.backlog.add(id);
}

Result<void> Router::State::commit(Work& work)
{
    if (work.fault)
        return tl::unexpected(*work.fault);
    if (work.events.empty() && work.beside.empty())
        return {};
    if (auto written = stores.writer.append(work.events, work.beside); !written)
        return written;
    trouble({});
    return {};
}

void Router::State::forgetClosed(const Work& work)
{
    for (const Event& event : work.events)
        if (const ConversationClosed* closed = std::get_if<ConversationClosed>(&event.payload))
            memory.consideredAt.erase(closed->conversation);
    floor.keepBatch();
}

void Router::State::trouble(const std::string& text)
{
    if (text == troubleText)
        return;
    troubleText = text;
    troubled(text);
}

Router::Router(std::unique_ptr<State> state) : m_state(std::move(state)) { }
Router::~Router() = default;

Result<std::unique_ptr<Router>> Router::start(Database& database, const Clock& clock)
{
    auto state = std::make_unique<State>(database, clock);
    if (auto loaded = state->load(); !loaded)
        return tl::unexpected(loaded.error());
    return std::unique_ptr<Router>(new Router(std::move(state)));
}

void Router::handle(std::vector<RouterInput> batch)
{
    if (batch.empty() || m_state->process(batch) || batch.size() == 1)
        return;
    // One input may have spoilt the commit for all: each is tried alone, so that only the guilty one is refused.
    for (std::size_t i = 0; i < batch.size(); ++i)
        m_state->process(std::span(batch).subspan(i, 1));
}

std::optional<Instant> Router::wakeAt() const
{
    if (!m_state->memory.backlog.empty())
        return m_state->clock.now();
    std::optional<Instant> earliest;
    for (const auto& [id, offer] : m_state->floor.offersOut())
        if (!earliest || offer.lapsesAt < *earliest)
            earliest = offer.lapsesAt;
    for (const auto& [id, agent] : m_state->floor.agents())
        if (agent.presenceUntil && (!earliest || *agent.presenceUntil < *earliest))
            earliest = agent.presenceUntil;
    return earliest;
}

void Router::onChanged(std::function<void(const ChangeSet&)> listener) { m_state->changed = std::move(listener); }
void Router::onVisitorUpdate(std::function<void(const VisitorUpdate&)> listener)
{
    m_state->visitorUpdate = std::move(listener);
}
void Router::onTrouble(std::function<void(const std::string&)> listener) { m_state->troubled = std::move(listener); }
ChangeSet Router::everything() const
{
    ChangeSet everything = everythingOn(m_state->floor);
    tellOfDraft(everything, m_state->floor);
    everything.shadow = m_state->memory.shadow.onScreen();
    everything.looking = m_state->memory.looking;
    if (auto followUps = m_state->stores.conversations.openFollowUps())
        everything.followUps = std::move(*followUps);
    else
        m_state->trouble(followUps.error().message);
    return everything;
}
WebsiteChannel Router::websiteChannel() const { return *m_state->floor.settings().website; }

}
