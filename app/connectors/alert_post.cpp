#include "app/connectors/alert_post.h"

#include "app/connectors/webhook.h"
#include "app/router/router_host.h"
#include "model/domain/names.h"
#include "model/storage/alert_store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>

namespace signalbox {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::array<seconds, 4> tryAgainAfter{seconds{30}, seconds{120}, seconds{600}, seconds{1800}};
constexpr seconds reportAgainAfter{5};   // when the router's queue was full
constexpr seconds tooOld{24 * 3600};
constexpr std::size_t mostWaiting = 10000;

std::string fromEnvironment(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? value : "";
}

struct Letter {
    Alert alert;
    AlertWay way = AlertWay::Webhook;
    Steady::time_point due{};
    std::size_t tries = 0;
    std::optional<std::string> outcome{};   // what the router has still to be told; empty text: it arrived
};

bool goesOut(AlertWay way) { return way != AlertWay::Desktop; }

}

PostSecrets secretsOfEnvironment()
{
    return {fromEnvironment("SIGNALBOX_MAIL_PASSWORD"), fromEnvironment("SIGNALBOX_WEBHOOK_SECRET")};
}

std::string webhookBody(const Alert& alert, const std::string& ownerName)
{
    nlohmann::ordered_json body{{"type", "alert"},
                                {"number", alert.number},
                                {"alert", alert.trigger.value},
                                {"text", alert.text},
                                {"conversation", alert.conversation.value},
                                {"tier", alert.tier.value},
                                {"at", toIso8601(alert.at)},
                                {"passed_on", alert.escalated}};
    if (!alert.owner.empty())
        body["owner"] = {{"id", alert.owner.value}, {"name", ownerName}};
    if (alert.score)
        body["measure"] = {{"attribute", alert.measure}, {"value", *alert.score}};
    return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Mail alertMail(const Alert& alert, const std::string& from, const std::string& to)
{
    Mail mail;
    mail.id = "signalbox-alert-" + std::to_string(alert.number) + (alert.escalated ? "-passed-on" : "");
    mail.from = from;
    mail.to = to;
    mail.subject = alert.text;
    mail.text = alert.text + "\n\n" + (alert.ownerReason.empty() ? "" : "You have it because: " + alert.ownerReason + ".\n")
        + (alert.tier.empty() ? "" : "Tier: " + alert.tier.value + ".\n")
        + "Open conversation #" + alert.conversation.value + " in Signalbox to answer, and acknowledge the alert there.\n";
    mail.at = alert.at;
    return mail;
}

struct AlertPost::State {
    State(RouterHost& theRouter, PostSecrets theSecrets) : router(theRouter), secrets(std::move(theSecrets)) { }

    void take(const ChangeSet& changes);
    void add(const Alert& alert, AlertWay way);
    void run();
    void addWhatIsLeft();
    void deliver(Letter& letter);
    Result<void> send(const Letter& letter);
    void report(Letter& letter);

    RouterHost& router;
    const PostSecrets secrets;

    std::mutex mutex;
    std::condition_variable arrived;
    std::atomic<bool> stopping = false;
    bool started = false;   // the first change set was seen: what is in it was raised before
    std::vector<Letter> letters;
    std::map<std::pair<std::int64_t, AlertWay>, AgentId> known;   // whom each was sent to, or is to be
    AlertPostSettings settings;
    std::map<AgentId, std::string> names;
    std::thread thread;
};

// On the router's thread.
void AlertPost::State::take(const ChangeSet& changes)
{
    const std::lock_guard guard(mutex);
    if (changes.deskSettings)
        settings = changes.deskSettings->alertPost;
    for (const AgentOnScreen& agent : changes.agents)
        names[agent.agent.id] = agent.agent.name;
    for (const Alert& alert : changes.alerts) {
        for (const AlertWay way : alert.ways) {
            if (!goesOut(way) || alert.heldBack != HeldBack::No)
                continue;
            if (alert.endedAt) {
                known.erase({alert.number, way});
                continue;
            }
            if (!started)
                known.try_emplace({alert.number, way}, alert.owner);
            else if (const auto sent = known.find({alert.number, way}); sent == known.end() || sent->second != alert.owner)
                add(alert, way);
        }
    }
    if (!started) {
        started = true;
        thread = std::thread([this] { run(); });
    }
}

void AlertPost::State::add(const Alert& alert, AlertWay way)
{
    known.insert_or_assign({alert.number, way}, alert.owner);
    if (letters.size() < mostWaiting)
        letters.push_back({alert, way, Steady::now()});
    arrived.notify_one();
}

// What a start finds that was not sent. What was raised since is there already.
void AlertPost::State::addWhatIsLeft()
{
    auto database = Database::open(router.workspace(), Database::Access::ReadOnly);
    if (!database)
        return;   // the router says what is wrong with the workspace
    const auto left = AlertStore(*database).toDeliver();
    if (!left)
        return;
    const Instant now = SystemClock().now();
    const std::lock_guard guard(mutex);
    for (const auto& [alert, way] : *left) {
        const auto isHere = [&](const Letter& letter) { return letter.alert.number == alert.number && letter.way == way; };
        if (std::ranges::any_of(letters, isHere))
            continue;
        Letter letter{alert, way, Steady::now()};
        if (alert.endedAt || alert.at < now - tooOld)
            letter.outcome = alert.endedAt ? "It was over before it could be sent." : "It was not sent within a day.";
        letters.push_back(std::move(letter));
    }
}

void AlertPost::State::run()
{
    addWhatIsLeft();
    std::unique_lock guard(mutex);
    while (!stopping) {
        const auto next = std::ranges::min_element(letters, {}, &Letter::due);
        if (next == letters.end()) {
            arrived.wait(guard);
            continue;
        }
        if (next->due > Steady::now()) {
            arrived.wait_until(guard, next->due);
            continue;
        }
        Letter letter = std::move(*next);
        letters.erase(next);
        guard.unlock();
        deliver(letter);
        guard.lock();
        if (letter.due > Steady::now())
            letters.push_back(std::move(letter));
    }
}

// Afterwards its due time says when to go on with it; a past one: it is done.
void AlertPost::State::deliver(Letter& letter)
{
    if (!letter.outcome) {
        const auto sent = send(letter);
        if (!sent && stopping)
            return;   // a restart goes on with it
        if (!sent && letter.tries < tryAgainAfter.size()) {
            letter.due = Steady::now() + tryAgainAfter[letter.tries++];
            return;
        }
        letter.outcome = sent ? std::string() : sent.error().message;
    }
    report(letter);
}

void AlertPost::State::report(Letter& letter)
{
    const bool taken = router.submit(Command{0, ReportDelivery{letter.alert.number, letter.way, *letter.outcome}},
                                     [](const Result<void>&) {});
    letter.due = Steady::now() + (taken ? seconds{0} : reportAgainAfter);
}

Result<void> AlertPost::State::send(const Letter& letter)
{
    AlertPostSettings to;
    std::string ownerName;
    {
        const std::lock_guard guard(mutex);
        to = settings;
        if (const auto name = names.find(letter.alert.owner); name != names.end())
            ownerName = name->second;
    }
    if (letter.way == AlertWay::Webhook) {
        if (to.webhook.empty())
            return failure("No webhook is set up. Settings, Alerts.");
        return postWebhook(to.webhook, webhookBody(letter.alert, ownerName), secrets.webhookSecret, stopping);
    }
    if (to.mailServer.empty() || to.mailFrom.empty())
        return failure("No mail server is set up. Settings, Alerts.");
    const auto address = to.mailOf.find(letter.alert.owner.value);
    if (address == to.mailOf.end())
        return failure(letter.alert.owner.empty() ? "It has no owner to write to."
                                                  : ownerName + " has no e-mail address. Settings, Alerts.");
    return sendMail({to.mailServer, to.mailUser, secrets.mailPassword},
                    alertMail(letter.alert, to.mailFrom, address->second), stopping);
}

AlertPost::AlertPost(RouterHost& router, PostSecrets secrets) : m_state(std::make_shared<State>(router, std::move(secrets)))
{
    router.follow(
        [state = m_state](const ChangeSet& changes) {
            {
                const std::lock_guard guard(state->mutex);
                if (state->stopping)
                    return false;
            }
            state->take(changes);
            return true;
        },
        [](const std::string&) {});
}

AlertPost::~AlertPost()
{
    {
        const std::lock_guard guard(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->arrived.notify_one();
    if (m_state->thread.joinable())
        m_state->thread.join();
}

}
