#include "app/gateway/file_handler.h"

#include "app/gateway/api_error.h"
#include "app/gateway/chat_frames.h"
#include "app/gateway/chat_hub.h"
#include "app/gateway/visitor_token.h"
#include "app/gateway/widget_handler.h"
#include "app/router/file_kinds.h"
#include "model/domain/attachment.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

constexpr std::size_t mostNameBytes = 1024;

HttpResponse problemFor(seconds wait, int status, std::string_view detail)
{
    HttpResponse response = problem(status, detail);
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
}

std::string decoded(std::string_view text)
{
    return QByteArray::fromPercentEncoding(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
}

// The visitor's token; an answer instead when the request may not come from a visitor's chat.
tl::expected<std::string, HttpResponse> tokenOf(const HttpRequest& request, const WebsiteChannel& channel)
{
    using Refused = tl::unexpected<HttpResponse>;
    if (!mayConnect(channel, request.header("Origin"), request.header("Host").value_or("")))
        return Refused(problem(403, "Pages of this origin may not use the chat."));
    if (!channel.enabled)
        return Refused(problem(403, "The chat is switched off."));
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view said = request.header("Authorization").value_or("");
    if (said.size() <= scheme.size() || !sameWord(said.substr(0, scheme.size()), scheme)
        || !isVisitorToken(said.substr(scheme.size()))) {
        HttpResponse response = problem(401, "Say who you are with the token of the chat.");
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return Refused(std::move(response));
    }
    return std::string(said.substr(scheme.size()));
}

std::optional<HttpResponse> tooFast(RateLimit& limit, const VisitorId& visitor)
{
    const auto wait = limit.take(visitor.value, std::chrono::steady_clock::now());
    if (wait.count() == 0)
        return std::nullopt;
    return problemFor(wait, 429, "Too many files at once. Please wait a moment.");
}

HttpResponse created(const VisitorReceipt& receipt)
{
    HttpResponse response;
    response.status = 201;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body
        = nlohmann::json{{"conversation", receipt.conversation.value}, {"sequence", receipt.sequence}}.dump();
    return response;
}

// The file as the message it comes with; an answer instead when it cannot be taken.
tl::expected<VisitorWrote, HttpResponse> messageIn(HttpRequest& request, const VisitorId& visitor)
{
    using Refused = tl::unexpected<HttpResponse>;
    const std::string id(request.header("Signalbox-Message").value_or(""));
    if (!isClientMessageId(id))
        return Refused(problem(400, "Signalbox-Message names the message: 1 to 64 letters, digits, - or _."));
    const std::string_view name = request.header("Signalbox-File").value_or("");
    if (name.size() > mostNameBytes)
        return Refused(problem(400, "The name of the file is too long."));
    if (auto fit = checkFile(request.body); !fit) {
        const bool large = std::ssize(request.body) > mostAttachmentBytes;
        return Refused(problem(large ? 413 : request.body.empty() ? 400 : 415, fit.error().message));
    }
    return VisitorWrote{workspaceMessageId(visitor, id), {}, {{decoded(name), std::move(request.body)}}};
}

void takeFile(ChatHub& hub, HttpRequest request, std::function<void(HttpResponse)> answer)
{
    const auto token = tokenOf(request, hub.door().websiteChannel());
    if (!token)
        return answer(token.error());
    VisitorInput input;
    input.visitor = visitorOf(*token);
    if (const auto wait = tooFast(hub.files, input.visitor))
        return answer(*wait);
    auto wrote = messageIn(request, input.visitor);
    if (!wrote)
        return answer(wrote.error());
    input.what = std::move(*wrote);
    const bool taken = hub.door().submit(std::move(input), [answer](const Result<VisitorReceipt>& receipt) {
        answer(receipt ? created(*receipt)
                       : problemFor(afterTrouble, 503, "The file could not be saved. Please try again in a moment."));
    });
    if (!taken)
        answer(problemFor(soon, 503, "Busy right now. Please try again in a moment."));
}

void giveFile(ChatHub& hub, const HttpRequest& request, std::function<void(HttpResponse)> answer)
{
    const auto token = tokenOf(request, hub.door().websiteChannel());
    if (!token)
        return answer(token.error());
    const VisitorId visitor = visitorOf(*token);
    if (const auto wait = tooFast(hub.frames, visitor))
        return answer(*wait);
    constexpr std::string_view parameter = "id=";
    if (!request.query.starts_with(parameter))
        return answer(problem(400, "Name the file: ?id=..."));
    hub.door().loadFile(visitor, {decoded(request.query.substr(parameter.size()))},
                        [answer](const Result<std::string>& bytes) {
                            if (!bytes)
                                return answer(problem(404, "This file is not there any more."));
                            HttpResponse response;
                            response.headers = {{"Content-Type", "application/octet-stream"},
                                                {"Content-Disposition", "attachment"},
                                                {"Content-Security-Policy", "default-src 'none'; sandbox"},
                                                {"Cache-Control", "no-store"}};
                            response.body = *bytes;
                            answer(std::move(response));
                        });
}

}

std::vector<Route> fileRoutes(const std::shared_ptr<ChatHub>& hub)
{
    Route send{"POST", "/widget/files", "A file of the visitor's, as a message", {}};
    send.later = [hub](HttpRequest request, auto answer) { takeFile(*hub, std::move(request), std::move(answer)); };
    send.takesFile = true;
    Route get{"GET", "/widget/files", "The bytes of a file in the visitor's conversation", {}};
    get.later = [hub](const HttpRequest& request, auto answer) { giveFile(*hub, request, std::move(answer)); };
    return {std::move(send), std::move(get)};
}

}
