#pragma once

#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/draft/draft_presence.h"
#include "ui/policies/draft/rulebook_files.h"
#include "ui/policies/policies_page.h"
#include "ui/policies/studio.h"

#include <functional>
#include <vector>

class QKeySequence;
class QMenu;
class QStackedWidget;

namespace signalbox {

class InlineMessage;
class PolicyRoom;
class ProblemsPopup;
class RoomTabs;
class StudioHeader;

// What the policies page is made of and does.
struct PoliciesPage::Parts : QObject {
    Parts(PoliciesPage& page, const PageContext& context);
    ~Parts() override;   // the rooms go before the studio that they work with

    void buildLayout();
    void buildRooms();
    void buildActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    void connectParts();

    void showRoom(int index);   // built when it is first shown
    void showPlace(const QString& pointer);
    void tellPlace();   // to the others who have the draft open
    void refresh();
    void showMessage();
    void showConflict();
    void showBehind();
    void activate(const QString& link);
    void rebase();
    void showDifferenceToTheirs();
    void publish();
    void discard();
    void compare();
    QString whyNotPublish() const;   // empty when it may be

    struct Room {
        QString title;
        QString section;   // of the document: where its places begin
        std::function<QWidget*(const StudioContext&, QWidget*)> make;
        QWidget* widget = nullptr;
        QWidget* frame = nullptr;   // in which it stands
    };

    PoliciesPage& page;
    Studio studio;
    const StudioContext& context;
    DraftKeeper keeper;
    DraftPresence presence;
    RulebookFiles files;
    QString bothChanged;   // what a merge left as it was here, though others changed it too
    struct Told {
        bool well = true;
        QString what, why;
    } told;   // the last news that nobody has waved away

    StudioHeader* header;
    RoomTabs* tabs;
    InlineMessage* message;
    QStackedWidget* stack;
    PolicyRoom* policyRoom = nullptr;
    std::vector<Room> rooms;
    ProblemsPopup* problems;
    QMenu* more;
    QAction* publishAction = nullptr;
    QAction* discardAction = nullptr;
    QAction* compareAction = nullptr;
    QList<QAction*> actions;
};

}
