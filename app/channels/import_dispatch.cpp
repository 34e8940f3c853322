#include "app/channels/import_dispatch.h"

namespace signalbox {
namespace {

// The door may be full of others' messages; nobody tells when it has room again, so it is tried anew.
constexpr std::chrono::milliseconds retryAfter{5};

}

ImportDispatch::ImportDispatch(VisitorDoor& door) : m_door(door) { }

bool ImportDispatch::sendMessage(VisitorInput input, std::string place)
{
    const auto* wrote = std::get_if<VisitorWrote>(&input.what);
    const bool ends = wrote && wrote->ending;
    return send(std::move(input), [this, ends, place = std::move(place)](const Result<VisitorReceipt>& answer) {
        book([&](ImportReport& report) {
            if (!answer)
                return report.refuse(place, answer.error().message);
            if (answer->alreadyKnown)
                ++report.alreadyThere;
            else
                ++report.added;
            if (ends && !answer->alreadyKnown)
                ++report.closed;
        });
        release();
    });
}

bool ImportDispatch::sendContext(VisitorInput input, std::string place)
{
    return send(std::move(input), [this, place = std::move(place)](const Result<VisitorReceipt>& answer) {
        if (!answer)
            book([&](ImportReport& report) { report.refuse(place, answer.error().message); });
        release();
    });
}

bool ImportDispatch::send(VisitorInput input, Answered answered)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_cancelled || m_unanswered < mostUnanswered; });
        if (m_cancelled)
            return false;
        ++m_unanswered;
        lock.unlock();
        if (m_door.submit(input, answered))
            return true;
        lock.lock();
        --m_unanswered;
        m_changed.wait_for(lock, retryAfter);
    }
}

void ImportDispatch::release()
{
    const std::scoped_lock lock(m_mutex);
    --m_unanswered;
    m_changed.notify_all();
}

bool ImportDispatch::waitUntil(std::chrono::steady_clock::time_point moment)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_until(lock, moment, [this] { return m_cancelled; });
}

void ImportDispatch::waitForAnswers()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_unanswered == 0; });
}

void ImportDispatch::cancel()
{
    const std::scoped_lock lock(m_mutex);
    m_cancelled = true;
    m_changed.notify_all();
}

bool ImportDispatch::cancelled() const
{
    const std::scoped_lock lock(m_mutex);
    return m_cancelled;
}

ImportReport ImportDispatch::report() const
{
    const std::scoped_lock lock(m_mutex);
    ImportReport report = m_report;
    report.cancelled = m_cancelled;
    return report;
}

}
