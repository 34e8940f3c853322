#include "tests/app/gateway/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace signalbox {
namespace {

sockaddr_storage endpointOf(const std::string& address, std::uint16_t port, socklen_t& size)
{
    sockaddr_storage storage{};
    if (address.find(':') != std::string::npos) {
        auto& six = reinterpret_cast<sockaddr_in6&>(storage);
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(port);
        inet_pton(AF_INET6, address.c_str(), &six.sin6_addr);
        size = sizeof six;
    } else {
        auto& four = reinterpret_cast<sockaddr_in&>(storage);
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        inet_pton(AF_INET, address.c_str(), &four.sin_addr);
        size = sizeof four;
    }
    return storage;
}

}

std::string RawAnswer::field(std::string_view name) const
{
    const auto at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos)
        return {};
    const auto from = at + 4 + name.size();
    return head.substr(from, head.find("\r\n", from) - from);
}

RawClient::RawClient(std::uint16_t port, const std::string& address)
{
    socklen_t size = 0;
    const sockaddr_storage endpoint = endpointOf(address, port, size);
    m_socket = socket(endpoint.ss_family, SOCK_STREAM, 0);
    const timeval patience{5, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(m_socket, reinterpret_cast<const sockaddr*>(&endpoint), size) != 0)
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
}

RawClient::~RawClient() { close(m_socket); }

void RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return;   // the other side has closed; its answer is still to be read
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool RawClient::fill()
{
    std::array<char, 16384> bytes{};
    const auto size = recv(m_socket, bytes.data(), bytes.size(), 0);
    if (size <= 0)
        return false;
    m_received.append(bytes.data(), static_cast<std::size_t>(size));
    return true;
}

RawAnswer RawClient::answer(bool toHead)
{
    std::size_t end;
    while ((end = m_received.find("\r\n\r\n")) == std::string::npos)
        if (!fill())
            return {};
    RawAnswer answer;
    answer.head = m_received.substr(0, end + 2);
    m_received.erase(0, end + 4);
    answer.status = std::stoi(answer.head.substr(9, 3));
    const std::string length = answer.field("Content-Length");
    const std::size_t size = toHead || length.empty() ? 0 : std::stoul(length);
    while (m_received.size() < size && fill()) { }
    answer.body = m_received.substr(0, size);
    m_received.erase(0, size);
    return answer;
}

bool RawClient::closedByPeer()
{
    std::array<char, 1> byte{};
    return m_received.empty() && recv(m_socket, byte.data(), 1, 0) == 0;
}

RawAnswer ask(std::uint16_t port, std::string_view request, bool toHead)
{
    RawClient client(port);
    client.send(request);
    return client.answer(toHead);
}

RawAnswer get(std::uint16_t port, const std::string& path, const std::string& fields)
{
    return ask(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
}

}
