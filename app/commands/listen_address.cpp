#include "app/commands/listen_address.h"

namespace signalbox {

Result<ListenAddress> readListenAddress(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(QChar(u':'));
    bool isNumber = false;
    const int port = colon < 0 ? -1 : text.mid(colon + 1).toInt(&isNumber);
    if (!isNumber || port < 0 || port > 65535)
        return failure("\"" + text.toStdString()
                           + "\" is not an address to listen on. Write ADDR:PORT, such as 127.0.0.1:8480.",
                       "--listen");
    ListenAddress listen;
    QString address = text.left(colon);
    if (address.startsWith(QChar(u'[')) && address.endsWith(QChar(u']')))
        address = address.mid(1, address.size() - 2);
    if (!address.isEmpty())
        listen.address = address.toStdString();
    listen.port = static_cast<std::uint16_t>(port);
    return listen;
}

}
