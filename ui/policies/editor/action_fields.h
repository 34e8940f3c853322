#pragma once

#include "model/domain/decision.h"
#include "routing/rulebook/rulebook.h"

#include <QString>

#include <functional>
#include <vector>

namespace signalbox {

// What a field of an action holds; each has an editor of its own.
enum class ActionPart {
    Queue,
    FallbackQueue,
    QueueOrAttribute,
    AgentOrAttribute,
    Tier,
    Alert,
    Skill,
    Level,
    Span,
    Share,
    Line,
    Owner,
    Text
};

// One field of an action. Values are texts: an id, "{{attribute}}" for a target that an attribute names, seconds, a share in
// per cent.
struct ActionField {
    ActionPart part;
    QString label;
    std::function<QString(const Action&)> read;
    std::function<void(Action&, const QString&)> write;
};

std::vector<ActionField> fieldsOf(const Action& action);

// The kinds of actions, in the order in which they are offered, and what people call them: "Send to a queue".
std::size_t actionKinds();
Action newAction(std::size_t kind, const Rulebook& rulebook);   // with what is likely meant: the first queue, tier, ...
QString actionKindWords(std::size_t kind);

}
