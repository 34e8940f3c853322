#pragma once

#include "model/domain/result.h"

#include <QString>

#include <cstdint>
#include <string>

namespace signalbox {

struct ListenAddress {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8480;

    bool operator==(const ListenAddress&) const = default;
};

// "127.0.0.1:8480", "[::1]:8480", ":8480" (loopback). Port 0: any free one. Error: what is wrong with it.
Result<ListenAddress> readListenAddress(const QString& text);

}
