#include "ui/conversation/visitor_facts.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/rulebook.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <string_view>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VisitorFacts)
};

constexpr std::size_t longestZone = 64;

using Parts = std::vector<const char*>;

// Facts made of one or several attributes, the first that are known.
struct Recipe {
    const char* label;
    Parts attributes;
};

const std::array recipes{
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Person"), {"visitor.name", "visitor.email"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Company"), {"visitor.company"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Consent"), {"visitor.consent", "visitor.consent_marketing"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Now on"), {"page.title", "page.path"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Came from"), {"page.referrer"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Campaign"), {"page.campaign", "page.source", "page.medium"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Language"), {"visitor.language"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Device"), {"visitor.device"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Their time"), {"visitor.timezone"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Department"), {"import.department"}},
    Recipe{QT_TRANSLATE_NOOP("VisitorFacts", "Labelled as"), {"import.intent"}},
};

// Whole families that integrations and rulebooks add to.
constexpr std::array<std::string_view, 2> families{"crm.", "custom."};

QString sourceOf(const ContextEntry& entry)
{
    return Words::tr("From %1, %2", "source and time of a value").arg(line(entry.source, 40), formatExact(entry.at));
}

bool holds(const ContextEntry* entry, Instant now) { return entry && (!entry->expiresAt || *entry->expiresAt > now); }

// "11:43 in Berlin"; the zone as it is where nobody knows it.
QString timeThere(const Value& value, Instant now)
{
    const auto* const name = std::get_if<std::string>(&value);
    const QTimeZone zone(name ? QByteArray(name->data(), qsizetype(std::min(name->size(), longestZone)))
                              : QByteArray());
    if (!zone.isValid())
        return line(describe(value), 60);
    const QString city = line(name->substr(name->rfind('/') + 1), 60).replace(u'_', u' ');
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(toMicroseconds(now) / 1000).toTimeZone(zone);
    return Words::tr("%1 in %2", "time and city").arg(there.toString(QStringLiteral("HH:mm")), city);
}

QString valueText(const std::string& attribute, const Value& value, const Rulebook& rulebook, Instant now)
{
    if (attribute == "visitor.timezone")
        return timeThere(value, now);
    const auto defined = rulebook.attributes.find(attribute);
    const bool euros
        = attribute == "crm.deal_size" || (defined != rulebook.attributes.end() && defined->second.unit == "EUR");
    if (const double* number = std::get_if<double>(&value); number && euros)
        return formatMoney(*number);
    return line(describe(value), 200);
}

}

std::vector<VisitorFact> visitorFacts(const Context& context, const Rulebook& rulebook, Instant now)
{
    std::vector<VisitorFact> facts;
    for (const Recipe& recipe : recipes) {
        QStringList values;
        QString detail;
        for (const char* attribute : recipe.attributes) {
            const ContextEntry* entry = context.find(attribute);
            if (!holds(entry, now))
                continue;
            const QString value = valueText(attribute, entry->value, rulebook, now);
            if (!value.isEmpty() && !values.contains(value))
                values << value;
            detail = sourceOf(*entry);
        }
        if (!values.isEmpty())
            facts.push_back({Words::tr(recipe.label), values.join(QStringLiteral(" · ")), detail});
    }
    for (const auto& [attribute, entry] : context.entries()) {
        const bool listed
            = std::ranges::any_of(families, [&](std::string_view family) { return attribute.starts_with(family); });
        if (!listed || !holds(&entry, now))
            continue;
        QString label = line(attributeLabel(attribute, rulebook), 40);
        if (!label.isEmpty())
            label[0] = label[0].toUpper();
        facts.push_back({label, valueText(attribute, entry.value, rulebook, now), sourceOf(entry)});
    }
    return facts;
}

}
