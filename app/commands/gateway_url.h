#pragma once

#include <QString>

namespace signalbox {

class Gateway;

// "http://127.0.0.1:8480"; an IPv6 address in brackets.
QString gatewayUrl(const Gateway& gateway);

}
