#include "app/router/check_alert_post.h"

#include "app/connectors/mail.h"
#include "app/router/check_text.h"

#include <QUrl>

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostAddressBytes = 2000;
constexpr std::size_t mostPeople = 1000;

bool isAddressOf(const std::string& text, std::initializer_list<QLatin1String> schemes)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && std::ranges::find(schemes, url.scheme()) != schemes.end();
}

}

Result<void> checkAlertPost(const AlertPostSettings& settings)
{
    if (auto fit = checkOptionalText(settings.webhook, mostAddressBytes, "The webhook's address"); !fit)
        return fit;
    if (!settings.webhook.empty() && !isAddressOf(settings.webhook, {QLatin1String("https"), QLatin1String("http")}))
        return failure("A webhook is an address such as https://example.com/alerts.", "webhook");
    if (auto fit = checkOptionalText(settings.mailServer, mostAddressBytes, "The mail server's address"); !fit)
        return fit;
    if (!settings.mailServer.empty() && !isAddressOf(settings.mailServer, {QLatin1String("smtps"), QLatin1String("smtp")}))
        return failure("A mail server is an address such as smtps://mail.example.com:465.", "mail_server");
    if (auto fit = checkOptionalText(settings.mailUser, mostAddressBytes, "The mail server's user"); !fit)
        return fit;
    if (!settings.mailServer.empty() && !isMailAddress(settings.mailFrom))
        return failure("Name the address that alerts come from, such as signalbox@example.com.", "mail_from");
    if (settings.mailOf.size() > mostPeople)
        return failure("At most 1000 people can have an address.", "mail_of");
    for (const auto& [agent, address] : settings.mailOf)
        if (!isMailAddress(address))
            return failure("\"" + address + "\" is not an e-mail address.", "mail_of/" + agent);
    return {};
}

}
