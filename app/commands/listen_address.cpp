#include "app/commands/listen_address.h"

#include <QHostAddress>

namespace signalbox {

Result<GatewaySettings> readListenAddress(const QString& text)
{
    const auto wrong = [&] {
        return failure("--listen wants an address and a port, such as 127.0.0.1:8480; \"" + text.toStdString()
                       + "\" is none.");
    };
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (colon < 0)
        return wrong();
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return wrong();
    QString address = text.left(colon);
    if (address.startsWith(QLatin1Char('[')) && address.endsWith(QLatin1Char(']')))
        address = address.mid(1, address.size() - 2);
    else if (address.contains(QLatin1Char(':')))
        return wrong();
    GatewaySettings settings;
    settings.port = std::uint16_t(port);
    if (address.isEmpty())
        return settings;
    if (QHostAddress(address).isNull())
        return wrong();
    settings.address = address.toStdString();
    return settings;
}

QString gatewayUrl(const Gateway& gateway)
{
    const QString address = QString::fromStdString(gateway.address());
    const QString host = address.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(address) : address;
    return QStringLiteral("http://%1:%2").arg(host).arg(gateway.port());
}

}
