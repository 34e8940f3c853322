#pragma once

#include "app/router/visitor_door.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace signalbox {

// A router for tests of the gateway: keeps each visitor's messages in memory, answers on a thread of its own as the real
// one does, and does what the test says.
class ScriptedDoor final : public VisitorDoor {
public:
    ScriptedDoor();
    ~ScriptedDoor() override;

    bool submit(VisitorInput input, std::function<void(const Result<VisitorReceipt>&)> answered) override;
    void loadFile(const VisitorId& visitor, const AttachmentId& file,
                  std::function<void(const Result<std::string>&)> answered) override;
    int listen(std::function<void(const VisitorUpdate&)> told) override;
    void unlisten(int handle) override;
    WebsiteChannel websiteChannel() const override;

    // Set before the gateway starts.
    WebsiteChannel channel;
    // What to say to a visitor's message; empty: nothing. Runs on the door's thread.
    std::function<void(ScriptedDoor&, const VisitorId&, const std::string& text)> replies;

    void beBusy(bool busy);             // submit is refused
    void hold(bool held);               // inputs are taken and wait
    void failWith(std::string words);   // answers are errors; empty: no more

    // As from the console. The conversation must exist.
    void say(const VisitorId& visitor, Author author, const std::string& name, const std::string& text,
             std::vector<Citation> citations = {}, const std::vector<FileToSend>& files = {});
    void giveTo(const VisitorId& visitor, OwnerKind kind, const std::string& name);
    void type(const VisitorId& visitor);
    void closeFor(const VisitorId& visitor);

    std::vector<Message> messagesOf(const VisitorId& visitor) const;
    std::vector<VisitorInput> inputs() const;
    bool waitFor(const std::function<bool()>& condition) const;   // looks again after each input; false after 5 seconds
    void keepIn(std::string file);                                // messages survive the program, for restart tests

private:
    struct Thread {
        ConversationId conversation;
        std::vector<Message> messages;
        std::map<AttachmentId, std::string> files;
        OwnerKind owner = OwnerKind::Ai;
        std::string ownerName;
    };
    using Answered = std::function<void(const Result<VisitorReceipt>&)>;

    void run();
    void handle(const VisitorInput& input, const Answered& answered);
    Result<VisitorReceipt> take(const VisitorInput& input, VisitorUpdate& update);
    void take(const VisitorId& visitor, const VisitorWrote& wrote, VisitorReceipt& receipt, VisitorUpdate& update);
    Thread& threadOf(const VisitorId& visitor);
    static void attach(Thread& thread, Message& message, const std::vector<FileToSend>& files);
    void tell(const VisitorUpdate& update);
    void remember(const VisitorId& visitor, const Message& message);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::deque<std::pair<VisitorInput, Answered>> m_queue;
    std::vector<VisitorInput> m_inputs;
    std::map<VisitorId, Thread> m_threads;
    std::mutex m_listenerMutex;
    std::function<void(const VisitorUpdate&)> m_listener;
    std::string m_failure, m_file;
    bool m_busy = false, m_held = false, m_ending = false;
    std::thread m_thread;
};

}
