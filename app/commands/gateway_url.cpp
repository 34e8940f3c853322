#include "app/commands/gateway_url.h"

#include "app/gateway/gateway.h"

namespace signalbox {

QString gatewayUrl(const Gateway& gateway)
{
    const QString address = QString::fromStdString(gateway.address());
    const QString host = address.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(address) : address;
    return QStringLiteral("http://%1:%2").arg(host).arg(gateway.port());
}

}
