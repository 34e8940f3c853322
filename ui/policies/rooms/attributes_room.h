#pragma once

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/rooms/entry_room.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace signalbox {

struct SeenValues;

// Everything conditions can look at: what Signalbox fills in by itself, and what this workspace has named on its own. One that
// conditions look at keeps its name.
class AttributesRoom : public EntryRoom {
public:
    explicit AttributesRoom(const StudioContext& context, QWidget* parent = nullptr);
    ~AttributesRoom() override;   // a field that loses the focus meanwhile has nobody to tell

protected:
    std::vector<ListedEntry> entries() const override;
    void showChosen() override;
    QString addEntry() override;
    QString duplicateEntry(const QString& id) override;
    void removeEntry(const QString& id) override;
    void moveEntry(const QString&, int) override { }
    std::vector<Reference> references(const QString& id) const override;
    QString whyNotRemove(const QString& id) const override;

private:
    void connectFields();
    void change(const QString& what, const std::function<void(AttributeDefinition&)>& edit, const QString& field);
    void rename();
    QString freshName(const QString& stem) const;
    void askValues(const std::string& attribute);
    void showValues(const SeenValues& seen);

    QLineEdit* m_name;
    QComboBox* m_type;
    QLineEdit* m_label;
    QLineEdit* m_unit;
    QLabel* m_origin;
    QLabel* m_seen;
    QLabel* m_uses;
    std::string m_asked;
    quint64 m_ticket = 0;
};

}
