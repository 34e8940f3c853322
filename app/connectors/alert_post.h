#pragma once

#include "app/connectors/mail.h"
#include "model/domain/change_set.h"

#include <functional>
#include <memory>
#include <string>

namespace signalbox {

class RouterHost;

// Secrets are never in the workspace: they come from the environment, SIGNALBOX_MAIL_PASSWORD and SIGNALBOX_WEBHOOK_SECRET.
struct PostSecrets {
    std::string mailPassword;
    std::string webhookSecret;
};
PostSecrets secretsOfEnvironment();

// Sends alerts by webhook and e-mail on a thread of its own, as the workspace's desk settings say, and has the router keep
// what came of each. What was not sent is tried again after 30 seconds, 2, 10 and 30 minutes, then given up. After a start
// what is still to be sent is sent, unless it is older than a day.
class AlertPost {
public:
    AlertPost(RouterHost& router, PostSecrets secrets);   // the router outlives it
    ~AlertPost();                                         // breaks off what is being sent

private:
    struct State;
    std::shared_ptr<State> m_state;   // shared with the router's listener
};

// What a webhook is sent (docs/alerts.md), as JSON text.
std::string webhookBody(const Alert& alert, const std::string& ownerName);
Mail alertMail(const Alert& alert, const std::string& from, const std::string& to);

}
