#include "app/console/single_window.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace signalbox {
namespace {

constexpr int patienceMilliseconds = 1000;
const QByteArray raiseWord = QByteArrayLiteral("raise\n");

// Socket names are short, paths are not: the path's hash, the same for every way to write the path.
QString serverName(const std::filesystem::path& workspace)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(workspace, error);
    const std::string path = error ? workspace.string() : whole.string();
    const QByteArray hash
        = QCryptographicHash::hash(QByteArray::fromStdString(path), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("signalbox-") + QString::fromLatin1(hash.left(24));
}

}

SingleWindow::SingleWindow(const std::filesystem::path& workspace, QObject* parent) : QObject(parent)
{
    const QString name = serverName(workspace);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleWindow::greet);
    QLocalServer::removeServer(name);
    m_server.listen(name);   // without it the window only cannot be raised from outside
}

bool SingleWindow::raiseOther(const std::filesystem::path& workspace)
{
    QLocalSocket socket;
    socket.connectToServer(serverName(workspace));
    if (!socket.waitForConnected(patienceMilliseconds))
        return false;
    socket.write(raiseWord);
    return socket.waitForBytesWritten(patienceMilliseconds) && (socket.waitForReadyRead(patienceMilliseconds) || socket.bytesAvailable() > 0);
}

void SingleWindow::greet()
{
    while (QLocalSocket* const socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto answer = [this, socket] {
            if (socket->read(raiseWord.size()) == raiseWord)
                Q_EMIT raiseAsked();
            socket->write("ok\n");
            socket->disconnectFromServer();
        };
        if (socket->bytesAvailable() > 0)
            answer();
        else
            connect(socket, &QLocalSocket::readyRead, this, answer);
    }
}

}
