#pragma once

#include "ui/main_window.h"

#include <QList>
#include <QMap>
#include <QPointer>

class QAction;
class QActionGroup;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace signalbox {

class AlertCentre;
class ContactsPage;
class ConversationPage;
class InlineMessage;
class InsightsPage;
class LivePage;
class PoliciesPage;
class Rail;
class RailButton;
class ReviewPage;
class SettingsPage;
class StatusLine;
class TopBar;
class WallBoard;
class WallFigures;
struct PaletteEntry;
class WhyPage;

struct MainWindow::Parts {
    Parts(MainWindow& owner, const PageContext& given);

    void buildPlaces();
    void buildLayout();
    void buildMenus();
    void buildViewMenu();
    void buildHelpMenu();
    QAction* addAction(QMenu& menu, const QString& name, const QString& text, const QKeySequence& key,
                       std::function<void()> act);
    void orderRail();   // by the role of who sits here
    void showPlace(Place place);
    void buildReview();
    void buildInsights();
    void buildWhy();
    void showWhy(const ConversationId& conversation, std::optional<Instant> at = {});
    void leaveWhy();
    void findKeyboard();
    void showCounts();
    void showBanners();
    void showPalette();
    void goTo(const PaletteEntry& entry);
    void showShortcuts();
    void showWallBoard();
    void showAbout();
    void restoreLook();
    void restore();
    void keep();
    QList<QAction*> allActions() const;

    MainWindow& window;
    PageContext context;
    TopBar* top = nullptr;
    AlertCentre* alerts = nullptr;   // under the bell
    Rail* rail = nullptr;
    QStackedWidget* pages = nullptr;
    QVBoxLayout* banners = nullptr;
    InlineMessage* storeBanner = nullptr;
    InlineMessage* gatewayBanner = nullptr;
    InlineMessage* practiceBanner = nullptr;
    InlineMessage* notice = nullptr;
    LivePage* live = nullptr;
    ConversationPage* work = nullptr;
    PoliciesPage* policies = nullptr;
    ReviewPage* review = nullptr;       // for leads and supervisors
    InsightsPage* insights = nullptr;   // for them, too
    ContactsPage* contacts = nullptr;
    SettingsPage* settings = nullptr;
    WallFigures* wallFigures = nullptr;
    QPointer<WallBoard> wallBoard;   // while it is open
    WhyPage* why = nullptr;   // over the place it was opened from
    QMap<Place, RailButton*> buttons;
    QMap<Place, QAction*> placeActions;
    QPointer<QWidget> beforeWhy;   // had the keyboard
    QList<Place> order;
    Place shown = Place::Live;
    QMenu* file = nullptr;
    QAction* quit = nullptr;
    QMenu* reviewMenu = nullptr;
    QMenu* view = nullptr;
    QMenu* help = nullptr;
    QActionGroup* schemes = nullptr;
    int attention = 0;   // offers to me and unread conversations
    int draftChanges = 0;
};

}
