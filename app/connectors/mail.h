#pragma once

#include "model/domain/instant.h"
#include "model/domain/result.h"

#include <atomic>
#include <string>

namespace signalbox {

struct MailServer {
    std::string url;        // "smtps://mail.example.com:465"; "smtp://…" turns to TLS when the server offers it
    std::string user;       // empty: no login
    std::string password;
};
struct Mail {
    std::string id;        // unique, without spaces: the part of the Message-ID before the @
    std::string from;      // addresses as "ops@example.com"
    std::string to;
    std::string subject;   // UTF-8
    std::string text;      // UTF-8
    Instant at{};
};

// The message as RFC 5322 and MIME (RFC 2045, 2047) want it: what is not ASCII as base64.
std::string toMessage(const Mail& mail);

// Gives up when `stop` is set. Errors: no answer, login or recipient refused.
Result<void> sendMail(const MailServer& server, const Mail& mail, const std::atomic<bool>& stop);

// One address and nothing else: no name, no second one, no line break.
bool isMailAddress(const std::string& text);

}
