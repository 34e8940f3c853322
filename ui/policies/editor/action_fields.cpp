#include "ui/policies/editor/action_fields.h"

#include "ui/policies/editor/condition_words.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActionFields)
};

QString ofTarget(const Target& target)
{
    return target.attribute.empty() ? text(target.id) : QStringLiteral("{{%1}}").arg(text(target.attribute));
}

Target toTarget(const QString& written)
{
    if (written.startsWith(QLatin1String("{{")) && written.endsWith(QLatin1String("}}")))
        return {{}, written.mid(2, written.size() - 4).toStdString()};
    return {written.toStdString(), {}};
}

// A field that is a text, or an id, of one kind of action.
template <class Kind, class Member>
ActionField plain(ActionPart part, const QString& label, Member member)
{
    return {part, label, [member](const Action& action) { return text(std::invoke(member, std::get<Kind>(action))); },
            [member](Action& action, const QString& written) {
                std::invoke(member, std::get<Kind>(action)) = written.toStdString();
            }};
}

template <class Kind, class Member>
ActionField byId(ActionPart part, const QString& label, Member member)
{
    return {part, label,
            [member](const Action& action) { return text(std::invoke(member, std::get<Kind>(action)).value); },
            [member](Action& action, const QString& written) {
                std::invoke(member, std::get<Kind>(action)).value = written.toStdString();
            }};
}

template <class Kind, class Member>
ActionField target(ActionPart part, const QString& label, Member member)
{
    return {part, label,
            [member](const Action& action) { return ofTarget(std::invoke(member, std::get<Kind>(action))); },
            [member](Action& action, const QString& written) {
                std::invoke(member, std::get<Kind>(action)) = toTarget(written);
            }};
}

template <class Kind, class Member>
ActionField span(const QString& label, Member member)
{
    return {
        ActionPart::Span, label,
        [member](const Action& action) { return QString::number(std::invoke(member, std::get<Kind>(action)).count()); },
        [member](Action& action, const QString& written) {
            std::invoke(member, std::get<Kind>(action)) = seconds{written.toLongLong()};
        }};
}

ActionField minScore()
{
    return {ActionPart::Share, Words::tr("when at least"),
            [](const Action& action) { return QString::number(std::get<AnswerWithAi>(action).minScore * 100, 'g', 6); },
            [](Action& action, const QString& written) {
                std::get<AnswerWithAi>(action).minScore = std::clamp(written.toDouble() / 100, 0.0, 1.0);
            }};
}

std::vector<ActionField> skillFields()
{
    return {{ActionPart::Skill, Words::tr("Skill"),
             [](const Action& action) { return text(std::get<RequireSkill>(action).skill.id.value); },
             [](Action& action, const QString& written) {
                 std::get<RequireSkill>(action).skill.id.value = written.toStdString();
             }},
            {ActionPart::Level, Words::tr("level"),
             [](const Action& action) { return QString::number(std::get<RequireSkill>(action).skill.level); },
             [](Action& action, const QString& written) {
                 std::get<RequireSkill>(action).skill.level = std::clamp(written.toInt(), 1, 5);
             }}};
}

struct Fields {
    std::vector<ActionField> operator()(const AnswerWithAi&) const
    {
        return {minScore(),
                byId<AnswerWithAi>(ActionPart::FallbackQueue, Words::tr("sure, else"), &AnswerWithAi::fallbackQueue)};
    }
    std::vector<ActionField> operator()(const KeepWithAi&) const { return {}; }
    std::vector<ActionField> operator()(const TransferToQueue&) const
    {
        return {target<TransferToQueue>(ActionPart::QueueOrAttribute, Words::tr("Queue"), &TransferToQueue::queue)};
    }
    std::vector<ActionField> operator()(const TransferToAgent&) const
    {
        return {target<TransferToAgent>(ActionPart::AgentOrAttribute, Words::tr("Agent"), &TransferToAgent::agent),
                byId<TransferToAgent>(ActionPart::FallbackQueue, Words::tr("else"), &TransferToAgent::fallbackQueue)};
    }
    std::vector<ActionField> operator()(const TransferToLastAgent&) const
    {
        return {byId<TransferToLastAgent>(ActionPart::FallbackQueue, Words::tr("else"),
                                          &TransferToLastAgent::fallbackQueue)};
    }
    std::vector<ActionField> operator()(const SendMessage&) const
    {
        return {plain<SendMessage>(ActionPart::Text, Words::tr("Message"), &SendMessage::text)};
    }
    std::vector<ActionField> operator()(const SetTier&) const
    {
        return {byId<SetTier>(ActionPart::Tier, Words::tr("Tier"), &SetTier::tier)};
    }
    std::vector<ActionField> operator()(const AddTag&) const
    {
        return {plain<AddTag>(ActionPart::Line, Words::tr("Tag"), &AddTag::tag)};
    }
    std::vector<ActionField> operator()(const RequireSkill&) const { return skillFields(); }
    std::vector<ActionField> operator()(const SetResponseTarget&) const
    {
        return {span<SetResponseTarget>(Words::tr("within"), &SetResponseTarget::target)};
    }
    std::vector<ActionField> operator()(const RaiseAlert&) const
    {
        return {byId<RaiseAlert>(ActionPart::Alert, Words::tr("Alert"), &RaiseAlert::alert)};
    }
    std::vector<ActionField> operator()(const FollowUp&) const
    {
        return {span<FollowUp>(Words::tr("after"), &FollowUp::after),
                plain<FollowUp>(ActionPart::Owner, Words::tr("by"), &FollowUp::owner),
                plain<FollowUp>(ActionPart::Line, Words::tr("note"), &FollowUp::note)};
    }
    std::vector<ActionField> operator()(const CallWebhook&) const
    {
        return {plain<CallWebhook>(ActionPart::Line, Words::tr("Webhook"), &CallWebhook::webhook)};
    }
};

template <class Entries>
auto firstId(const Entries& entries)
{
    return entries.empty() ? decltype(entries.front().id){} : entries.front().id;
}

}

std::vector<ActionField> fieldsOf(const Action& action) { return std::visit(Fields{}, action); }

std::size_t actionKinds() { return std::variant_size_v<Action>; }

Action newAction(std::size_t kind, const Rulebook& rulebook)
{
    const QueueId queue = firstId(rulebook.queues);
    const std::vector<Action> fresh{AnswerWithAi{0.5, queue},
                                    KeepWithAi{},
                                    TransferToQueue{Target{queue.value, {}}},
                                    TransferToAgent{Target{{}, "crm.owner"}, queue},
                                    TransferToLastAgent{queue},
                                    SendMessage{},
                                    SetTier{firstId(rulebook.tiers)},
                                    AddTag{},
                                    RequireSkill{Skill{{}, 1}},
                                    SetResponseTarget{seconds{60}},
                                    RaiseAlert{firstId(rulebook.alerts)},
                                    FollowUp{std::chrono::hours{1}, {}, {}},
                                    CallWebhook{}};
    return fresh[std::min(kind, fresh.size() - 1)];
}

QString actionKindWords(std::size_t kind)
{
    switch (kind) {
    case 0:
        return Words::tr("Let the AI answer");
    case 1:
        return Words::tr("Keep with the AI");
    case 2:
        return Words::tr("Transfer to queue");
    case 3:
        return Words::tr("Transfer to agent");
    case 4:
        return Words::tr("Transfer to last agent");
    case 5:
        return Words::tr("Send a message");
    case 6:
        return Words::tr("Set the tier");
    case 7:
        return Words::tr("Add a tag");
    case 8:
        return Words::tr("Require a skill");
    case 9:
        return Words::tr("Answer");
    case 10:
        return Words::tr("Raise an alert");
    case 11:
        return Words::tr("Follow up");
    default:
        return Words::tr("Call a webhook");
    }
}

}
