#include "app/gateway/visitor_token.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr qsizetype tokenLength = 43;   // 32 bytes in base64 without padding

}

std::string newVisitorToken()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    const QByteArray bytes(reinterpret_cast<const char*>(bits.data()), sizeof bits);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

bool isVisitorToken(std::string_view text)
{
    return text.size() == tokenLength && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')
                   || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
           });
}

VisitorId visitorOf(std::string_view token)
{
    const QByteArray bytes = QByteArray::fromRawData(token.data(), static_cast<qsizetype>(token.size()));
    return {QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(32).toStdString()};
}

}
