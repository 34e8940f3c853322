#pragma once

#include "app/gateway/gateway.h"

#include <QString>

namespace signalbox {

// "ADDR:PORT" of --listen: "127.0.0.1:8480", "[::1]:8480", or ":8480" for this machine only. Port 0 is any free one.
Result<GatewaySettings> readListenAddress(const QString& text);

// "http://127.0.0.1:8480"; an IPv6 address in brackets.
QString gatewayUrl(const Gateway& gateway);

}
