#pragma once

#include "app/gateway/server_context.h"
#include "model/domain/result.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace signalbox {

// Takes connections in, up to the bounds, each on a strand of its own.
class Listener : public std::enable_shared_from_this<Listener> {
public:
    Listener(boost::asio::io_context& io, ServerContext& server);

    Result<void> open();
    void start();
    void stop();   // from any thread
    std::uint16_t port() const { return m_port; }

private:
    void accept();
    void welcome(boost::asio::ip::tcp::socket socket);
    void restAndAccept();

    boost::asio::io_context& m_io;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_rest;
    ServerContext& m_server;
    std::uint16_t m_port = 0;
};

}
