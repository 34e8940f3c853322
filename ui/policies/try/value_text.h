#pragma once

#include "model/domain/result.h"
#include "routing/rulebook/rulebook.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox {

// "€42,000", "yes", "open"; "missing" for none. One line.
QString valueText(const std::string& attribute, const std::optional<Value>& value, const Rulebook& rulebook);
// As it is typed in: "42000", "yes", "a, b", "2026-06-09 10:43". Times are this desk's.
QString typedText(const std::string& attribute, const std::optional<Value>& value);
// What somebody typed for the attribute, of its type; empty text: missing. The error says what is expected.
Result<std::optional<Value>> readTyped(const std::string& attribute, const QString& typed, const Rulebook& rulebook);
// Values that conditions compare the attribute with, as they are typed; for offering while typing.
QStringList comparedValues(const std::string& attribute, const Rulebook& rulebook);

// "Deal size": an attribute's label as a heading.
QString attributeTitle(const std::string& attribute, const Rulebook& rulebook);
QString withCapital(QString words);
// "Deal size €12,000, wanted at least €50,000". Without an attribute what was found says it all.
QString comparisonText(const std::string& attribute, const std::string& found, const std::string& wanted,
                       const Rulebook& rulebook);

}
