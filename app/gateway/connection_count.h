#pragma once

#include <boost/asio/ip/address.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace signalbox {

// How many connections are open, in all and from each address. Thread-safe. An IPv6 network of 64 bits counts as one
// address, since one sender owns all of it.
class ConnectionCount : public std::enable_shared_from_this<ConnectionCount> {
public:
    // Held as long as the connection lives.
    using Place = std::shared_ptr<void>;
    enum class Refusal { None, Full, AddressFull };
    struct Entry {
        Place place;
        Refusal refusal = Refusal::None;
    };

    ConnectionCount(int most, int mostPerAddress) : m_most(most), m_mostPerAddress(mostPerAddress) { }
    Entry enter(const boost::asio::ip::address& address);

private:
    void leave(const std::string& address);

    const int m_most;
    const int m_mostPerAddress;
    std::mutex m_mutex;
    int m_open = 0;
    std::map<std::string, int> m_openFrom;
};

}
