#pragma once

#include "app/practice/practice_room.h"
#include "model/domain/change_set.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <mutex>
#include <unordered_set>

namespace signalbox {

// Plays practice visitors through the visitors' door while the workspace's switch is on. Lives on the window's thread and
// never waits there: the door only takes messages in.
class PracticeVisitors : public QObject {
    Q_OBJECT

public:
    // `door` outlives this object.
    PracticeVisitors(VisitorDoor& door, std::vector<PracticeVisitor> script, std::uint32_t seed,
                     std::function<Instant()> now, QObject* parent = nullptr);
    ~PracticeVisitors() override;

    // Every change set of the console: the switch, and which practice conversations are still open.
    void follow(const signalbox::ChangeSet& changes);

private:
    // What the router's thread hands over. Outlives this object for as long as a callback may hold it.
    struct Post {
        std::mutex mutex;
        PracticeVisitors* receiver = nullptr;
        std::vector<VisitorUpdate> updates;
    };

    void takePost();
    void step();
    void schedule();

    VisitorDoor& m_door;
    std::function<Instant()> m_now;
    PracticeRoom m_room;
    QTimer m_timer;
    std::deque<VisitorInput> m_unsent;   // the door was full
    std::unordered_set<VisitorId>
        m_withPeople;   // visitors of open practice conversations that a queue or an agent has
    std::shared_ptr<Post> m_post = std::make_shared<Post>();
    int m_listening = 0;
};

}
