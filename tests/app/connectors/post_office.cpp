#include "tests/app/connectors/post_office.h"

#include <QJsonDocument>

#include <stdexcept>

namespace signalbox::test {
namespace {

constexpr int patience = 20'000;   // ms

}

PostOffice::PostOffice()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(POST_OFFICE)});
    m_ports = next();
}

PostOffice::~PostOffice()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(patience);
}

std::string PostOffice::smtp() const
{
    return "smtp://127.0.0.1:" + std::to_string(m_ports[QStringLiteral("smtp")].toInt());
}

std::string PostOffice::http(const std::string& path) const
{
    return "http://127.0.0.1:" + std::to_string(m_ports[QStringLiteral("http")].toInt()) + path;
}

QJsonObject PostOffice::next()
{
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(patience))
            throw std::runtime_error("Nothing was delivered.");
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

}
