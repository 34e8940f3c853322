// Works a workspace with visitors and agents until it is killed, and writes a line to stdout for each thing that was
// acknowledged: "m <message id> <visitor>", "a <conversation> <agent>", "d <number of the draft's save> saved".
//   crash_child WORKSPACE ROUND

#include "app/router/router_host.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <future>
#include <thread>
#include <unistd.h>

using namespace signalbox;

namespace {

const char* const rulebook
    = R"({"rulebook": 1, "queues": [{"id": "sales", "name": "Sales", "offer_seconds": 5}], "policies": [
    {"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]}]})";
constexpr std::array<const char*, 3> agents{"leila", "tomasz", "mira"};

void acknowledge(const std::string& line)
{
    const std::string whole = line + "\n";   // one write: lines of several threads do not mix
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0)
        ::_exit(1);
}

bool perform(RouterHost& host, decltype(Command::what) what)
{
    std::promise<bool> done;
    if (!host.submit(Command{1, std::move(what)},
                     [&](const Result<void>& answer) { done.set_value(answer.has_value()); }))
        return false;
    return done.get_future().get();
}

void prepare(RouterHost& host)
{
    perform(host, PublishRulebook{rulebook, "for the test", {}});
    for (const char* id : agents) {
        Agent agent;
        agent.id = {id};
        agent.name = id;
        agent.capacity = 1000;
        perform(host, SaveAgent{agent, {}});
        perform(host, SetPresence{{id}, Presence::Online});
    }
}

[[noreturn]] void visit(RouterHost& host, const std::string& name, const std::string& round)
{
    for (int i = 0;; ++i) {
        VisitorInput input;
        input.visitor = {name + "-" + std::to_string(i / 5)};
        const std::string id = round + ":" + name + ":" + std::to_string(i);
        input.what = VisitorWrote{{id}, "message " + id};
        std::promise<bool> taken;
        if (host.submit(input, [&](const Result<VisitorReceipt>& receipt) { taken.set_value(receipt.has_value()); })
            && taken.get_future().get())
            acknowledge("m " + id + " " + input.visitor.value);
    }
}

// Saves the draft again and again, each time with a higher number in it.
void edit(RouterHost& host, const std::string& round)
{
    for (int i = 1;; ++i) {
        const std::string number = std::to_string(std::stoi(round) * 1'000'000 + i);
        if (perform(host, SaveDraft{number, 0, 0, {}}))
            acknowledge("d " + number + " saved");
    }
}

}

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const auto started = RouterHost::start(argv[1], std::make_unique<SystemClock>(), "the crash test");
    if (!started) {
        std::fprintf(stderr, "%s\n", started.error().message.c_str());
        return 1;
    }
    RouterHost& host = **started;
    if (std::string(argv[2]) == "0")
        prepare(host);
    // Offers are accepted as they come: twice each, by whom they are for and by somebody else.
    host.follow(
        [&host](const ChangeSet& changes) {
            for (const Offer& offer : changes.offersMade) {
                for (const char* id : agents) {
                    const std::string line = "a " + offer.conversation.value + " " + id;
                    (void)host.submit(Command{1, AcceptOffer{offer.id, {id}}}, [line](const Result<void>& answer) {
                        if (answer)
                            acknowledge(line);
                    });
                }
            }
            return true;
        },
        [](const std::string&) {});
    std::jthread second([&host, argv] { visit(host, "bea", argv[2]); });
    std::jthread editor([&host, argv] { edit(host, argv[2]); });
    visit(host, "ada", argv[2]);
}
