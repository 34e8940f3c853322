#include "ui/contacts/contacts_page.h"
#include "ui/conversation/conversation_page.h"
#include "ui/live/live_page.h"
#include "ui/live/wall_board.h"
#include "ui/main_window_parts.h"
#include "ui/policies/policies_page.h"
#include "ui/settings/settings_page.h"
#include "ui/window/palette_entry.h"
#include "ui/shared/keyboard_focus.h"

#include <QGuiApplication>
#include <QScreen>

namespace signalbox {

void MainWindow::Parts::goTo(const PaletteEntry& entry)
{
    const std::string id = entry.id.toStdString();
    switch (entry.kind) {
    case PaletteEntry::Kind::Conversation:
        window.openConversation(ConversationId{id});
        break;
    case PaletteEntry::Kind::Agent:
        showPlace(Place::Live);
        live->showAgent(AgentId{id});
        break;
    case PaletteEntry::Kind::Queue:
        showPlace(Place::Live);
        live->showQueue(QueueId{id});
        break;
    case PaletteEntry::Kind::Policy:
        showPlace(Place::Policies);
        policies->showPolicy(PolicyId{id});
        break;
    case PaletteEntry::Kind::Section:
        showPlace(Place::Settings);
        settings->showSection(SettingsPage::Section(entry.id.toInt()));
        break;
    case PaletteEntry::Kind::Contact:
        showPlace(Place::Contacts);
        contacts->showContact(ContactId{id});
        break;
    case PaletteEntry::Kind::MenuCommand:
        break;
    }
    giveKeyboardTo(*pages->currentWidget());
}

// On another screen than this window when there is one.
void MainWindow::Parts::showWallBoard()
{
    if (!wallBoard) {
        wallBoard = new WallBoard(context, *wallFigures, &window);
        wallBoard->setAttribute(Qt::WA_DeleteOnClose);
        for (const QScreen* screen : QGuiApplication::screens())
            if (screen != window.screen())
                wallBoard->setGeometry(screen->geometry());
        wallBoard->showFullScreen();
    }
    wallBoard->raise();
    wallBoard->activateWindow();
}

}
