#pragma once

#include "model/journal/events.h"

#include <concepts>
#include <type_traits>

// The fields of everything the journal keeps, listed once: the same list writes and reads. An archive is called with each
// field's name and value. Names never change. `later` is for fields that older journals do not have: written only when
// they say something, and left as they are where they are missing.
namespace signalbox {

template <class Given, class Plain>
concept Of = std::same_as<std::remove_const_t<Given>, Plain>;

void fields(auto& archive, Of<Skill> auto& skill)
{
    archive("id", skill.id);
    archive("level", skill.level);
}
void fields(auto& archive, Of<Owner> auto& owner)
{
    archive("kind", owner.kind);
    archive("queue", owner.queue);
    archive("agent", owner.agent);
}
void fields(auto& archive, Of<Citation> auto& citation)
{
    archive("entry", citation.entry);
    archive("title", citation.title);
}
void fields(auto& archive, Of<Attachment> auto& attachment)
{
    archive("id", attachment.id);
    archive("name", attachment.name);
    archive("media_type", attachment.mediaType);
    archive("size", attachment.size);
}
void fields(auto& archive, Of<Message> auto& message)
{
    archive("id", message.id);
    archive("sequence", message.sequence);
    archive("author", message.author);
    archive("agent", message.agent);
    archive("author_name", message.authorName);
    archive("text", message.text);
    archive("at", message.at);
    archive("internal_note", message.internalNote);
    archive("citations", message.citations);
    archive.later("attachments", message.attachments);
    archive.later("mentions", message.mentions);
}
void fields(auto& archive, Of<ContextChange> auto& change)
{
    archive("attribute", change.attribute);
    archive("value", change.value);
    archive("source", change.source);
    archive("expires_at", change.expiresAt);
}
void fields(auto& archive, Of<SignalShare> auto& share)
{
    archive("id", share.id);
    archive("name", share.name);
    archive("points", share.points);
    archive("observed_at", share.observedAt);
    archive.later("score", share.score);
}
void fields(auto& archive, Of<CriterionResult> auto& criterion)
{
    archive("id", criterion.id);
    archive("name", criterion.name);
    archive("state", criterion.state);
    archive("required", criterion.required);
    archive("evidence", criterion.evidence);
    archive("ask", criterion.ask);
}
void fields(auto& archive, Of<TierHeld> auto& held)
{
    archive("tier", held.tier);
    archive("since", held.since);
}
void fields(auto& archive, Of<Decision> auto& decision)
{
    archive("conversation", decision.conversation);
    archive("at", decision.at);
    archive("rulebook_version", decision.rulebookVersion);
    archive("snapshot", decision.snapshot);
    archive("policy", decision.policy);
    archive("by_exception", decision.byException);
    archive("actions", decision.actions);
    archive("tier", decision.tier);
    archive("tier_rank", decision.tierRank);
    archive("intent_score", decision.intentScore);
    archive("signals", decision.signalShares);
    archive("qualification", decision.qualification);
    archive("required_skills", decision.requiredSkills);
    archive("response_target_seconds", decision.responseTarget);
    archive.later("tier_before", decision.tierBefore);
    archive.later("sent_to", decision.sentTo);
    archive.later("stopped_transfer", decision.stoppedTransfer);
}
void fields(auto& archive, Of<CandidateReason> auto& candidate)
{
    archive("agent", candidate.agent);
    archive("chosen", candidate.chosen);
    archive("reason", candidate.reason);
}
void fields(auto& archive, Of<RoundCost> auto& cost)
{
    archive("asked_again", cost.askedAgain);
    archive("not_their_own", cost.notTheirOwn);
    archive("levels_missing", cost.levelsMissing);
    archive("idle_places", cost.idlePlaces);
}
void fields(auto& archive, Of<OfferRound> auto& round)
{
    archive("offers", round.offers);
    archive("cost", round.cost);
    archive("in_turn_offers", round.inTurnOffers);
    archive("in_turn_cost", round.inTurnCost);
}
void fields(auto& archive, Of<Offer> auto& offer)
{
    archive("id", offer.id);
    archive("conversation", offer.conversation);
    archive("agent", offer.agent);
    archive("made_at", offer.madeAt);
    archive("lapses_at", offer.lapsesAt);
    archive("candidates", offer.candidates);
    archive.later("round", offer.round);
}
void fields(auto& archive, Of<Leave> auto& leave)
{
    archive("from", leave.from);
    archive("to", leave.to);
}
void fields(auto& archive, Of<Agent> auto& agent)
{
    archive("id", agent.id);
    archive("name", agent.name);
    archive("role", agent.role);
    archive("team", agent.team);
    archive("skills", agent.skills);
    archive("queues", agent.queues);
    archive("capacity", agent.capacity);
    archive("channel_weights", agent.channelWeights);
    archive.later("languages", agent.languages);
    archive.later("territories", agent.territories);
    archive.later("product_lines", agent.productLines);
    archive.later("least_deal", agent.leastDeal);
    archive.later("most_deal", agent.mostDeal);
    archive.later("schedule", agent.schedule);
    archive.later("leave", agent.leave);
}
void fields(auto& archive, Of<FaqEntry> auto& entry)
{
    archive("id", entry.id);
    archive("question", entry.question);
    archive("answer", entry.answer);
    archive("also_asked", entry.alsoAsked);
}
void fields(auto& archive, Of<ProfileFact> auto& fact)
{
    archive("label", fact.label);
    archive("text", fact.text);
}
void fields(auto& archive, Of<CompanyProfile> auto& profile)
{
    archive("name", profile.name);
    archive("description", profile.description);
    archive("facts", profile.facts);
}
void fields(auto& archive, Of<WebsiteChannel> auto& channel)
{
    archive("enabled", channel.enabled);
    archive("title", channel.title);
    archive("greeting", channel.greeting);
    archive("accent_color", channel.accentColor);
    archive("allowed_origins", channel.allowedOrigins);
}

void fields(auto& archive, Of<Contact> auto& contact)
{
    archive("id", contact.id);
    archive("name", contact.name);
    archive("company", contact.company);
    archive("emails", contact.emails);
    archive("phones", contact.phones);
}
void fields(auto& archive, Of<PresenceState> auto& state)
{
    archive("id", state.id);
    archive("name", state.name);
    archive("counts_as", state.countsAs);
}
void fields(auto& archive, Of<CannedReply> auto& reply)
{
    archive("shortcut", reply.shortcut);
    archive("title", reply.title);
    archive("text", reply.text);
}
void fields(auto& archive, Of<AlertPostSettings> auto& settings)
{
    archive("webhook", settings.webhook);
    archive("mail_server", settings.mailServer);
    archive("mail_user", settings.mailUser);
    archive("mail_from", settings.mailFrom);
    archive("mail_of", settings.mailOf);
}
void fields(auto& archive, Of<DeskSettings> auto& settings)
{
    archive("away_after_missed_offers", settings.awayAfterMissedOffers);
    archive("wrap_up_seconds", settings.wrapUp);
    archive("presence_states", settings.presenceStates);
    archive("canned_replies", settings.cannedReplies);
    archive.later("alert_post", settings.alertPost);
}

void fields(auto& archive, Of<ConversationOpened> auto& event)
{
    archive("conversation", event.conversation);
    archive("visitor", event.visitor);
    archive("visitor_name", event.visitorName);
    archive("channel", event.channel);
    archive("origin", event.origin);
    archive("offerable", event.offerable);
}
void fields(auto& archive, Of<MessageAdded> auto& event)
{
    archive("conversation", event.conversation);
    archive("message", event.message);
}
void fields(auto& archive, Of<ContextChanged> auto& event)
{
    archive("conversation", event.conversation);
    archive("changes", event.changes);
}
void fields(auto& archive, Of<SignalObserved> auto& event)
{
    archive("conversation", event.conversation);
    archive("signal", event.signal);
}
void fields(auto& archive, Of<DecisionMade> auto& event) { archive("decision", event.decision); }
void fields(auto& archive, Of<OwnerChanged> auto& event)
{
    archive("conversation", event.conversation);
    archive("from", event.from);
    archive("to", event.to);
    archive("reason", event.reason);
    archive("waiting_since", event.waitingSince);
    archive("answer_by", event.answerBy);
}
void fields(auto& archive, Of<AnswerOwed> auto& event)
{
    archive("conversation", event.conversation);
    archive("since", event.since);
    archive("answer_by", event.answerBy);
}
void fields(auto& archive, Of<OfferMade> auto& event) { archive("offer", event.offer); }
void fields(auto& archive, Of<OfferEnded> auto& event)
{
    archive("offer", event.offer);
    archive("conversation", event.conversation);
    archive("agent", event.agent);
    archive("outcome", event.outcome);
    archive("reason", event.reason);
}
void fields(auto& archive, Of<ConversationClosed> auto& event)
{
    archive("conversation", event.conversation);
    archive("by", event.by);
    archive("outcome", event.outcome);
    archive.later("value", event.value);
}
void fields(auto& archive, Of<ConversationReopened> auto& event)
{
    archive("conversation", event.conversation);
    archive("by", event.by);
    archive("to", event.to);
}
void fields(auto& archive, Of<ConversationHeld> auto& event)
{
    archive("conversation", event.conversation);
    archive("by", event.by);
    archive("until", event.until);
}
void fields(auto& archive, Of<HoldEnded> auto& event)
{
    archive("conversation", event.conversation);
    archive("reason", event.reason);
}
void fields(auto& archive, Of<AgentInvited> auto& event)
{
    archive("conversation", event.conversation);
    archive("agent", event.agent);
    archive("by", event.by);
}
void fields(auto& archive, Of<InvitedLeft> auto& event)
{
    archive("conversation", event.conversation);
    archive("agent", event.agent);
}
void fields(auto& archive, Of<HandRaised> auto& event)
{
    archive("conversation", event.conversation);
    archive("agent", event.agent);
    archive("up", event.up);
    archive("note", event.note);
}
void fields(auto& archive, Of<ConversationCorrected> auto& event)
{
    archive("conversation", event.conversation);
    archive("by", event.by);
    archive("subject", event.subject);
    archive("before", event.before);
    archive("after", event.after);
    archive("reason", event.reason);
    archive("tier_rank", event.tierRank);
}
void fields(auto& archive, Of<MessagesReached> auto& event)
{
    archive("conversation", event.conversation);
    archive("delivered", event.delivered);
    archive("read", event.read);
}
void fields(auto& archive, Of<FollowUpSet> auto& event)
{
    archive("conversation", event.conversation);
    archive("due", event.due);
    archive("owner", event.owner);
    archive("note", event.note);
    archive.later("policy", event.policy);
    archive.later("by", event.by);
}
void fields(auto& archive, Of<FollowUpEnded> auto& event)
{
    archive("conversation", event.conversation);
    archive("due", event.due);
    archive("by", event.by);
    archive("done", event.done);
}
void fields(auto& archive, Of<VisitorLinked> auto& event)
{
    archive("visitor", event.visitor);
    archive("contact", event.contact);
    archive("because", event.because);
}
void fields(auto& archive, Of<VisitorUnlinked> auto& event)
{
    archive("visitor", event.visitor);
    archive("contact", event.contact);
    archive("by", event.by);
}
void fields(auto& archive, Of<ContactErased> auto& event)
{
    archive("contact", event.contact);
    archive("conversations", event.conversations);
    archive("by", event.by);
}
void fields(auto& archive, Of<DeskSettingsSaved> auto& event) { archive("settings", event.settings); }
void fields(auto& archive, Of<PresenceChanged> auto& event)
{
    archive("agent", event.agent);
    archive("presence", event.presence);
    archive.later("state", event.state);
    archive.later("until", event.until);
    archive.later("reason", event.reason);
}
void fields(auto& archive, Of<AgentSaved> auto& event) { archive("agent", event.agent); }
void fields(auto& archive, Of<AgentRemoved> auto& event) { archive("agent", event.agent); }
void fields(auto& archive, Of<RulebookPublished> auto& event)
{
    archive("version", event.version);
    archive("document", event.document);
    archive("open_intervals", event.openIntervals);
    archive("note", event.note);
    archive("by", event.by);
}
void fields(auto& archive, Of<FaqSaved> auto& event) { archive("entry", event.entry); }
void fields(auto& archive, Of<FaqRemoved> auto& event) { archive("entry", event.entry); }
void fields(auto& archive, Of<ProfileSaved> auto& event) { archive("profile", event.profile); }
void fields(auto& archive, Of<WebsiteChannelSaved> auto& event) { archive("channel", event.channel); }
void fields(auto& archive, Of<PracticeSwitched> auto& event) { archive("on", event.on); }

}
