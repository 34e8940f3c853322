#include "ui/policies/editor/seen_values.h"

#include "ui/policies/editor/condition_words.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

namespace signalbox {
namespace {

struct SeenWords {
    Q_DECLARE_TR_FUNCTIONS(SeenValues)
};

constexpr int namedAtMost = 5;

}

Period lastSevenDays(const StudioContext& context)
{
    const Instant now = context.page.now();
    return {now - std::chrono::days{7}, now};
}

SeenValuesStore::SeenValuesStore(const StudioContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&context.analysis, &AnalysisPort::valuesSeen, this, [this](quint64 ticket, const SeenValues& values) {
        const auto asked = m_asked.find(values.attribute);
        if (asked == m_asked.end() || asked->second != ticket)
            return;
        m_known.insert_or_assign(values.attribute, values);
        Q_EMIT arrived(values.attribute);
    });
}

const SeenValues* SeenValuesStore::of(const std::string& attribute)
{
    if (const auto known = m_known.find(attribute); known != m_known.end())
        return &known->second;
    if (!attribute.empty() && !m_asked.contains(attribute))
        m_asked[attribute] = m_context.analysis.askSeenValues(attribute, lastSevenDays(m_context));
    return nullptr;
}

QString seenInWords(const SeenValues& seen, const std::string& unit)
{
    if (seen.conversations == 0)
        return SeenWords::tr("No conversations in the last 7 days.");
    const auto figure = [&unit](double number) { return literalText(Value(number), unit); };
    QString words;
    if (seen.least && seen.most && seen.middle)
        words = SeenWords::tr("Seen in 7 days: %1 to %2, middle %3.")
                    .arg(figure(*seen.least), figure(*seen.most), figure(*seen.middle));
    else if (!seen.common.empty()) {
        QStringList named;
        for (const auto& [value, count] : seen.common)
            if (named.size() < namedAtMost)
                named << line(value, 40);
        words = SeenWords::tr("Seen in 7 days: %1.").arg(named.join(QStringLiteral(", ")));
    } else {
        return SeenWords::tr("Missing in all %1 conversations of the last 7 days.").arg(formatCount(seen.conversations));
    }
    if (seen.missing > 0)
        words += QLatin1Char(' ')
            + SeenWords::tr("Missing in %1.").arg(formatPercent(double(seen.missing) / double(seen.conversations)));
    return words;
}

}
