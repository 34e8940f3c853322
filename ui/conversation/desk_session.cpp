#include "ui/conversation/desk_session.h"

#include <QDataStream>
#include <QIODevice>

namespace signalbox {
namespace {

constexpr qint32 format = 1;
constexpr qsizetype mostWindows = 8;
constexpr qsizetype mostSide = 3;

}

QByteArray toBytes(const DeskSession& session)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << format << session.company << session.panes << qint32(session.active) << session.windows;
    return bytes;
}

DeskSession readDeskSession(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    qint32 active = 0;
    DeskSession session;
    in >> version;
    if (in.status() != QDataStream::Ok || version != format)
        return {};
    in >> session.company >> session.panes >> active >> session.windows;
    if (in.status() != QDataStream::Ok || session.panes.size() > mostSide || session.windows.size() > mostWindows)
        return {};
    session.active = active >= 0 && active < session.panes.size() ? active : 0;
    return session;
}

}
