#include "app/connectors/webhook.h"

#include "app/connectors/curl_request.h"

#include <QByteArray>
#include <QMessageAuthenticationCode>

namespace signalbox {

Result<void> postWebhook(const std::string& url, const std::string& json, const std::string& secret,
                         const std::atomic<bool>& stop)
{
    CurlRequest request;
    request.stopWhen(stop);
    curl_easy_setopt(request.handle(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(request.handle(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(json.size()));
    curl_easy_setopt(request.handle(), CURLOPT_POSTFIELDS, json.c_str());
    request.addHeader("Content-Type: application/json");
    if (!secret.empty()) {
        const QByteArray signature = QMessageAuthenticationCode::hash(
            QByteArray::fromStdString(json), QByteArray::fromStdString(secret), QCryptographicHash::Sha256);
        request.addHeader("X-Signalbox-Signature: sha256=" + signature.toHex().toStdString());
    }
    if (auto sent = request.perform(); !sent)
        return sent;
    if (const long status = request.status(); status < 200 || status > 299)
        return failure("The webhook answered " + std::to_string(status) + ".");
    return {};
}

}
