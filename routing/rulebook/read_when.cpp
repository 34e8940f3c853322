#include "routing/rulebook/read_when.h"

#include "model/domain/names.h"
#include "routing/conditions/walk.h"
#include "routing/json/object_reader.h"

namespace signalbox {

Condition readWhen(ObjectReader& reader, const ReadingContext& context)
{
    const JsonTree* const when = reader.required("when", "a condition");
    return when ? readCondition(*when, Place(reader.place(), "when"), context) : Condition{AllOf{}};
}

void expectComparedWithNumber(const Condition& when, const std::string& attribute, const Place& place, Issues& issues)
{
    bool compares = false;
    forEachLeaf(when, [&](const Comparison& comparison) {
        const auto* const value = std::get_if<Value>(&comparison.operand);
        compares = compares || (comparison.attribute == attribute && value && std::holds_alternative<double>(*value));
    });
    if (!compares)
        issues.add(place, "\"" + attribute + "\"", "an attribute that the condition compares with one number");
}

Thresholds readThresholds(ObjectReader& entry, const Condition& when, Issues& issues)
{
    Thresholds thresholds;
    const JsonTree* const channels = entry.member("thresholds");
    if (!channels)
        return thresholds;
    const Place place(entry.place(), "thresholds");
    if (!ObjectReader(*channels, place, issues, "thresholds for each channel").isObject())
        return thresholds;
    for (std::size_t i = 0; i < channels->items.size(); ++i) {
        const std::string& channel = channels->keys[i];
        const Place channelPlace(place, channel);
        if (!fromName<Channel>(channel))
            issues.add(channelPlace, "\"" + channel + "\"", "a channel: website, whatsapp, api or import");
        ObjectReader reader(channels->items[i], channelPlace, issues, "a number for each attribute");
        for (const std::string& attribute : channels->items[i].keys) {
            thresholds[channel][attribute] = reader.number(attribute, -anyNumber, anyNumber, std::nullopt);
            expectComparedWithNumber(when, attribute, Place(channelPlace, attribute), issues);
        }
    }
    return thresholds;
}

}
