#include "tests/app/gateway/scripted_door.h"

#include "app/router/file_kinds.h"

#include <algorithm>
#include <fstream>

namespace signalbox {

ScriptedDoor::ScriptedDoor()
{
    channel.title = "Harbour Tea";
    channel.greeting = "Hello! What can we do for you?";
    m_thread = std::thread([this] { run(); });
}

ScriptedDoor::~ScriptedDoor()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool ScriptedDoor::submit(VisitorInput input, Answered answered)
{
    const std::scoped_lock lock(m_mutex);
    if (m_busy)
        return false;
    m_queue.emplace_back(std::move(input), std::move(answered));
    m_changed.notify_all();
    return true;
}

void ScriptedDoor::loadFile(const VisitorId& visitor, const AttachmentId& file,
                            std::function<void(const Result<std::string>&)> answered)
{
    Result<std::string> bytes = failure("There is no such file.");
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto thread = m_threads.find(visitor); thread != m_threads.end())
            if (const auto known = thread->second.files.find(file); known != thread->second.files.end())
                bytes = known->second;
    }
    answered(bytes);
}

int ScriptedDoor::listen(std::function<void(const VisitorUpdate&)> told)
{
    const std::scoped_lock lock(m_listenerMutex);
    m_listener = std::move(told);
    return 1;
}

void ScriptedDoor::unlisten(int)
{
    const std::scoped_lock lock(m_listenerMutex);
    m_listener = nullptr;
}

WebsiteChannel ScriptedDoor::websiteChannel() const { return channel; }

void ScriptedDoor::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ending || (!m_held && !m_queue.empty()); });
        if (m_ending)
            return;
        auto [input, answered] = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        handle(input, answered);
        lock.lock();
        m_inputs.push_back(input);
        m_changed.notify_all();
    }
}

void ScriptedDoor::handle(const VisitorInput& input, const Answered& answered)
{
    VisitorUpdate update;
    update.visitor = input.visitor;
    answered(take(input, update));
    if (update.messages.empty())
        return;
    tell(update);
    if (replies)
        replies(*this, input.visitor, update.messages.back().text);
}

Result<VisitorReceipt> ScriptedDoor::take(const VisitorInput& input, VisitorUpdate& update)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_failure.empty())
        return failure(m_failure);
    VisitorReceipt receipt;
    if (const auto* wrote = std::get_if<VisitorWrote>(&input.what))
        take(input.visitor, *wrote, receipt, update);
    if (!m_threads.contains(input.visitor))
        return receipt;
    const Thread& thread = m_threads[input.visitor];
    receipt.conversation = thread.conversation;
    receipt.owner = thread.owner;
    receipt.ownerName = thread.ownerName;
    if (const auto* arrived = std::get_if<VisitorArrived>(&input.what))
        for (const Message& message : thread.messages)
            if (message.sequence > arrived->resumeAfter)
                receipt.missed.push_back(message);
    return receipt;
}

void ScriptedDoor::take(const VisitorId& visitor, const VisitorWrote& wrote, VisitorReceipt& receipt,
                        VisitorUpdate& update)
{
    Thread& thread = threadOf(visitor);
    const auto known = std::find_if(thread.messages.begin(), thread.messages.end(),
                                    [&](const Message& message) { return message.id == wrote.message; });
    receipt.alreadyKnown = known != thread.messages.end();
    if (receipt.alreadyKnown) {
        receipt.sequence = known->sequence;
        return;
    }
    Message message;
    message.id = wrote.message;
    message.text = wrote.text;
    message.sequence = static_cast<std::int64_t>(thread.messages.size()) + 1;
    message.at = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
    attach(thread, message, wrote.files);
    thread.messages.push_back(message);
    remember(visitor, message);
    receipt.sequence = message.sequence;
    update.conversation = thread.conversation;
    update.messages.push_back(message);
}

void ScriptedDoor::attach(Thread& thread, Message& message, const std::vector<FileToSend>& files)
{
    for (const FileToSend& file : files) {
        Attachment attachment;
        attachment.id.value = "file:" + std::to_string(message.sequence) + ":" + std::to_string(message.attachments.size());
        attachment.mediaType = mediaTypeOf(file.bytes).value_or("");
        attachment.name = cleanFileName(file.name, attachment.mediaType);
        attachment.size = std::ssize(file.bytes);
        thread.files[attachment.id] = file.bytes;
        message.attachments.push_back(std::move(attachment));
    }
}

ScriptedDoor::Thread& ScriptedDoor::threadOf(const VisitorId& visitor)
{
    Thread& thread = m_threads[visitor];
    if (thread.conversation.empty())
        thread.conversation.value = std::to_string(m_threads.size());
    return thread;
}

void ScriptedDoor::say(const VisitorId& visitor, Author author, const std::string& name, const std::string& text,
                       std::vector<Citation> citations, const std::vector<FileToSend>& files)
{
    VisitorUpdate update;
    {
        const std::scoped_lock lock(m_mutex);
        Thread& thread = threadOf(visitor);
        Message message;
        message.sequence = static_cast<std::int64_t>(thread.messages.size()) + 1;
        message.id.value = "said:" + std::to_string(message.sequence);
        message.author = author;
        message.authorName = name;
        message.text = text;
        message.at = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
        message.citations = std::move(citations);
        attach(thread, message, files);
        thread.messages.push_back(message);
        update.visitor = visitor;
        update.conversation = thread.conversation;
        update.messages.push_back(message);
    }
    tell(update);
}

void ScriptedDoor::giveTo(const VisitorId& visitor, OwnerKind kind, const std::string& name)
{
    VisitorUpdate update;
    {
        const std::scoped_lock lock(m_mutex);
        Thread& thread = threadOf(visitor);
        thread.owner = kind;
        thread.ownerName = name;
        update.conversation = thread.conversation;
    }
    update.visitor = visitor;
    update.owner = kind;
    update.ownerName = name;
    tell(update);
}

void ScriptedDoor::type(const VisitorId& visitor)
{
    VisitorUpdate update;
    update.visitor = visitor;
    update.agentTyping = true;
    tell(update);
}

void ScriptedDoor::closeFor(const VisitorId& visitor)
{
    VisitorUpdate update;
    update.visitor = visitor;
    update.closed = true;
    tell(update);
}

void ScriptedDoor::tell(const VisitorUpdate& update)
{
    const std::scoped_lock lock(m_listenerMutex);
    if (m_listener)
        m_listener(update);
}

void ScriptedDoor::beBusy(bool busy)
{
    const std::scoped_lock lock(m_mutex);
    m_busy = busy;
}

void ScriptedDoor::hold(bool held)
{
    const std::scoped_lock lock(m_mutex);
    m_held = held;
    m_changed.notify_all();
}

void ScriptedDoor::failWith(std::string words)
{
    const std::scoped_lock lock(m_mutex);
    m_failure = std::move(words);
}

std::vector<Message> ScriptedDoor::messagesOf(const VisitorId& visitor) const
{
    const std::scoped_lock lock(m_mutex);
    const auto known = m_threads.find(visitor);
    return known == m_threads.end() ? std::vector<Message>() : known->second.messages;
}

std::vector<VisitorInput> ScriptedDoor::inputs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_inputs;
}

bool ScriptedDoor::waitFor(const std::function<bool()>& condition) const
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!condition()) {
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_until(lock,
                                 std::min(deadline, std::chrono::steady_clock::now() + std::chrono::milliseconds(20)))
                == std::cv_status::timeout
            && std::chrono::steady_clock::now() >= deadline)
            return false;
    }
    return true;
}

// One line a message: visitor, id and text; enough to know a resent message again after a restart.
void ScriptedDoor::keepIn(std::string file)
{
    std::ifstream kept(file);
    std::string visitor, id, text;
    while (kept >> visitor >> id && std::getline(kept >> std::ws, text)) {
        VisitorReceipt receipt;
        VisitorUpdate update;
        take({visitor}, VisitorWrote{{id}, text}, receipt, update);
    }
    const std::scoped_lock lock(m_mutex);
    m_file = std::move(file);
}

void ScriptedDoor::remember(const VisitorId& visitor, const Message& message)
{
    if (!m_file.empty())
        std::ofstream(m_file, std::ios::app)
            << visitor.value << ' ' << message.id.value << ' ' << message.text << std::endl;
}

}
