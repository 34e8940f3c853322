#include "app/practice/practice_past.h"

#include "app/analysis/review.h"
#include "app/console/sample_workspace.h"
#include "app/practice/practice_desk.h"
#include "app/practice/practice_room.h"
#include "app/router/router.h"
#include "app/router/workspace_lock.h"
#include "model/storage/journal_store.h"

#include <array>

namespace signalbox {
namespace {

using namespace std::chrono_literals;

constexpr std::array spells{8h + 0min, 9h + 45min, 12h + 30min, 14h + 15min};   // of a day, in UTC
constexpr auto spellLasts = 8min;
constexpr auto lastAnswers = 20min;   // after a spell, until nobody has anything left to do

class PastClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(microseconds by) { m_now += by; }

private:
    Instant m_now{};
};

class PracticePast {
public:
    PracticePast(const std::filesystem::path& workspace, Database& database, const PracticePlan& plan)
        : m_database(database), m_history(workspace), m_plan(plan), m_desk(plan.seed)
    {
    }

    Result<void> open(bool isNew);
    Result<PracticePlayed> play(const std::function<void(const PracticePlayed&)>& played);

private:
    Result<void> perform(std::vector<Command> commands);
    void act(std::vector<PracticeDesk::Act> acts);
    Result<void> review(Instant until);
    void playDay(std::chrono::sys_days day);
    void playSpell(Instant from);
    void step(bool visitorsCome);

    Database& m_database;
    History m_history;   // for the reviews
    PracticePlan m_plan;
    PastClock m_clock;
    PracticeDesk m_desk;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<PracticeRoom> m_room;
    PracticePlayed m_played;
    std::vector<VisitorUpdate> m_told;   // to visitors, since the last step
};

Result<void> PracticePast::perform(std::vector<Command> commands)
{
    Result<void> done;
    for (Command& command : commands)
        m_router->handle({{RouterInput::FromConsole{std::move(command), [&](const Result<void>& answer) {
                                                        if (done && !answer)
                                                            done = answer;
                                                    }}}});
    return done;
}

Result<void> PracticePast::open(bool isNew)
{
    m_clock.set(m_plan.from);
    auto script = samplePractice();
    auto router = Router::start(m_database, m_clock);
    if (!script || !router)
        return tl::unexpected(script ? router.error() : script.error());
    m_router = std::move(*router);
    m_room = std::make_unique<PracticeRoom>(std::move(*script), m_plan.seed, "past-" + toIso8601(m_plan.from).substr(0, 10));
    m_router->onVisitorUpdate([this](const VisitorUpdate& update) { m_told.push_back(update); });
    m_router->onChanged([this](const ChangeSet& changes) {
        m_desk.follow(changes, m_clock.now());
    });
    if (isNew)
        if (auto built = sampleCommands().and_then([this](std::vector<Command> commands) { return perform(std::move(commands)); });
            !built)
            return built;
    m_desk.follow(m_router->everything(), m_clock.now());
    if (m_desk.comeOnline().empty())
        return failure("Nobody is in this workspace who could answer.");
    return {};
}

// What is refused, because the visitor or a colleague was faster, is not done.
void PracticePast::act(std::vector<PracticeDesk::Act> acts)
{
    std::vector<RouterInput> batch;
    for (PracticeDesk::Act& act : acts)
        batch.push_back({RouterInput::FromConsole{{1, std::move(act)}, [](const Result<void>&) {}}});
    if (!batch.empty())
        m_router->handle(std::move(batch));
}

void PracticePast::step(bool visitorsCome)
{
    m_clock.advance(1s);
    std::vector<RouterInput> batch{{RouterInput::Tick{}}};
    if (visitorsCome)
        for (VisitorInput& input : m_room->play(m_clock.now()))
            batch.push_back({RouterInput::FromVisitor{std::move(input), [](const Result<VisitorReceipt>&) {}}});
    m_router->handle(std::move(batch));
    act(m_desk.play(m_clock.now()));
    for (const VisitorUpdate& update : std::exchange(m_told, {}))
        m_room->told(update, m_clock.now());
}

void PracticePast::playSpell(Instant from)
{
    m_clock.set(from);
    m_room->switchOn(true, from);
    while (m_clock.now() < from + spellLasts)
        step(true);
    m_room->switchOn(false, m_clock.now());
    for (const Instant end = m_clock.now() + lastAnswers; m_clock.now() < end && m_desk.isBusy();)
        step(false);
}

void PracticePast::playDay(std::chrono::sys_days day)
{
    m_clock.set(day + spells.front() - 10min);
    act(m_desk.comeOnline());
    for (const auto spell : spells)
        playSpell(day + spell);
    act(m_desk.goHome());
    ++m_played.days;
}

// The seven days that are over, from what the days before left to be labelled.
Result<void> PracticePast::review(Instant until)
{
    constexpr int drawn = 30;   // of each trigger
    act(m_desk.review());
    const ReviewQuestion week{until - std::chrono::days{7}, until, Origin::Practice, drawn};
    return readReview(m_history, week, {}).map([this](const ReviewData& data) { act(m_desk.reviewSilent(data)); });
}

Result<PracticePlayed> PracticePast::play(const std::function<void(const PracticePlayed&)>& played)
{
    auto day = std::chrono::ceil<std::chrono::days>(m_plan.from);
    for (; day + 24h <= m_plan.until; day += std::chrono::days{1}) {
        const std::chrono::weekday weekday(day);
        m_clock.set(day + 1h);
        if (weekday == std::chrono::Monday)
            if (auto reviewed = review(day); !reviewed)
                return tl::unexpected(reviewed.error());
        if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday)
            continue;
        playDay(day);
        m_played.conversations = m_desk.conversationsMet();
        m_played.alerts = m_desk.alertsSeen();
        played(m_played);
    }
    m_clock.set(m_plan.until - 1min);
    return review(std::chrono::floor<std::chrono::days>(m_plan.until)).map([this] { return m_played; });
}

}

Result<PracticePlayed> playPracticePast(const std::filesystem::path& workspace, const PracticePlan& plan,
                                        const std::function<void(const PracticePlayed&)>& played)
{
    const bool isNew = !std::filesystem::exists(workspace);
    const auto lock = WorkspaceLock::take(workspace, "signalbox practice");
    if (!lock)
        return tl::unexpected(lock.error());
    auto database = Database::open(workspace, Database::Access::Write);
    if (!database)
        return tl::unexpected(database.error());
    if (const auto last = JournalReader(*database).lastAt(); !last || (*last && **last > plan.from))
        return last ? failure("In this workspace something happened on " + toIso8601(**last).substr(0, 10)
                                  + " already. A past can be played only into one that is older, or not there yet.",
                              workspace.string())
                    : tl::unexpected(last.error());
    PracticePast past(workspace, *database, plan);
    if (auto opened = past.open(isNew); !opened)
        return tl::unexpected(opened.error());
    return past.play(played);
}

}
