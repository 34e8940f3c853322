#include "ui/policies/list/policy_words.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PolicyWords)
};

QString actionWords(const Action& action, const Rulebook& rulebook)
{
    if (const auto* const transfer = std::get_if<TransferToQueue>(&action);
        transfer && transfer->queue.attribute.empty())
        return Words::tr("to %1").arg(line(nameOf(QueueId{transfer->queue.id}, rulebook), 100));
    if (std::holds_alternative<SetTier>(action))
        return {};   // its shape stands before the name
    return line(describe(action, rulebook), 200);
}

// The one comparison in which two conditions of the same shape differ; none when they differ otherwise.
struct Difference {
    const Comparison* before = nullptr;
    const Comparison* after = nullptr;
    int count = 0;
    bool negated = false;
};

void compare(const Condition& before, const Condition& after, bool negated, Difference& difference);

void compareParts(const std::vector<Condition>& before, const std::vector<Condition>& after, bool negated,
                  Difference& difference)
{
    if (before.size() != after.size()) {
        difference.count += 2;
        return;
    }
    for (std::size_t i = 0; i < before.size() && difference.count < 2; ++i)
        compare(before[i], after[i], negated, difference);
}

void compare(const Condition& before, const Condition& after, bool negated, Difference& difference)
{
    if (before.node.index() != after.node.index()) {
        difference.count += 2;
        return;
    }
    if (const auto* const all = std::get_if<AllOf>(&before.node))
        compareParts(all->parts, std::get<AllOf>(after.node).parts, negated, difference);
    else if (const auto* const any = std::get_if<AnyOf>(&before.node))
        compareParts(any->parts, std::get<AnyOf>(after.node).parts, negated, difference);
    else if (const auto* const inverse = std::get_if<Not>(&before.node)) {
        const auto& other = std::get<Not>(after.node);
        if (inverse->part && other.part)
            compare(*inverse->part, *other.part, !negated, difference);
    } else if (const auto* const comparison = std::get_if<Comparison>(&before.node)) {
        const auto& other = std::get<Comparison>(after.node);
        if (*comparison == other)
            return;
        difference.before = comparison;
        difference.after = &other;
        difference.negated = negated;
        difference.count += comparison->attribute == other.attribute ? 1 : 2;
    } else if (!(before == after)) {
        difference.count += 2;
    }
}

QString conditionChange(const Condition& before, const Condition& after, const Rulebook& rulebook)
{
    Difference difference;
    compare(before, after, false, difference);
    if (difference.count != 1)
        return Words::tr("Conditions changed");
    const QString now = line(wantedInWords(*difference.after, difference.negated, rulebook), 80);
    Comparison old = *difference.before;
    const auto* const value = std::get_if<Value>(&old.operand);
    const QString was = value && old.op == difference.after->op
        ? line(valueInWords(*value, old.attribute, rulebook), 60)
        : line(wantedInWords(old, difference.negated, rulebook), 80);
    return upperFirst(Words::tr("%1, was %2").arg(now, was));
}

QString actionsChange(const std::vector<Action>& before, const std::vector<Action>& after, const Rulebook& rulebook)
{
    int count = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < after.size() && before.size() == after.size(); ++i)
        if (!(before[i] == after[i])) {
            ++count;
            at = i;
        }
    if (count != 1 || before[at].index() != after[at].index())
        return Words::tr("Actions changed");
    if (std::holds_alternative<SendMessage>(after[at]))
        return Words::tr("Text changed");
    return Words::tr("%1, was %2")
        .arg(upperFirst(line(describe(after[at], rulebook), 80)), line(describe(before[at], rulebook), 80));
}

QString editWords(const Policy& before, const Policy& after, const Rulebook& rulebook)
{
    QStringList parts;
    if (!(before.when == after.when))
        parts << conditionChange(before.when, after.when, rulebook);
    if (before.actions != after.actions)
        parts << actionsChange(before.actions, after.actions, rulebook);
    if (before.exception != after.exception)
        parts << Words::tr("Exception changed");
    if (before.name != after.name)
        parts << Words::tr("Renamed, was %1").arg(line(before.name, 60));
    if (before.requiresQualification != after.requiresQualification)
        parts << (after.requiresQualification ? Words::tr("Only when qualified")
                                              : Words::tr("No longer only when qualified"));
    if (before.group != after.group)
        parts << Words::tr("Another group");
    if (before.comment != after.comment)
        parts << Words::tr("Comment changed");
    return parts.join(QStringLiteral(" · "));
}

}

QString policyTitle(const Policy& policy) { return line(policy.name.empty() ? policy.id.value : policy.name, 160); }

QString policyOutcome(const Policy& policy, const Rulebook& rulebook)
{
    QStringList parts;
    for (const Action& action : policy.actions)
        if (const QString words = actionWords(action, rulebook); !words.isEmpty())
            parts << words;
    QString words = parts.isEmpty()
        ? (policy.actions.empty() ? Words::tr("nothing happens") : Words::tr("sets the tier"))
        : parts.join(QStringLiteral(", "));
    if (policy.exception)
        words += Words::tr(", unless %1").arg(line(describe(policy.exception->when, rulebook), 120));
    return upperFirst(words);
}

int tierRankOf(const std::vector<Action>& actions, const Rulebook& rulebook)
{
    for (const Action& action : actions)
        if (const auto* const set = std::get_if<SetTier>(&action)) {
            const auto tier = std::ranges::find(rulebook.tiers, set->tier, &Tier::id);
            return tier == rulebook.tiers.end() ? -1 : int(tier - rulebook.tiers.begin());
        }
    return -1;
}

QString policyChangeWords(const Policy& policy, const PolicyChange& change, const Rulebook& live, const Rulebook& draft)
{
    if (change.added)
        return Words::tr("New");
    QStringList parts;
    if (change.edited)
        if (const auto before = std::ranges::find(live.policies, policy.id, &Policy::id); before != live.policies.end())
            parts << editWords(*before, policy, draft);
    if (change.switched)
        parts << (policy.enabled ? Words::tr("Switched on") : Words::tr("Switched off"));
    if (change.moved)
        parts << Words::tr("Moved");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

const std::vector<GroupColor>& groupColors()
{
    static const std::vector<GroupColor> colors{{"teal", ThemeColor::Accent},   {"blue", ThemeColor::Tier3},
                                                {"violet", ThemeColor::Ai},     {"amber", ThemeColor::Warn},
                                                {"red", ThemeColor::Bad},       {"green", ThemeColor::Good},
                                                {"grey", ThemeColor::TextMuted}};
    return colors;
}

ThemeColor groupColor(const std::string& name)
{
    const auto found
        = std::ranges::find(groupColors(), name, [](const GroupColor& each) { return std::string(each.name); });
    return found == groupColors().end() ? ThemeColor::TextMuted : found->color;
}

QString groupColorWords(const std::string& name)
{
    static const std::map<std::string, const char*> words{
        {"teal", QT_TRANSLATE_NOOP("PolicyWords", "Teal")},     {"blue", QT_TRANSLATE_NOOP("PolicyWords", "Blue")},
        {"violet", QT_TRANSLATE_NOOP("PolicyWords", "Violet")}, {"amber", QT_TRANSLATE_NOOP("PolicyWords", "Amber")},
        {"red", QT_TRANSLATE_NOOP("PolicyWords", "Red")},       {"green", QT_TRANSLATE_NOOP("PolicyWords", "Green")}};
    const auto found = words.find(name);
    return found == words.end() ? Words::tr("Grey") : Words::tr(found->second);
}

const PolicyGroup* findGroup(const PolicyGroupId& group, const Rulebook& rulebook)
{
    const auto found = std::ranges::find(rulebook.groups, group, &PolicyGroup::id);
    return group.empty() || found == rulebook.groups.end() ? nullptr : &*found;
}

QString groupTitle(const PolicyGroup& group) { return line(group.name.empty() ? group.id.value : group.name, 80); }

}
