#include "app/connectors/mail.h"

#include "app/connectors/curl_request.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace signalbox {
namespace {

constexpr int base64LineBytes = 57;    // 76 characters, as RFC 2045 allows
constexpr int encodedWordBytes = 42;   // 56 characters, and 75 with what is around them (RFC 2047)

QByteArray base64Lines(const std::string& text)
{
    const QByteArray bytes = QByteArray::fromStdString(text);
    QByteArray lines;
    for (qsizetype at = 0; at < bytes.size(); at += base64LineBytes)
        lines += bytes.mid(at, base64LineBytes).toBase64() + "\r\n";
    return lines;
}

// Cut between characters: each word is whole UTF-8.
QByteArray encodedWords(const std::string& text)
{
    const QByteArray bytes = QByteArray::fromStdString(text).simplified();
    QByteArray words;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = std::min<qsizetype>(at + encodedWordBytes, bytes.size());
        while (end < bytes.size() && end > at + 1 && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80)
            --end;
        words += (words.isEmpty() ? "" : "\r\n ") + ("=?utf-8?B?" + bytes.mid(at, end - at).toBase64() + "?=");
        at = end;
    }
    return words;
}

struct Upload {
    std::string_view left;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* from)
{
    auto& upload = *static_cast<Upload*>(from);
    const std::size_t bytes = std::min(size * count, upload.left.size());
    std::memcpy(to, upload.left.data(), bytes);
    upload.left.remove_prefix(bytes);
    return bytes;
}

}

bool isMailAddress(const std::string& text)
{
    const auto at = text.find('@');
    const auto isPlain = [](char c) { return c > ' ' && c < 127 && !std::strchr("<>(),;:\\\"[]", c); };
    return at != std::string::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string::npos
        && text.size() <= 254 && std::ranges::all_of(text, isPlain);
}

std::string toMessage(const Mail& mail)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMicroseconds(mail.at) / 1000, Qt::UTC);
    const std::string domain = mail.from.substr(mail.from.find('@') + 1);
    const std::string date = QLocale::c().toString(at, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toStdString();
    return "Date: " + date + " +0000\r\nFrom: <" + mail.from + ">\r\nTo: <" + mail.to + ">\r\nMessage-ID: <" + mail.id
        + "@" + domain + ">\r\nSubject: " + encodedWords(mail.subject).toStdString()
        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
          "Auto-Submitted: auto-generated\r\n\r\n"
        + base64Lines(mail.text).toStdString();
}

Result<void> sendMail(const MailServer& server, const Mail& mail, const std::atomic<bool>& stop)
{
    CurlRequest request;
    request.stopWhen(stop);
    const std::string message = toMessage(mail);
    Upload upload{message};
    curl_easy_setopt(request.handle(), CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(request.handle(), CURLOPT_USE_SSL, static_cast<long>(server.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (!server.user.empty()) {
        curl_easy_setopt(request.handle(), CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(request.handle(), CURLOPT_PASSWORD, server.password.c_str());
    }
    curl_easy_setopt(request.handle(), CURLOPT_MAIL_FROM, ("<" + mail.from + ">").c_str());
    request.addRecipient("<" + mail.to + ">");
    curl_easy_setopt(request.handle(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(request.handle(), CURLOPT_READDATA, &upload);
    curl_easy_setopt(request.handle(), CURLOPT_UPLOAD, 1L);
    return request.perform();
}

}
