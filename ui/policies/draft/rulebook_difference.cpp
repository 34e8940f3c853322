#include "ui/policies/draft/rulebook_difference.h"

#include "ui/policies/draft/policy_order.h"
#include "ui/policies/draft/rulebook_fields.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <unordered_map>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RulebookDifference)
};

QString tr(const char* text) { return Words::tr(text); }

template <class Entry>
QString titleOf(const Entry& entry)
{
    return line(entry.name.empty() ? entry.id.value : entry.name, 80);
}

// What is filled in of an entry that is only in one of the two.
std::vector<RulebookDifference::Field> saidBy(const RulebookFields& fields, bool added)
{
    std::vector<RulebookDifference::Field> said;
    for (const auto& [name, words] : fields)
        if (!words.isEmpty())
            said.push_back(added ? RulebookDifference::Field{name, {}, words}
                                 : RulebookDifference::Field{name, words, {}});
    return said;
}

std::vector<RulebookDifference::Field> changedIn(const RulebookFields& before, const RulebookFields& after)
{
    std::vector<RulebookDifference::Field> changed;
    for (std::size_t i = 0; i < before.size() && i < after.size(); ++i)
        if (before[i].second != after[i].second)
            changed.push_back({after[i].first, before[i].second, after[i].second});
    return changed;
}

QString placeOf(const QString& section, std::size_t index) { return QStringLiteral("/%1/%2").arg(section).arg(index); }

// Collects the differences of one rulebook to another.
class Comparer {
public:
    Comparer(const Rulebook& before, const Rulebook& after) : m_before(before), m_after(after) { }

    template <class Entry>
    void compare(const QString& room, const QString& section, const std::vector<Entry>& before,
                 const std::vector<Entry>& after, bool orderMatters)
    {
        std::unordered_map<std::string, const Entry*> known;
        for (const Entry& entry : before)
            known.emplace(entry.id.value, &entry);
        const auto moved = orderMatters ? movedEntries(before, after) : std::set<std::string>();
        for (std::size_t i = 0; i < after.size(); ++i) {
            const Entry& entry = after[i];
            const QString place = placeOf(section, i);
            const auto found = known.find(entry.id.value);
            if (found == known.end()) {
                add(RulebookDifference::Kind::Added, room, titleOf(entry), saidBy(fieldsOf(entry, m_after), true),
                    place);
                continue;
            }
            std::vector<RulebookDifference::Field> fields = *found->second == entry
                ? std::vector<RulebookDifference::Field>()
                : changedIn(fieldsOf(*found->second, m_before), fieldsOf(entry, m_after));
            if (moved.contains(entry.id.value))
                fields.push_back(
                    {tr("Place"), QString::number(found->second - before.data() + 1), QString::number(i + 1)});
            if (!fields.empty())
                add(RulebookDifference::Kind::Changed, room, titleOf(entry), std::move(fields), place);
            known.erase(found);
        }
        for (const Entry& entry : before)   // what is still known was not there afterwards
            if (known.erase(entry.id.value) > 0)
                add(RulebookDifference::Kind::Removed, room, titleOf(entry), saidBy(fieldsOf(entry, m_before), false),
                    {});
    }

    void compareAttributes()
    {
        const QString room = tr("Attributes");
        for (const auto& [name, definition] : m_after.attributes) {
            const QString place = QStringLiteral("/attributes/") + QString::fromStdString(name);
            const auto known = m_before.attributes.find(name);
            if (known == m_before.attributes.end())
                add(RulebookDifference::Kind::Added, room, line(name), saidBy(fieldsOf(definition, m_after), true),
                    place);
            else if (!(known->second == definition))
                add(RulebookDifference::Kind::Changed, room, line(name),
                    changedIn(fieldsOf(known->second, m_before), fieldsOf(definition, m_after)), place);
        }
        for (const auto& [name, definition] : m_before.attributes)
            if (!m_after.attributes.contains(name))
                add(RulebookDifference::Kind::Removed, room, line(name), saidBy(fieldsOf(definition, m_before), false),
                    {});
    }

    std::vector<RulebookDifference> take() { return std::move(m_found); }

private:
    // By the order of policies; entries of other rooms are turned into policies of the same ids.
    template <class Entry>
    static std::set<std::string> movedEntries(const std::vector<Entry>& before, const std::vector<Entry>& after)
    {
        const auto order = [](const std::vector<Entry>& entries) {
            std::vector<Policy> policies(entries.size());
            for (std::size_t i = 0; i < entries.size(); ++i)
                policies[i].id.value = entries[i].id.value;
            return policies;
        };
        std::set<std::string> moved;
        for (const PolicyId& id : movedBetween(order(before), order(after)))
            moved.insert(id.value);
        return moved;
    }

    void add(RulebookDifference::Kind kind, const QString& room, const QString& title,
             std::vector<RulebookDifference::Field> fields, const QString& place)
    {
        m_found.push_back({kind, room, title, std::move(fields), place});
    }

    const Rulebook& m_before;
    const Rulebook& m_after;
    std::vector<RulebookDifference> m_found;
};

}

std::vector<RulebookDifference> differencesBetween(const Rulebook& before, const Rulebook& after)
{
    Comparer comparer(before, after);
    comparer.compare(tr("Policies"), QStringLiteral("policies"), before.policies, after.policies, true);
    comparer.compare(tr("Groups"), QStringLiteral("groups"), before.groups, after.groups, false);
    comparer.compare(tr("Cases"), QStringLiteral("cases"), before.cases, after.cases, false);
    comparer.compare(tr("Tiers"), QStringLiteral("tiers"), before.tiers, after.tiers, true);
    comparer.compare(tr("Signals"), QStringLiteral("signals"), before.signals, after.signals, false);
    comparer.compare(tr("Qualification"), QStringLiteral("qualification"), before.qualification, after.qualification,
                     true);
    comparer.compare(tr("Schedules"), QStringLiteral("schedules"), before.schedules, after.schedules, false);
    comparer.compare(tr("Queues"), QStringLiteral("queues"), before.queues, after.queues, true);
    comparer.compare(tr("Alerts"), QStringLiteral("alerts"), before.alerts, after.alerts, false);
    comparer.compareAttributes();
    return comparer.take();
}

}
