#pragma once

#include "model/domain/contact.h"
#include "ui/shared/page_context.h"
#include "ui/window/palette_entry.h"

#include <QDialog>
#include <QList>
#include <QTimer>

class QAction;
class QLineEdit;
class QListWidget;

namespace signalbox {

// Type to run a command or to open a conversation, a contact, an agent, a queue, a policy or a section of the settings.
// What was chosen lately comes first. Says why a command cannot be run now.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(const PageContext& context, QList<QAction*> actions, QStringList sections,
                   QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const signalbox::PaletteEntry& entry);   // of any kind but a command, which is run

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void list(std::vector<PaletteEntry> found);
    void askForContacts();
    void remember(const PaletteEntry& entry);
    void run();
    void step(int by);

    PageContext m_context;
    QList<QAction*> m_actions;
    QStringList m_sections;
    QStringList m_recent;   // keys, the latest first
    QLineEdit* m_words;
    QListWidget* m_found;
    std::vector<PaletteEntry> m_shown;
    std::vector<ContactRow> m_contacts;
    QTimer m_typing;   // contacts are asked for when the typing rests
};

}
