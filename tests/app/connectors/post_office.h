#pragma once

#include <QJsonObject>
#include <QProcess>

namespace signalbox::test {

// A real SMTP and a real HTTP server, as a process of their own (post_office.py).
class PostOffice {
public:
    PostOffice();
    ~PostOffice();

    std::string smtp() const;                          // "smtp://127.0.0.1:4711"
    std::string http(const std::string& path) const;   // "http://127.0.0.1:4712/path"
    QJsonObject next();                                // waits for what is delivered next

private:
    QProcess m_process;
    QJsonObject m_ports;
};

}
