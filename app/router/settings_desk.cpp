#include "app/router/settings_desk.h"

#include "app/router/check_alert_post.h"
#include "app/router/check_text.h"
#include "app/router/draft_desk.h"
#include "app/router/looking.h"
#include "app/router/offers.h"
#include "app/router/rights.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostIdBytes = 100;
constexpr std::size_t mostNameBytes = 200;
constexpr std::size_t mostTextBytes = 16 * 1024;
constexpr std::size_t mostEntries = 1000;
constexpr int mostPlaces = 1000;

// The first of the checks that failed.
Result<void> all(std::initializer_list<Result<void>> checks)
{
    for (const Result<void>& check : checks)
        if (!check)
            return check;
    return {};
}

Result<void> checkAgent(const Agent& agent)
{
    if (auto texts = all({checkText(agent.id.value, mostIdBytes, "The agent's id"),
                          checkText(agent.name, mostNameBytes, "The agent's name"),
                          checkOptionalText(agent.team, mostNameBytes, "The team")});
        !texts)
        return texts;
    if (agent.capacity < 0 || agent.capacity > mostPlaces)
        return failure("An agent holds 0 to " + std::to_string(mostPlaces) + " places.", "capacity");
    if (agent.skills.size() > mostEntries || agent.queues.size() > mostEntries)
        return failure("An agent has too many skills or queues.", "skills");
    for (const Skill& skill : agent.skills)
        if (skill.id.empty() || skill.level < 1 || skill.level > 5)
            return failure("A skill needs a name and a level from 1 to 5.", "skills/" + skill.id.value);
    for (const auto& [channel, weight] : agent.channelWeights)
        if (!std::isfinite(weight) || weight < 0 || weight > mostPlaces)
            return failure("The weight of a channel is a number of places, 0 or more.", "channel_weights/" + channel);
    return {};
}

Result<void> checkFaq(const FaqEntry& entry)
{
    if (auto texts = all({checkText(entry.id.value, mostIdBytes, "The entry's id"),
                          checkText(entry.question, mostTextBytes, "The question"),
                          checkText(entry.answer, mostTextBytes, "The answer")});
        !texts)
        return texts;
    if (entry.alsoAsked.size() > mostEntries)
        return failure("An entry has too many other wordings.", "also_asked");
    for (const std::string& wording : entry.alsoAsked)
        if (auto fit = checkText(wording, mostTextBytes, "The other wording"); !fit)
            return fit;
    return {};
}

Result<void> checkProfile(const CompanyProfile& profile)
{
    if (auto texts = all({checkOptionalText(profile.name, mostNameBytes, "The company's name"),
                          checkOptionalText(profile.description, mostTextBytes, "The description")});
        !texts)
        return texts;
    if (profile.facts.size() > mostEntries)
        return failure("The profile has too many facts.", "facts");
    for (const ProfileFact& fact : profile.facts)
        if (auto texts = all({checkText(fact.label, mostNameBytes, "The fact's label"),
                              checkText(fact.text, mostTextBytes, "The fact")});
            !texts)
            return texts;
    return {};
}

bool isColor(std::string_view text)
{
    return text.size() == 7 && text.front() == '#'
        && std::ranges::all_of(text.substr(1), [](unsigned char digit) { return std::isxdigit(digit) != 0; });
}

Result<void> checkWebsite(const WebsiteChannel& channel)
{
    if (auto texts = all({checkOptionalText(channel.title, mostNameBytes, "The title"),
                          checkOptionalText(channel.greeting, mostTextBytes, "The greeting")});
        !texts)
        return texts;
    if (!isColor(channel.accentColor))
        return failure("The colour is written as #RRGGBB.", "accent_color");
    if (channel.allowedOrigins.size() > mostEntries)
        return failure("Too many pages are listed.", "allowed_origins");
    for (const std::string& origin : channel.allowedOrigins)
        if (!origin.starts_with("https://") && !origin.starts_with("http://"))
            return failure("A page's origin begins with https:// or http://.", "allowed_origins/" + origin);
    return {};
}

// Nobody gives a role above their own.
Result<void> mayGiveRole(const Floor& floor, const AgentId& by, Role role)
{
    const AgentState* giver = floor.agent(by);
    if (giver && giver->agent.role != Role::Supervisor && role == Role::Supervisor)
        return failure("Only a supervisor can make somebody a supervisor.", "role");
    return {};
}

// Nobody who is not there any more is invited anywhere.
void leaveAll(Work& work, const AgentId& agent)
{
    std::vector<ConversationId> invitedTo;
    for (const auto& [id, state] : work.floor.conversations())
        if (std::ranges::find(state.row.invited, agent) != state.row.invited.end())
            invitedTo.push_back(id);
    for (const ConversationId& id : invitedTo)
        work.emit(InvitedLeft{id, agent});
}

template <class Saved>
Result<void> save(Work& work, const AgentId& by, const Result<void>& check, Saved saved)
{
    if (auto right = mayEditSettings(work.floor, by); !right)
        return right;
    if (!check)
        return check;
    work.emit(std::move(saved));
    return {};
}

}

Result<void> change(Work& work, const PublishRulebook& command)
{
    if (auto right = mayPublish(work.floor, command.by); !right)
        return right;
    if (auto fit = checkOptionalText(command.note, mostTextBytes, "The note"); !fit)
        return fit;
    if (auto fit = mayReplaceLive(work, command); !fit)
        return fit;
    const std::string by = command.by.empty() ? "command line" : work.floor.agentName(command.by);
    auto published = preparePublication(command.document, command.note, by, work.rules().version() + 1, work.now);
    if (!published)
        return tl::unexpected(published.error());
    auto rules = Rules::compile(*published, work.now);
    if (!rules)
        return tl::unexpected(rules.error());
    work.emit(std::move(*published));
    work.floor.useRules(std::move(*rules));
    if (command.draftRevision)
        endDraft(work, command.by);
    for (const auto& [id, state] : work.floor.conversations())
        if (!state.row.closedAt && state.row.owner.kind != OwnerKind::Agent)
            work.memory.backlog.add(id);
    return {};
}

Result<void> change(Work& work, const SaveAgent& command)
{
    if (auto right = mayGiveRole(work.floor, command.by, command.agent.role); !right)
        return right;
    return save(work, command.by, checkAgent(command.agent), AgentSaved{command.agent});
}

Result<void> change(Work& work, const RemoveAgent& command)
{
    if (auto right = mayEditSettings(work.floor, command.by); !right)
        return right;
    if (const auto known = knownAgent(work.floor, command.agent); !known)
        return tl::unexpected(known.error());
    const std::string name = work.floor.agentName(command.agent);
    if (const Offer* offer = work.floor.offerTo(command.agent))
        endOffer(work, Offer(*offer), OfferOutcome::Withdrawn, name + " was removed");
    giveBack(work, command.agent, false, name + " was removed");
    leaveAll(work, command.agent);
    forgetLooker(work, command.agent);
    work.emit(AgentRemoved{command.agent});
    return {};
}

Result<void> change(Work& work, const SaveFaq& command)
{
    return save(work, command.by, checkFaq(command.entry), FaqSaved{command.entry});
}

Result<void> change(Work& work, const RemoveFaq& command)
{
    const auto& faq = *work.floor.settings().faq;
    const bool known = std::ranges::find(faq, command.entry, &FaqEntry::id) != faq.end();
    const auto check
        = known ? Result<void>() : Result<void>(failure("There is no such FAQ entry.", command.entry.value));
    return save(work, command.by, check, FaqRemoved{command.entry});
}

Result<void> change(Work& work, const SaveProfile& command)
{
    return save(work, command.by, checkProfile(command.profile), ProfileSaved{command.profile});
}

Result<void> change(Work& work, const SaveWebsiteChannel& command)
{
    return save(work, command.by, checkWebsite(command.channel), WebsiteChannelSaved{command.channel});
}

Result<void> change(Work& work, const SaveDeskSettings& command)
{
    if (auto right = mayEditSettings(work.floor, command.by); !right)
        return right;
    const DeskSettings& settings = command.settings;
    if (settings.awayAfterMissedOffers < 0 || settings.awayAfterMissedOffers > mostPlaces)
        return failure("Missed offers are counted from 0 (never away) to 1000.", "away_after_missed_offers");
    if (settings.wrapUp < seconds{0} || settings.wrapUp > std::chrono::hours{1})
        return failure("The wrap-up time is at most one hour.", "wrap_up_seconds");
    if (settings.presenceStates.size() > mostEntries || settings.cannedReplies.size() > mostEntries)
        return failure("At most 1000 states and 1000 canned replies can be kept.", "desk");
    for (const PresenceState& state : settings.presenceStates)
        if (auto texts = all({checkText(state.id, mostIdBytes, "The state's id"),
                              checkText(state.name, mostNameBytes, "The state's name")});
            !texts)
            return texts;
    for (const CannedReply& reply : settings.cannedReplies)
        if (auto texts = all({checkText(reply.shortcut, mostIdBytes, "The shortcut"),
                              checkOptionalText(reply.title, mostNameBytes, "The title"),
                              checkText(reply.text, mostTextBytes, "The canned reply")});
            !texts)
            return texts;
    if (auto fit = checkAlertPost(settings.alertPost); !fit)
        return fit;
    if (*work.floor.settings().desk != settings)
        work.emit(DeskSettingsSaved{settings});
    return {};
}

Result<void> change(Work& work, const SwitchPractice& command)
{
    // Practice is for everybody who learns, so anybody known may switch it.
    if (!command.by.empty())
        if (const auto known = knownAgent(work.floor, command.by); !known)
            return tl::unexpected(known.error());
    if (work.floor.settings().practiceOn != command.on)
        work.emit(PracticeSwitched{command.on});
    return {};
}

}
