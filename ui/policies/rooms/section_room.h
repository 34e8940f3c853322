#pragma once

#include "routing/rulebook/uses.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/rooms/entry_room.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {

// An EntryRoom for a section that is a list of entries with ids and names.
template <class Entry>
class SectionRoom : public EntryRoom {
protected:
    // `one` is what an entry is called in the names of undo steps: "tier".
    SectionRoom(const StudioContext& context, const Words& words, QString one, std::vector<Entry> Rulebook::*section,
                bool ordered, QWidget* parent)
        : EntryRoom(context, words, ordered, parent), m_one(std::move(one)), m_section(section)
    {
    }

    const std::vector<Entry>& all() const { return studio().draft.rulebook().*m_section; }
    const Entry* find(const QString& id) const
    {
        const auto found
            = std::ranges::find(all(), id.toStdString(), [](const Entry& entry) { return entry.id.value; });
        return found == all().end() ? nullptr : &*found;
    }
    const Entry* chosen() const { return find(chosenId()); }
    // JSON pointer of the chosen entry.
    QString place() const
    {
        return QStringLiteral("/%1/%2").arg(sectionName()).arg(chosen() ? chosen() - all().data() : 0);
    }
    virtual QString sectionName() const = 0;   // in the document: "tiers"
    virtual Entry newEntry() const = 0;        // without id
    // An id for a new entry; asked with 1, 2, ... until it is one that nobody has.
    virtual QString newId(int number) const { return number == 1 ? m_one : m_one + QString::number(number); }
    virtual QString listedTitle(const Entry& entry) const { return titleOf(entry); }

    // One step of undo: "set the response target of P1". With a field name typing in it is one step.
    void change(const QString& what, const std::function<void(Entry&)>& edit, const QString& field = {})
    {
        const Entry* const entry = chosen();
        if (!entry)
            return;
        studio().draft.editRooms(
            EntryRoom::tr("%1 of %2").arg(what, titleOf(*entry)),
            [this, id = entry->id, &edit](Rulebook& rulebook) {
                for (Entry& one : rulebook.*m_section)
                    if (one.id == id)
                        edit(one);
            },
            field.isEmpty() ? QString() : typingKey(field));
    }

    static QString titleOf(const Entry& entry) { return line(entry.name.empty() ? entry.id.value : entry.name, 60); }

    std::vector<ListedEntry> entries() const override
    {
        std::vector<ListedEntry> listed;
        for (const Entry& entry : all())
            listed.push_back({text(entry.id.value), listedTitle(entry)});
        return listed;
    }
    QString addEntry() override { return insert(newEntry(), all().size(), EntryRoom::tr("add %1").arg(m_one)); }
    QString duplicateEntry(const QString& id) override
    {
        const Entry* const original = find(id);
        if (!original)
            return {};
        Entry copy = *original;
        copy.name = EntryRoom::tr("%1 (copy)").arg(text(copy.name)).toStdString();
        return insert(std::move(copy), std::size_t(original - all().data()) + 1,
                      EntryRoom::tr("duplicate %1").arg(titleOf(*original)));
    }
    void removeEntry(const QString& id) override
    {
        if (const Entry* const entry = find(id))
            studio().draft.editRooms(
                EntryRoom::tr("delete %1 %2").arg(m_one, titleOf(*entry)), [&](Rulebook& rulebook) {
                    std::erase_if(rulebook.*m_section,
                                  [&](const Entry& one) { return one.id.value == id.toStdString(); });
                });
    }
    void moveEntry(const QString& id, int steps) override
    {
        const Entry* const entry = find(id);
        const auto from = entry ? entry - all().data() : 0;
        const auto to = from + steps;
        if (!entry || to < 0 || to >= std::ssize(all()))
            return;
        studio().draft.editRooms(EntryRoom::tr("move %1 %2").arg(m_one, titleOf(*entry)), [&](Rulebook& rulebook) {
            std::swap((rulebook.*m_section)[std::size_t(from)], (rulebook.*m_section)[std::size_t(to)]);
        });
    }

private:
    QString insert(Entry entry, std::size_t at, const QString& what)
    {
        int number = 1;
        while (find(newId(number)))
            ++number;
        const QString id = newId(number);
        entry.id.value = id.toStdString();
        if (entry.name.empty())
            entry.name = EntryRoom::tr("New %1").arg(m_one).toStdString();
        studio().draft.editRooms(what, [&](Rulebook& rulebook) {
            (rulebook.*m_section).insert((rulebook.*m_section).begin() + std::ptrdiff_t(at), std::move(entry));
        });
        return id;
    }

    QString m_one;
    std::vector<Entry> Rulebook::*m_section;
};

// Uses of something, as an EntryRoom tells them.
template <class Reference>
std::vector<Reference> referencesFrom(const std::vector<Use>& uses)
{
    std::vector<Reference> all;
    for (const Use& use : uses)
        all.push_back({text(use.place), line(use.words, 80)});
    return all;
}

}
