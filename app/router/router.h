#pragma once

#include "app/router/clock.h"
#include "app/router/visitor_door.h"
#include "model/domain/change_set.h"
#include "model/domain/command.h"
#include "model/domain/result.h"
#include "model/storage/database.h"

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace signalbox {

// One thing for the router to do, and who wants to know how it went. Answers are given after the commit.
struct RouterInput {
    struct FromVisitor {
        VisitorInput input;
        std::function<void(const Result<VisitorReceipt>&)> answered;
    };
    struct FromConsole {
        Command command;
        std::function<void(const Result<void>&)> answered;
    };
    struct Tick { };   // time has passed: offers lapse, waits grow, schedules open, follow-ups fall due
    std::variant<FromVisitor, FromConsole, Tick> what;
};

// Journal writer, floor and decisions in one: takes inputs in order, in batches, commits each batch once, then answers and
// publishes. Not thread-safe: router_host gives it a thread. Time comes from the clock alone, so tests own it.
class Router {
public:
    // Loads the floor from the projections. `database` (open for writing) and `clock` outlive the router.
    static Result<std::unique_ptr<Router>> start(Database& database, const Clock& clock);
    ~Router();

    // Handles the batch as one commit. If the commit fails every input is answered with the error, nothing has changed,
    // and the floor is as before.
    void handle(std::vector<RouterInput> batch);

    // Set before the first `handle`. Called after each commit.
    void onChanged(std::function<void(const ChangeSet&)> listener);
    void onVisitorUpdate(std::function<void(const VisitorUpdate&)> listener);
    void onTrouble(std::function<void(const std::string&)> listener);   // empty text: the trouble is over

    // When it wants a tick even if nothing arrives: an offer lapses, or work was put off. None: not before the next second.
    std::optional<Instant> wakeAt() const;

    // Everything, as a first change set for a screen that has just opened.
    ChangeSet everything() const;
    WebsiteChannel websiteChannel() const;

private:
    struct State;
    explicit Router(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
