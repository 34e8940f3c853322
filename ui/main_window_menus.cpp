#include "ui/alerts/alert_centre.h"
#include "ui/conversation/conversation_page.h"
#include "ui/live/live_page.h"
#include "ui/live/wall_board.h"
#include "ui/main_window_parts.h"
#include "ui/policies/policies_page.h"
#include "ui/review/review_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/console_model.h"
#include "ui/shared/keyboard_focus.h"
#include "ui/window/command_palette.h"
#include "ui/window/desk_menu.h"
#include "ui/window/help_dialogs.h"
#include "ui/window/key_groups.h"
#include "ui/window/keys_sheet.h"
#include "ui/window/top_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QUndoStack>

namespace signalbox {

using namespace Qt::StringLiterals;

QAction* MainWindow::Parts::addAction(QMenu& menu, const QString& name, const QString& text, const QKeySequence& key,
                                      std::function<void()> act)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(name);
    action->setShortcut(key);
    window.QWidget::addAction(action);
    if (act)
        connect(action, &QAction::triggered, &window, std::move(act));
    return action;
}

void MainWindow::Parts::buildMenus()
{
    QMenuBar* bar = top->menuBar();
    const auto menu = [bar](const QString& title, const QString& name) {
        QMenu* made = bar->addMenu(title);
        made->setObjectName(name);
        made->menuAction()->setObjectName(name + u"Menu"_s);
        return made;
    };
    file = menu(tr("&File"), u"file"_s);
    QAction* desk = addAction(*file, u"chooseDesk"_s, tr("Who is at this desk?"), {}, [this] {
        newDeskMenu(context, &window)->popup(window.mapToGlobal(QPoint(window.width() / 2, context.theme.px(60))));
    });
    file->insertSeparator(desk);
    quit = addAction(*file, u"quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { window.close(); });
    QMenu* edit = menu(tr("&Edit"), u"edit"_s);
    QUndoStack& undo = policies->undoStack();
    QAction* undoAction = undo.createUndoAction(edit, tr("Undo"));
    QAction* redoAction = undo.createRedoAction(edit, tr("Redo"));
    undoAction->setObjectName(u"undo"_s);
    redoAction->setObjectName(u"redo"_s);
    undoAction->setShortcut(QKeySequence::Undo);
    redoAction->setShortcut(QKeySequence::Redo);
    edit->addActions({undoAction, redoAction});
    edit->addSeparator();
    addAction(*edit, u"search"_s, tr("Search or run a &command…"), {}, [this] { showPalette(); })
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I)});
    addAction(*edit, u"filterList"_s, tr("&Filter the live list"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        showPlace(Place::Live);
        live->focusFilter();
    });
    menu(tr("&Conversation"), u"conversation"_s)->addActions(work->menuActions());
    QMenu* alert = menu(tr("&Alert"), u"alert"_s);
    addAction(*alert, u"showAlerts"_s, tr("&Show the alerts"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
              [this] { alerts->open(); });
    alert->addActions(alerts->menuActions());
    menu(tr("&Policy"), u"policy"_s)->addActions(policies->menuActions());
    reviewMenu = menu(tr("&Review"), u"review"_s);
    reviewMenu->addActions(review->menuActions());
    view = menu(tr("&View"), u"view"_s);
    buildViewMenu();
    help = menu(tr("&Help"), u"help"_s);
    buildHelpMenu();
}

void MainWindow::Parts::buildViewMenu()
{
    auto* places = new QActionGroup(&window);
    const auto place = [&](Place which, const QString& name, const QString& text) {
        QAction* action = addAction(*view, name, text, {}, [this, which] {
            showPlace(which);
            giveKeyboardTo(*pages->currentWidget());
        });
        action->setCheckable(true);
        places->addAction(action);
        placeActions[which] = action;
    };
    place(Place::Live, u"showLive"_s, tr("&Live"));
    place(Place::Work, u"showWork"_s, tr("My &work"));
    place(Place::Policies, u"showPolicies"_s, tr("&Policies"));
    place(Place::Review, u"showReview"_s, tr("&Review"));
    place(Place::Insights, u"showInsights"_s, tr("I&nsights"));
    place(Place::Contacts, u"showContacts"_s, tr("&Contacts"));
    place(Place::Settings, u"showSettings"_s, tr("&Settings"));
    addAction(*view, u"showFloor"_s, tr("The &floor"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] {
        showPlace(Place::Live);
        live->showFloor();
    });
    addAction(*view, u"showWallBoard"_s, tr("Wall &board"), QKeySequence(Qt::Key_F11), [this] { showWallBoard(); });
    view->addSeparator();
    schemes = new QActionGroup(&window);
    const auto scheme = [&](Theme::Scheme which, const QString& name, const QString& text) {
        QAction* action = addAction(*view, name, text, {}, [this, which] { context.theme.setScheme(which); });
        action->setCheckable(true);
        action->setData(int(which));
        schemes->addAction(action);
    };
    scheme(Theme::Scheme::System, u"schemeSystem"_s, tr("As the &desktop"));
    scheme(Theme::Scheme::Light, u"schemeLight"_s, tr("L&ight"));
    scheme(Theme::Scheme::Dark, u"schemeDark"_s, tr("Dar&k"));
    view->addSeparator();
    const auto scale = [this](double step) { context.theme.setTextScale(context.theme.textScale() + step); };
    addAction(*view, u"textBigger"_s, tr("&Bigger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus),
              [scale] { scale(0.1); });
    addAction(*view, u"textSmaller"_s, tr("S&maller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus),
              [scale] { scale(-0.1); });
    addAction(*view, u"textUsual"_s, tr("&Usual text size"), QKeySequence(Qt::CTRL | Qt::Key_0),
              [this] { context.theme.setTextScale(1); });
}

void MainWindow::Parts::buildHelpMenu()
{
    addAction(*help, u"showShortcuts"_s, tr("&Keyboard shortcuts"), {}, [this] { showShortcuts(); })
        ->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    addAction(*help, u"showAbout"_s, tr("&About Signalbox"), {}, [this] { showAbout(); });
}

QList<QAction*> MainWindow::Parts::allActions() const
{
    QList<QAction*> all;
    for (const QAction* menu : top->menuBar()->actions())
        for (QAction* action : menu->menu()->actions())
            if (!action->isSeparator() && !action->menu())
                all.append(action);
    return all;
}

void MainWindow::Parts::showPalette()
{
    auto* palette = new CommandPalette(context, allActions(), settings->sectionNames(), &window);
    connect(palette, &CommandPalette::chosen, &window, [this](const PaletteEntry& entry) { goTo(entry); });
    palette->move(window.mapToGlobal(QPoint((window.width() - palette->width()) / 2, context.theme.px(48))));
    palette->show();
}

void MainWindow::Parts::showShortcuts()
{
    const QMenuBar& menus = *top->menuBar();
    QList<KeyGroup> groups = keysOfMenus(menus);
    groups << keysOfPage(tr("In Live"), *live, menus, keysUnderstoodInLive())
           << keysOfPage(tr("In My work"), *work, menus, keysUnderstoodInWork())
           << keysOfPage(tr("In the alerts"), *alerts, menus, {})
           << keysOfPage(tr("In Policies"), *policies, menus, keysUnderstoodInPolicies());
    (new KeysSheet(context, groups, &window))->show();
}

void MainWindow::Parts::showAbout() { newAboutDialog(context, &window)->show(); }

}
