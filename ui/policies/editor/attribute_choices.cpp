#include "ui/policies/editor/attribute_choices.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/phrases.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AttributeChoices)
};

QString groupOf(std::string_view name)
{
    const std::string_view space = name.substr(0, name.find('.'));
    if (space == name)
        return name == "now" ? Words::tr("Time") : Words::tr("Scores");
    if (space == "crm")
        return Words::tr("CRM");
    if (space == "ai")
        return Words::tr("AI");
    return upperFirst(line(std::string(space), 60));
}

// Scores and what the visitor does first, what a file brought last.
int rankOf(const AttributeChoice& choice)
{
    static const std::vector<std::string> order{"visitor", "conversation", "message", "page", "crm", "ai", "custom"};
    if (choice.isSchedule)
        return -1;
    const std::string space = choice.name.substr(0, choice.name.find('.'));
    if (space == choice.name)
        return choice.name == "now" ? -1 : -2;
    return int(std::ranges::find(order, space) - order.begin());
}

void addQueueFigures(const Rulebook& rulebook, std::set<std::string>& names)
{
    for (const Queue& queue : rulebook.queues)
        for (const char* const figure : {".waiting", ".longest_wait_seconds", ".agents_free"})
            names.insert("queue." + queue.id.value + figure);
}

}

QString AttributeChoice::about() const
{
    if (isSchedule)
        return Words::tr("schedule");
    const QString kind = unit.empty() ? typeWords(type) : Words::tr("%1, %2").arg(typeWords(type), line(unit, 20));
    return Words::tr("%1 · %2").arg(line(name, 80), kind);
}

std::vector<AttributeChoice> attributeChoices(const Rulebook& rulebook, std::optional<ValueType> type)
{
    std::set<std::string> names;
    for (const KnownAttribute& known : knownAttributes())
        names.insert(std::string(known.name));
    for (const auto& [name, definition] : rulebook.attributes)
        names.insert(name);
    addQueueFigures(rulebook, names);
    std::vector<AttributeChoice> choices;
    if (!type)
        for (const Schedule& schedule : rulebook.schedules)
            choices.push_back({schedule.id.value,
                               true,
                               ValueType::Boolean,
                               {},
                               line(nameOf(schedule.id, rulebook), 80),
                               Words::tr("Time")});
    for (const std::string& name : names) {
        const ValueType own = typeOfAttribute(name, rulebook).value_or(ValueType::String);
        if (!type || own == *type)
            choices.push_back(
                {name, false, own, unitOf(name, rulebook), attributeWords(name, rulebook), groupOf(name)});
    }
    std::ranges::stable_sort(choices, {},
                             [](const AttributeChoice& choice) { return std::pair(rankOf(choice), choice.group); });
    return choices;
}

}
