#include "app/gateway/connection_count.h"

namespace signalbox {
namespace {

std::string senderOf(const boost::asio::ip::address& address)
{
    using namespace boost::asio::ip;
    if (address.is_v4())
        return address.to_string();
    address_v6 six = address.to_v6();
    if (six.is_v4_mapped())
        return make_address_v4(v4_mapped, six).to_string();
    auto bytes = six.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return address_v6(bytes).to_string();
}

}

ConnectionCount::Entry ConnectionCount::enter(const boost::asio::ip::address& address)
{
    const std::string sender = senderOf(address);
    const std::scoped_lock lock(m_mutex);
    if (m_open >= m_most)
        return {nullptr, Refusal::Full};
    const auto known = m_openFrom.try_emplace(sender, 0).first;
    if (known->second >= m_mostPerAddress)
        return {nullptr, Refusal::AddressFull};
    ++known->second;
    ++m_open;
    return {Place(this, [count = shared_from_this(), sender](void*) { count->leave(sender); }), Refusal::None};
}

void ConnectionCount::leave(const std::string& address)
{
    const std::scoped_lock lock(m_mutex);
    --m_open;
    const auto known = m_openFrom.find(address);
    if (--known->second == 0)
        m_openFrom.erase(known);
}

}
