#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace signalbox {

// Work off the window's thread of which only the newest matters: what was started before and is not done is dropped.
class BackgroundWork : public QObject {
    Q_OBJECT

public:
    // What is done with the outcome, on the window's thread.
    using Finish = std::function<void()>;
    // Runs on another thread: it may use nothing but what it was given.
    using Work = std::function<Finish()>;

    explicit BackgroundWork(QObject* parent = nullptr);
    ~BackgroundWork() override;

    void start(Work work);
    void drop();   // what runs finishes unheard
    bool running() const { return m_running; }

private:
    QThreadPool m_pool;
    quint64 m_turn = 0;
    bool m_running = false;
};

}
