#pragma once

#include "app/router/router.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace signalbox::test {

// A clock that stands still until it is moved.
class HandClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void advance(microseconds by) { m_now += by; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now = *fromIso8601("2026-06-09T08:00:00Z");   // a Tuesday, 10:00 in Berlin
};

// A router on a workspace of its own, with hands for visitors, agents and the clock, and all it said.
class RouterFloor : public ::testing::Test {
protected:
    RouterFloor();
    ~RouterFloor() override;

    void start();   // opens the workspace, as after a restart when it was open
    void publish(const std::string& rulebook);
    void addAgent(const std::string& id, const std::string& name, int capacity = 4, Role role = Role::Agent);
    void presence(const std::string& agent, Presence presence);
    void addFaq(const std::string& id, const std::string& question, const std::string& answer);

    Result<VisitorReceipt> fromVisitor(const std::string& visitor, decltype(VisitorInput::what) what);
    Result<VisitorReceipt> give(VisitorInput input);
    // Each with an id of its own.
    Result<VisitorReceipt> writes(const std::string& visitor, const std::string& text);
    Result<VisitorReceipt> seesPage(const std::string& visitor, const std::string& attribute, Value value);
    Result<void> command(decltype(Command::what) what);
    void tick(seconds by = seconds{1});

    Conversation row(const std::string& id);   // as the store has it
    std::vector<Message> messages(const std::string& id);
    std::vector<Offer> offersOut();
    Result<void> accept(const std::string& agent);   // the offer that is out to them
    Result<void> reply(const std::string& conversation, const std::string& agent, const std::string& text);
    template <class What>
    std::vector<What> journaled();
    std::vector<Event> journal();
    void save(DeskSettings settings);
    void join(const std::string& agent, const std::string& team);
    std::string why(const Result<void>& refused) { return refused ? "done" : refused.error().message; }

    // What must be so after anything: every decision is decided again the same, and the floor, a floor after a restart,
    // the lists and the journal say the same.
    void expectSound();

    HandClock clock;
    std::filesystem::path folder;
    std::unique_ptr<Database> database;
    std::unique_ptr<Router> router;
    std::vector<ChangeSet> changes;
    std::vector<VisitorUpdate> updates;
    std::vector<std::string> troubles;
    int written = 0;
};

template <class What>
std::vector<What> RouterFloor::journaled()
{
    std::vector<What> found;
    for (const Event& event : journal())
        if (const What* what = std::get_if<What>(&event.payload))
            found.push_back(*what);
    return found;
}

// The floor that most tests of the desk need: all goes to the queue "sales", Leila and Tomasz answer, Mira leads. What must
// be so after anything is looked at in the end.
class DeskFloor : public RouterFloor {
protected:
    DeskFloor();
    void TearDown() override { expectSound(); }
    // An open conversation that this agent has and has answered.
    void has(const std::string& agent, const std::string& visitor, const std::string& conversation);
    AgentOnScreen onScreen(const std::string& agent);
    std::string lastNote(const std::string& conversation);
};

// A rulebook with the queues "sales" and "support" and these policies (the inside of the array).
std::string rulebookWith(const std::string& policies, const std::string& more = {});

}
