#include "app/gateway/listener.h"

#include "app/gateway/http_session.h"

#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

namespace signalbox {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;

tl::unexpected<Error> cannotListen(const GatewaySettings& settings, const ErrorCode& error)
{
    const std::string port = std::to_string(settings.port);
    const std::string place = settings.address + ':' + port;
    if (error == asio::error::address_in_use)
        return failure("Port " + port + " is in use by another program. Close that program or choose another port.",
                       place);
    if (error == asio::error::access_denied)
        return failure("Port " + port + " may not be opened by this user. Choose one above 1023.", place);
    if (error == boost::system::errc::address_not_available)
        return failure("This machine has no address " + settings.address + ". Choose 127.0.0.1, ::1 or one of its own.",
                       place);
    return failure("The gateway cannot listen on " + place + ": " + error.message() + ".", place);
}

}

Listener::Listener(asio::io_context& io, ServerContext& server)
    : m_io(io), m_acceptor(asio::make_strand(io)), m_rest(m_acceptor.get_executor()), m_server(server)
{
}

Result<void> Listener::open()
{
    const GatewaySettings& settings = m_server.settings;
    ErrorCode error;
    const auto address
        = asio::ip::make_address(settings.address == "localhost" ? "127.0.0.1" : settings.address, error);
    if (error)
        return failure("\"" + settings.address
                           + "\" is not an IP address. Use 127.0.0.1 for this machine only, 0.0.0.0 for all.",
                       settings.address);
    const tcp::endpoint endpoint(address, settings.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return cannotListen(settings, error);
    m_port = m_acceptor.local_endpoint().port();
    return {};
}

void Listener::start()
{
    asio::post(m_acceptor.get_executor(), [self = shared_from_this()] { self->accept(); });
}

void Listener::stop()
{
    asio::post(m_acceptor.get_executor(), [self = shared_from_this()] {
        ErrorCode ignored;
        self->m_acceptor.close(ignored);
        self->m_rest.cancel();
    });
}

void Listener::accept()
{
    m_acceptor.async_accept(asio::make_strand(m_io),
                            [self = shared_from_this()](const ErrorCode& error, tcp::socket socket) {
                                if (!self->m_acceptor.is_open())
                                    return;
                                if (error)
                                    return self->restAndAccept();
                                self->welcome(std::move(socket));
                                self->accept();
                            });
}

// Out of file handles: trying again at once would only burn the processor.
void Listener::restAndAccept()
{
    m_rest.expires_after(std::chrono::milliseconds(100));
    m_rest.async_wait([self = shared_from_this()](const ErrorCode& error) {
        if (!error && self->m_acceptor.is_open())
            self->accept();
    });
}

void Listener::welcome(tcp::socket socket)
{
    ErrorCode error;
    const auto from = socket.remote_endpoint(error);
    if (error)
        return;
    socket.set_option(tcp::no_delay(true), error);
    auto entry = m_server.connections->enter(from.address());
    if (entry.refusal == ConnectionCount::Refusal::Full)
        return;   // over the bound of the machine there is no place for a word
    const auto session = std::make_shared<HttpSession>(std::move(socket), m_server, std::move(entry.place));
    if (entry.refusal == ConnectionCount::Refusal::AddressFull)
        session->refuse();
    else
        session->start();
}

}
