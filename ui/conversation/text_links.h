#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace signalbox {

// An address in the words of a message. Only http, https and mailto are ever followed.
struct TextLink {
    int start = 0;
    int length = 0;
    QUrl url;

    bool operator==(const TextLink&) const = default;
};

// At most 50 of them, in their order. What ends a sentence is not part of an address.
QList<TextLink> linksIn(const QString& text);
// Who a link leads to, as a person can check it: the host in its plain letters ("xn--..." where they could deceive), or
// the mail address.
QString targetOf(const QUrl& url);

}
