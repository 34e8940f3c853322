#pragma once

#include "routing/rulebook/rulebook.h"

#include <QString>

#include <optional>
#include <vector>

namespace signalbox {

// One thing a condition can look at.
struct AttributeChoice {
    std::string name;   // of the attribute, or the schedule's id
    bool isSchedule = false;
    ValueType type = ValueType::String;
    std::string unit;
    QString label;   // "Deal size"
    QString group;   // "CRM": the namespace in words

    QString about() const;   // "crm.deal_size · number, EUR"
};

// All that the rulebook's conditions can look at, group by group. With a type: attributes of it alone.
std::vector<AttributeChoice> attributeChoices(const Rulebook& rulebook, std::optional<ValueType> type = std::nullopt);

}
