#include "ui/conversation/text_links.h"

#include <QRegularExpression>

namespace signalbox {
namespace {

constexpr qsizetype mostLinks = 50;
constexpr int longestLink = 2000;

// "(see https://a.example/b_(c))." ends before the last two.
int lengthOfAddress(QStringView words)
{
    qsizetype end = words.size();
    while (end > 0) {
        const QChar last = words[end - 1];
        const bool closes = last == u')' && words.first(end).count(u'(') < words.first(end).count(u')');
        if (!closes && !QStringView(u".,;:!?'\"”’»]}").contains(last))
            break;
        --end;
    }
    return int(end);
}

bool mayBeFollowed(const QUrl& url)
{
    if (!url.isValid())
        return false;
    if (url.scheme() == QLatin1String("mailto"))
        return url.path().contains(u'@');
    return !url.host().isEmpty();
}

}

QList<TextLink> linksIn(const QString& text)
{
    static const QRegularExpression start(
        QStringLiteral("\\b(?:https?://|mailto:)[^\\s<>\"“”\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+"),
        QRegularExpression::CaseInsensitiveOption);
    QList<TextLink> links;
    auto found = start.globalMatch(text);
    while (found.hasNext() && links.size() < mostLinks) {
        const QRegularExpressionMatch match = found.next();
        const int length = lengthOfAddress(match.capturedView());
        if (length > longestLink)
            continue;
        const QUrl url(match.captured().first(length), QUrl::StrictMode);
        if (mayBeFollowed(url))
            links.append({int(match.capturedStart()), length, url});
    }
    return links;
}

QString targetOf(const QUrl& url)
{
    if (url.scheme() == QLatin1String("mailto"))
        return url.path(QUrl::FullyEncoded);
    return url.host(QUrl::FullyEncoded);
}

}
