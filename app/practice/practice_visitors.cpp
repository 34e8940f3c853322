#include "app/practice/practice_visitors.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int shortestWait = 20;   // milliseconds: steps closer than this are one
constexpr int retryAfter = 250;    // when the door was full

}

PracticeVisitors::PracticeVisitors(VisitorDoor& door, std::vector<PracticeVisitor> script, std::uint32_t seed,
                                   std::function<Instant()> now, QObject* parent)
    : QObject(parent),
      m_door(door),
      m_now(std::move(now)),
      m_room(std::move(script), seed, std::to_string(toMicroseconds(m_now())))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PracticeVisitors::step);
    m_post->receiver = this;
    m_listening = m_door.listen([post = m_post](const VisitorUpdate& update) {
        const std::scoped_lock lock(post->mutex);
        if (!post->receiver || !update.visitor.value.starts_with("practice-"))
            return;
        post->updates.push_back(update);
        if (post->updates.size() == 1)
            QMetaObject::invokeMethod(post->receiver, &PracticeVisitors::takePost, Qt::QueuedConnection);
    });
}

PracticeVisitors::~PracticeVisitors()
{
    m_door.unlisten(m_listening);
    const std::scoped_lock lock(m_post->mutex);
    m_post->receiver = nullptr;
}

void PracticeVisitors::follow(const ChangeSet& changes)
{
    for (const Conversation& conversation : changes.conversations) {
        if (conversation.origin != Origin::Practice)
            continue;
        const bool withPeople = !conversation.closedAt
            && (conversation.owner.kind == OwnerKind::Queue || conversation.owner.kind == OwnerKind::Agent);
        if (withPeople)
            m_withPeople.insert(conversation.visitor);
        else
            m_withPeople.erase(conversation.visitor);
    }
    if (changes.practiceOn) {
        m_room.switchOn(*changes.practiceOn, m_now());
        schedule();
    }
}

void PracticeVisitors::takePost()
{
    std::vector<VisitorUpdate> updates;
    {
        const std::scoped_lock lock(m_post->mutex);
        updates.swap(m_post->updates);
    }
    for (const VisitorUpdate& update : updates)
        m_room.told(update, m_now());
    schedule();
}

void PracticeVisitors::step()
{
    m_room.setLeftBehind(
        std::size_t(std::count_if(m_withPeople.begin(), m_withPeople.end(),
                                  [this](const VisitorId& visitor) { return !m_room.isPresent(visitor); })));
    for (VisitorInput& input : m_room.play(m_now()))
        m_unsent.push_back(std::move(input));
    while (!m_unsent.empty() && m_door.submit(m_unsent.front(), [](const Result<VisitorReceipt>&) {}))
        m_unsent.pop_front();
    schedule();
}

void PracticeVisitors::schedule()
{
    if (!m_unsent.empty())
        return m_timer.start(retryAfter);
    const auto due = m_room.nextDue();
    if (!due)
        return m_timer.stop();
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(*due - m_now()).count() + 1;
    m_timer.start(int(std::clamp<std::int64_t>(wait, shortestWait, 60'000)));
}

}
