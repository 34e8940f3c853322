#pragma once

#include "model/domain/context.h"
#include "model/domain/conversation.h"

#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace signalbox {

// What is known of visitors who have not written yet: their page and where they came from. Kept in memory only, for the
// newest visitors; a visitor who never writes leaves nothing behind.
class PendingVisitors {
public:
    static constexpr std::size_t most = 20'000;
    static constexpr std::size_t mostAttributes = 64;   // of one visitor; further ones are not kept

    void remember(const VisitorId& visitor, Channel channel, const std::vector<ContextChange>& changes);
    // What was remembered; it is kept, because the page stays the same when the visitor starts again.
    std::vector<ContextChange> recall(const VisitorId& visitor, Channel channel) const;
    // What was true of one conversation only.
    void forget(const VisitorId& visitor, Channel channel, const std::string& attribute);
    void forget(const VisitorId& visitor);   // all that is known of them

private:
    using Key = std::pair<VisitorId, Channel>;
    std::map<Key, std::map<std::string, ContextChange>> m_known;
    std::deque<Key> m_order;
};

}
