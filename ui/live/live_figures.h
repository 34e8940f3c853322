#pragma once

#include "model/domain/change_set.h"

#include <optional>
#include <set>
#include <unordered_map>

namespace signalbox {

// Numbers of one queue, or of all.
struct QueueFigures {
    int waiting = 0;
    int overTarget = 0;
    std::optional<Instant> oldest;   // waiting since
    bool operator==(const QueueFigures&) const = default;
};

// Counts of the live place, kept up with each change, never by walking the list. Practice and imported conversations
// stay out unless `countEverything` is asked for.
class LiveFigures {
public:
    void apply(const ChangeSet& changes);
    void tick(Instant now);   // targets pass
    void setCountEverything(bool everything) { m_everything = everything; }
    bool countsEverything() const { return m_everything; }

    QueueFigures all() const;
    QueueFigures queue(const QueueId& queue) const;
    int aiAnswering() const;
    int aiWaitingForVisitor() const;
    int practice() const { return m_practice; }   // open ones, whoever has them
    int imported() const { return m_imported; }

private:
    struct Share {   // what one conversation adds
        bool live = true;
        Origin origin = Origin::Live;
        OwnerKind owner = OwnerKind::Nobody;
        bool answering = false;
        QueueId queue;
        std::optional<Instant> since;
        std::optional<Instant> due;
    };
    struct Bucket {
        std::multiset<Instant> since;
        std::multiset<Instant> due;   // not passed yet
        int over = 0;
        void add(const Share& share, Instant now);
        void remove(const Share& share, Instant now);
        void tick(Instant now);
    };
    struct Side {   // live conversations, or the others
        Bucket all;
        std::unordered_map<QueueId, Bucket> queues;
        int answering = 0;
        int waitingForVisitor = 0;
    };

    void forget(const ConversationId& id);
    void count(const Share& share, int sign);
    QueueFigures figures(const Bucket* live, const Bucket* other) const;

    std::unordered_map<ConversationId, Share> m_shares;
    Side m_live;
    Side m_other;
    Instant m_now{};
    bool m_everything = false;
    int m_practice = 0;
    int m_imported = 0;
};

}
