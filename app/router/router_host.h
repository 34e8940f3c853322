#pragma once

#include "app/router/router.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace signalbox {

class ConversationReader;

// The router on a thread of its own, with the doors in and out. Inputs are taken from a bounded queue; whatever has
// gathered while a batch was written is the next batch. A tick comes every second, and at once when an offer lapses.
class RouterHost final : public VisitorDoor {
public:
    // Opens the workspace for writing, takes its lock, and starts the thread. Errors name who has the workspace. `what` is
    // said to a second process that wants it: "the console", "signalbox serve".
    static Result<std::unique_ptr<RouterHost>>
    start(const std::filesystem::path& workspace, std::unique_ptr<Clock> clock, std::string_view what = "the console");
    ~RouterHost() override;   // finishes what was taken in, then stops

    bool submit(VisitorInput input, std::function<void(const Result<VisitorReceipt>&)> answered) override;
    void loadFile(const VisitorId& visitor, const AttachmentId& file,
                  std::function<void(const Result<std::string>&)> answered) override;
    int listen(std::function<void(const VisitorUpdate&)> told) override;
    void unlisten(int handle) override;
    WebsiteChannel websiteChannel() const override;

    // False when the queue is full. `answered` runs on the router's thread.
    [[nodiscard]] bool submit(Command command, std::function<void(const Result<void>&)> answered);

    // Change sets on the router's thread, starting with everything, until the listener returns false.
    void follow(std::function<bool(const ChangeSet&)> listener, std::function<void(const std::string&)> trouble);

    // Answered on a reading thread with a connection of its own; the router is never held up.
    void loadDetail(ConversationId conversation, std::function<void(Result<ConversationDetail>)> answered);
    void loadEarlier(ConversationId conversation, std::int64_t before,
                     std::function<void(Result<std::vector<Message>>)> answered);

    // Any other question to the reader, on that thread.
    void ask(std::function<void(ConversationReader&)> question);

    const std::filesystem::path& workspace() const;

private:
    struct State;
    explicit RouterHost(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
