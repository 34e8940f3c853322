#include "app/gateway/server_context.h"

#include "app/gateway/demo_handler.h"
#include "app/gateway/file_handler.h"
#include "app/gateway/health_handler.h"
#include "app/gateway/widget_handler.h"

namespace signalbox {

ServerContext::ServerContext(VisitorDoor& visitors, const GatewaySettings& limits)
    : settings(limits),
      hub(std::make_shared<ChatHub>(visitors, limits.visitorMessagesPerMinute)),
      connections(std::make_shared<ConnectionCount>(limits.maxConnections, limits.maxConnectionsPerAddress)),
      uploads(std::make_shared<UploadPlaces>(limits.maxUploads))
{
    routes.add(healthRoute());
    routes.add(widgetRoutes(visitors));
    routes.add(fileRoutes(hub));
    routes.add(demoRoutes(visitors));
}

ServerContext::Closer ServerContext::onStop(std::function<void()> close)
{
    const std::scoped_lock lock(m_mutex);
    return m_closers.insert(m_closers.end(), std::move(close));
}

void ServerContext::forget(Closer closer)
{
    const std::scoped_lock lock(m_mutex);
    m_closers.erase(closer);
}

void ServerContext::closeAll()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& close : m_closers)
        close();
}

}
