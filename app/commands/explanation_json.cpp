#include "app/commands/explanation.h"

#include "model/domain/names.h"
#include "routing/trace/explanation_json.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const Owner& owner)
{
    return {{"kind", nameOf(owner.kind)}, {"queue", owner.queue.value}, {"agent", owner.agent.value}};
}

Json toJson(const RoundCost& cost)
{
    return {{"asked_again", cost.askedAgain},
            {"not_their_own", cost.notTheirOwn},
            {"levels_missing", cost.levelsMissing},
            {"idle_places", cost.idlePlaces}};
}

Json toJson(const Offer& offer)
{
    Json json{{"kind", "offer"},
              {"offer", offer.id.value},
              {"agent", offer.agent.value},
              {"lapses_at", toIso8601(offer.lapsesAt)}};
    json["candidates"] = Json::array();
    for (const CandidateReason& candidate : offer.candidates)
        json["candidates"].push_back(
            {{"agent", candidate.agent.value}, {"chosen", candidate.chosen}, {"reason", candidate.reason}});
    if (offer.round)
        json["round"] = {{"offers", offer.round->offers},
                         {"cost", toJson(offer.round->cost)},
                         {"in_turn_offers", offer.round->inTurnOffers},
                         {"in_turn_cost", toJson(offer.round->inTurnCost)}};
    return json;
}

struct ToJson {
    const ToExplain& what;
    std::size_t place;
    PastRules& rules;

    Result<Json> operator()(const DecisionMade&) const
    {
        const auto explained = explainDecision(what, place, rules);
        if (!explained)
            return tl::unexpected(explained.error());
        Json json{{"kind", "decision"}};
        json.update(Json::parse(printJson(writeExplanation(explained->explanation), -1), nullptr, false));
        return json;
    }
    Result<Json> operator()(const OwnerChanged& changed) const
    {
        return Json{
            {"kind", "owner"}, {"from", toJson(changed.from)}, {"to", toJson(changed.to)}, {"reason", changed.reason}};
    }
    Result<Json> operator()(const OfferMade& made) const { return toJson(made.offer); }
    Result<Json> operator()(const OfferEnded& ended) const
    {
        return Json{{"kind", "offer_ended"},
                    {"offer", ended.offer.value},
                    {"agent", ended.agent.value},
                    {"outcome", nameOf(ended.outcome)},
                    {"reason", ended.reason}};
    }
    Result<Json> operator()(const AlertRaised& alert) const
    {
        return Json{{"kind", "alert"}, {"alert", alert.alert.value}, {"text", alert.text}};
    }
    Result<Json> operator()(const ConversationClosed& closed) const
    {
        return Json{{"kind", "closed"}, {"by", closed.by.value}, {"outcome", closed.outcome}};
    }
    template <class NothingToExplain>
    Result<Json> operator()(const NothingToExplain&) const
    {
        return Json();
    }
};

}

Result<std::string> explanationAsJsonLines(const ToExplain& what, PastRules& rules)
{
    std::string lines;
    for (std::size_t place = 0; place < what.events.size(); ++place) {
        const Event& event = what.events[place];
        auto json = std::visit(ToJson{what, place, rules}, event.payload);
        if (!json)
            return tl::unexpected(json.error());
        if (json->is_null())
            continue;
        (*json)["at"] = toIso8601(event.at);
        lines += json->dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return lines;
}

}
