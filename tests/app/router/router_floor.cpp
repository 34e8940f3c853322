#include "tests/app/router/router_floor.h"

#include "app/router/conversation_state.h"
#include "app/router/history_check.h"
#include "model/journal/events_json.h"

#include <algorithm>

namespace signalbox::test {

RouterFloor::RouterFloor()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "signalbox-router-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    start();
}

RouterFloor::~RouterFloor()
{
    router.reset();
    database.reset();
    std::filesystem::remove_all(folder);
}

void RouterFloor::start()
{
    router.reset();
    database.reset();
    auto opened = Database::open(folder / "test.signalbox", Database::Access::Write);
    if (!opened)
        throw std::runtime_error(opened.error().message);
    database = std::make_unique<Database>(std::move(*opened));
    auto started = Router::start(*database, clock);
    if (!started)
        throw std::runtime_error(started.error().message);
    router = std::move(*started);
    router->onChanged([this](const ChangeSet& change) { changes.push_back(change); });
    router->onVisitorUpdate([this](const VisitorUpdate& update) { updates.push_back(update); });
    router->onTrouble([this](const std::string& text) { troubles.push_back(text); });
}

void RouterFloor::publish(const std::string& rulebook)
{
    const auto done = command(PublishRulebook{rulebook, "for the test", {}});
    ASSERT_TRUE(done) << done.error().message;
}

void RouterFloor::addAgent(const std::string& id, const std::string& name, int capacity, Role role)
{
    Agent agent;
    agent.id = {id};
    agent.name = name;
    agent.capacity = capacity;
    agent.role = role;
    const auto done = command(SaveAgent{agent, {}});
    ASSERT_TRUE(done) << done.error().message;
}

void RouterFloor::presence(const std::string& agent, Presence presence)
{
    const auto done = command(SetPresence{{agent}, presence});
    ASSERT_TRUE(done) << done.error().message;
}

void RouterFloor::addFaq(const std::string& id, const std::string& question, const std::string& answer)
{
    const auto done = command(SaveFaq{{{id}, question, answer, {}}, {}});
    ASSERT_TRUE(done) << done.error().message;
}

Result<VisitorReceipt> RouterFloor::give(VisitorInput input)
{
    Result<VisitorReceipt> answer = failure("never answered");
    router->handle({{RouterInput::FromVisitor{std::move(input), [&](const auto& receipt) { answer = receipt; }}}});
    return answer;
}

Result<VisitorReceipt> RouterFloor::fromVisitor(const std::string& visitor, decltype(VisitorInput::what) what)
{
    VisitorInput input;
    input.visitor = {visitor};
    input.what = std::move(what);
    return give(std::move(input));
}

Result<VisitorReceipt> RouterFloor::writes(const std::string& visitor, const std::string& text)
{
    return fromVisitor(visitor, VisitorWrote{{visitor + "-" + std::to_string(++written)}, text});
}

Result<VisitorReceipt> RouterFloor::seesPage(const std::string& visitor, const std::string& attribute, Value value)
{
    return fromVisitor(visitor, VisitorContext{{{attribute, std::move(value), "widget", std::nullopt}}});
}

Result<void> RouterFloor::command(decltype(Command::what) what)
{
    Result<void> answer = failure("never answered");
    router->handle({{RouterInput::FromConsole{{1, std::move(what)}, [&](const auto& done) { answer = done; }}}});
    return answer;
}

void RouterFloor::tick(seconds by)
{
    clock.advance(by);
    router->handle({{RouterInput::Tick{}}});
}

Conversation RouterFloor::row(const std::string& id) { return ConversationStore(*database).find({id}).value().value(); }

std::vector<Message> RouterFloor::messages(const std::string& id)
{
    return ConversationStore(*database).messages({id}, 0, 1000).value();
}

std::vector<Offer> RouterFloor::offersOut() { return ConversationStore(*database).offersOut().value(); }

Result<void> RouterFloor::accept(const std::string& agent)
{
    for (const Offer& offer : offersOut())
        if (offer.agent.value == agent)
            return command(AcceptOffer{offer.id, offer.agent});
    return failure("There is no offer to " + agent);
}

Result<void> RouterFloor::reply(const std::string& conversation, const std::string& agent, const std::string& text)
{
    return command(SendReply{{conversation}, {agent}, {"reply-" + std::to_string(++written)}, text});
}

std::vector<Event> RouterFloor::journal()
{
    std::vector<Event> events;
    const auto read = JournalReader(*database).forEach(0, [&](const Event& event) {
        events.push_back(event);
        return true;
    });
    EXPECT_TRUE(read);
    return events;
}

void RouterFloor::save(DeskSettings settings)
{
    const auto done = command(SaveDeskSettings{std::move(settings), {}});
    ASSERT_TRUE(done) << done.error().message;
}

void RouterFloor::join(const std::string& id, const std::string& team)
{
    for (const AgentOnScreen& known : router->everything().agents)
        if (known.agent.id.value == id) {
            Agent agent = known.agent;
            agent.team = team;
            ASSERT_TRUE(command(SaveAgent{agent, {}}));
        }
}

void RouterFloor::expectSound()
{
    const auto report = checkHistory(*database);
    ASSERT_TRUE(report);
    for (const HistoryFault& fault : report->faults)
        ADD_FAILURE() << "#" << fault.conversation.value << " " << fault.what;

    std::map<ConversationId, ConversationState> told;
    for (const Event& event : journal())
        if (const ConversationId id = conversationOf(event.payload); !id.empty())
            project(told[id], event);
    for (const auto& [id, state] : told)
        EXPECT_EQ(row(id.value), state.row) << "the list and the journal, #" << id.value;

    ChangeSet before = router->everything();
    start();
    ChangeSet after = router->everything();
    for (ChangeSet* all : {&before, &after}) {
        std::ranges::sort(all->conversations, {}, &Conversation::id);
        EXPECT_TRUE(
            std::ranges::none_of(all->conversations, [](const Conversation& row) { return row.closedAt.has_value(); }));
    }
    ASSERT_EQ(before.conversations.size(), after.conversations.size());
    for (std::size_t i = 0; i < after.conversations.size(); ++i)
        EXPECT_EQ(before.conversations[i], after.conversations[i]) << "#" << after.conversations[i].id.value;
    EXPECT_EQ(before.agents, after.agents);
    EXPECT_EQ(before.offersMade.size(), after.offersMade.size());
    EXPECT_EQ(before.followUps, after.followUps);
    EXPECT_EQ(before.alerts, after.alerts);
}

DeskFloor::DeskFloor()
{
    publish(rulebookWith(R"({"id": "all", "name": "All", "when": {"all": []},
        "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})"));
    addAgent("leila", "Leila Haddad");
    addAgent("tomasz", "Tomasz Wrona");
    addAgent("mira", "Mira Lindqvist", 4, Role::Lead);
}

void DeskFloor::has(const std::string& agent, const std::string& visitor, const std::string& conversation)
{
    ASSERT_TRUE(writes(visitor, "hello"));
    ASSERT_TRUE(command(TakeConversation{{conversation}, {agent}}));
    ASSERT_TRUE(reply(conversation, agent, "Good morning"));
}

AgentOnScreen DeskFloor::onScreen(const std::string& agent)
{
    for (const AgentOnScreen& known : router->everything().agents)
        if (known.agent.id.value == agent)
            return known;
    return {};
}

std::string DeskFloor::lastNote(const std::string& conversation)
{
    std::string last;
    for (const Message& message : messages(conversation))
        if (message.internalNote)
            last = message.text;
    return last;
}

std::string rulebookWith(const std::string& policies, const std::string& more)
{
    return R"({"rulebook": 1,
        "tiers": [{"id": "P1", "name": "Act now", "when": {"attr": "crm.deal_size", "op": "ge", "value": 10000},
                   "response_target_seconds": 60},
                  {"id": "P2", "name": "Soon", "when": {"all": []}, "response_target_seconds": 300}],
        "queues": [{"id": "sales", "name": "Sales"}, {"id": "support", "name": "Support"}],
        "policies": [)"
        + policies + "]" + (more.empty() ? "" : ", " + more) + "}";
}

}
