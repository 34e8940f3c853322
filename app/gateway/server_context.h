#pragma once

#include "app/gateway/chat_hub.h"
#include "app/gateway/connection_count.h"
#include "app/gateway/gateway.h"
#include "app/gateway/later_answers.h"
#include "app/gateway/routes.h"
#include "app/gateway/upload_places.h"

#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace signalbox {

// What every connection of one gateway shares. Outlives them all.
struct ServerContext {
    ServerContext(VisitorDoor& visitors, const GatewaySettings& limits);

    const GatewaySettings settings;
    Routes routes;
    const std::shared_ptr<ChatHub> hub;
    const std::shared_ptr<ConnectionCount> connections;
    const std::shared_ptr<LaterAnswers> later = std::make_shared<LaterAnswers>();
    const std::shared_ptr<UploadPlaces> uploads;

    // Each open connection leaves a way to ask it to end; `closeAll` asks them all. Thread-safe.
    using Closer = std::list<std::function<void()>>::iterator;
    Closer onStop(std::function<void()> close);
    void forget(Closer closer);
    void closeAll();

private:
    std::mutex m_mutex;
    std::list<std::function<void()>> m_closers;
};

}
