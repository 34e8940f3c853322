#pragma once

#include <atomic>
#include <memory>

namespace signalbox {

// How many files may be on their way in at once, so that senders cannot fill the memory. Thread-safe.
class UploadPlaces : public std::enable_shared_from_this<UploadPlaces> {
public:
    using Place = std::shared_ptr<void>;   // held until the file has been taken over

    explicit UploadPlaces(int most) : m_most(most) { }

    // None when all are taken.
    Place enter()
    {
        if (m_taken.fetch_add(1) >= m_most) {
            --m_taken;
            return nullptr;
        }
        return {this, [self = shared_from_this()](void*) { --self->m_taken; }};
    }

private:
    const int m_most;
    std::atomic<int> m_taken = 0;
};

}
