#include "ui/shared/background_work.h"

namespace signalbox {

BackgroundWork::BackgroundWork(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

BackgroundWork::~BackgroundWork()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void BackgroundWork::start(Work work)
{
    m_pool.clear();
    m_running = true;
    const quint64 turn = ++m_turn;
    m_pool.start([this, turn, work = std::move(work)] {
        Finish finish = work();
        const auto deliver = [this, turn, finish = std::move(finish)] {
            if (turn != m_turn)
                return;
            m_running = false;
            finish();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

void BackgroundWork::drop()
{
    m_pool.clear();
    ++m_turn;
    m_running = false;
}

}
