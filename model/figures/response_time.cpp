#include "model/figures/response_time.h"

#include "model/figures/breakdown.h"
#include "model/figures/business_hours.h"

#include <algorithm>

namespace signalbox {
namespace {

enum class Standing : std::uint8_t { Owed, Spam, WithAi, WithoutInbound };

struct Response {
    const ConversationFacts* row = nullptr;
    Instant start{};
    microseconds lasted{};
    std::optional<microseconds> inHours;
    Standing standing = Standing::Owed;
    bool answered = false;
};

Place placeOfResponse(const Response& response)
{
    const ConversationFacts& row = *response.row;
    return {row.channel, row.firstTier, row.queue, row.agent, row.topVersion, response.start};
}

Response responseOf(const ConversationFacts& row, const BusinessHours& hours, Instant now)
{
    Response response{&row, row.topAt, {}, std::nullopt, Standing::Owed, false};
    if (row.outcome == ShownOutcome::Spam)
        response.standing = Standing::Spam;
    else if (row.leftAiAt == never)
        response.standing = Standing::WithAi;
    else if (row.firstInboundAt == never)
        response.standing = Standing::WithoutInbound;
    if (response.standing != Standing::Owed)
        return response;
    response.start = std::max({row.firstInboundAt, row.topAt, row.leftAiAt});
    response.answered = row.touchedAt != never;
    const Instant end = std::max(response.start, response.answered ? row.touchedAt : std::min(row.closedAt, now));
    response.lasted = end - response.start;
    response.inHours = hours.between(row.queue, response.start, end);
    return response;
}

void count(ResponseTime& figure, const Response& response)
{
    switch (response.standing) {
    case Standing::Spam:
        ++figure.spam;
        return;
    case Standing::WithAi:
        ++figure.withAi;
        return;
    case Standing::WithoutInbound:
        ++figure.withoutInbound;
        return;
    case Standing::Owed:
        break;
    }
    ++figure.owed;
    figure.answered += response.answered ? 1 : 0;
    figure.abandoned += !response.answered && response.row->closedAt != never ? 1 : 0;
    figure.withoutHours += response.inHours ? 0 : 1;
    figure.rows.push_back(response.row->number);
}

microseconds medianOf(std::vector<microseconds> times)
{
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    if (times.size() % 2 == 1)
        return *middle;
    const microseconds below = *std::max_element(times.begin(), middle);
    return below + (*middle - below) / 2;
}

std::string tooFew(std::int64_t count, const char* what)
{
    if (count == 0)
        return std::string("No top-tier conversation ") + what + ".";
    return "Only " + std::to_string(count) + (count == 1 ? " top-tier conversation " : " top-tier conversations ")
        + what + "; it takes " + std::to_string(fewestForAFigure) + ".";
}

ResponseTime timesOf(std::span<const Response> items)
{
    ResponseTime figure;
    std::vector<ObservedTime> calendar;
    std::vector<ObservedTime> business;
    std::vector<microseconds> toTier;
    for (const Response& response : items) {
        count(figure, response);
        if (response.standing != Standing::Owed)
            continue;
        calendar.push_back({response.lasted, response.answered});
        if (response.inHours)
            business.push_back({*response.inHours, response.answered});
        toTier.push_back(response.start - response.row->firstInboundAt);
    }
    if (figure.owed < fewestForAFigure) {
        figure.why = tooFew(figure.owed, "was owed a person");
    } else {
        figure.calendar = estimateSurvival(std::move(calendar));
        figure.timeToTier = medianOf(std::move(toTier));
        figure.abandonedShare = estimateShare(figure.abandoned, figure.owed);
    }
    const auto known = static_cast<std::int64_t>(business.size());
    if (known < fewestForAFigure)
        figure.whyNoBusiness = tooFew(known, "came to a queue whose opening times are known");
    else
        figure.business = estimateSurvival(std::move(business));
    return figure;
}

}

Broken<ResponseTime> responseTime(const FigureRows& rows, const FigureQuestion& question, std::span<const Dimension> by)
{
    const BusinessHours hours(rows.rulebooks);
    const Filter filter(rows, question);
    std::vector<Response> items;
    for (const ConversationFacts& row : rows.conversations) {
        if (row.topAt == never || row.origin != question.origin)
            continue;
        const Response response = responseOf(row, hours, question.now);
        if (filter.lets(row.origin, placeOfResponse(response)))
            items.push_back(response);
    }
    return brokenDown(rows, items, by, placeOfResponse, timesOf);
}

}
