#pragma once

#include "app/channels/import_report.h"
#include "app/router/visitor_door.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

namespace signalbox {

// Hands inputs to the visitors' door with a bound on how many are unanswered, and books the answers in the report.
// One thread sends; answers come on the router's; anyone may cancel.
class ImportDispatch {
public:
    static constexpr int mostUnanswered = 1000;

    explicit ImportDispatch(VisitorDoor& door);

    // False when cancelled while waiting for room.
    bool sendMessage(VisitorInput input, std::string place);
    bool sendContext(VisitorInput input, std::string place);
    // False when cancelled before the moment came.
    bool waitUntil(std::chrono::steady_clock::time_point moment);
    void waitForAnswers();
    void cancel();
    bool cancelled() const;

    // Books into the report; safe at any time.
    template <class Book>
    void book(Book&& booking)
    {
        const std::scoped_lock lock(m_mutex);
        booking(m_report);
    }
    ImportReport report() const;

private:
    using Answered = std::function<void(const Result<VisitorReceipt>&)>;
    bool send(VisitorInput input, Answered answered);
    void release();

    VisitorDoor& m_door;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_unanswered = 0;
    bool m_cancelled = false;
    ImportReport m_report;
};

}
