#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/entry_list.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace signalbox {

class FieldColumn;
class InlineMessage;

// One section of the rulebook as a list with an editor beside it; every edit goes into the draft at once and is a step of
// undo. Rooms derive from SectionRoom, which knows the section's entries.
class EntryRoom : public QWidget {
    Q_OBJECT

public:
    struct Words {
        QString name;      // objectName stem: "tier"
        QString title;     // "Tiers"
        QString purpose;   // one sentence under it
        QString add;       // "Add tier"
        QString empty;     // shown when there is none
    };

    // By the entry's id; nothing happens when there is none.
    void showEntry(const QString& id);
    QString chosenId() const { return m_list->chosenId(); }

protected:
    EntryRoom(const StudioContext& context, const Words& words, bool ordered, QWidget* parent);

    // To be called at the end of the constructor of the room itself.
    void start();

    virtual std::vector<ListedEntry> entries() const = 0;
    // Fills the fields with the chosen entry; emits nothing.
    virtual void showChosen() = 0;
    virtual QString addEntry() = 0;                          // returns its id
    virtual QString duplicateEntry(const QString& id) = 0;   // returns the copy's
    virtual void removeEntry(const QString& id) = 0;
    virtual void moveEntry(const QString& id, int steps) = 0;
    // Where the entry is referred to: places and words. While there are any, it cannot be removed.
    struct Reference {
        QString place;
        QString words;
    };
    virtual std::vector<Reference> references(const QString& id) const;
    virtual QString whyNotRemove(const QString& id) const;   // empty: it may be, as far as it is not used

    const StudioContext& studio() const { return m_studio; }
    FieldColumn* fields() const { return m_fields; }
    // A key for edits of one field of the chosen entry, so that typing is one step of undo.
    QString typingKey(const QString& field) const;

private:
    void build(const Words& words, bool ordered);
    void refresh();
    void remove();

    StudioContext m_studio;
    EntryList* m_list = nullptr;
    FieldColumn* m_fields = nullptr;
    QWidget* m_detail = nullptr;
    QLabel* m_empty = nullptr;
    InlineMessage* m_message = nullptr;
    std::vector<QPushButton*> m_needsEntry;
};

}
