#include "ui/main_window.h"

#include "ui/alerts/alert_centre.h"
#include "ui/contacts/contacts_page.h"
#include "ui/conversation/conversation_page.h"
#include "ui/live/live_page.h"
#include "ui/live/wall_figures.h"
#include "ui/insights/insights_page.h"
#include "ui/main_window_parts.h"
#include "ui/policies/policies_page.h"
#include "ui/review/review_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/accessible_role.h"
#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/keyboard_focus.h"
#include "ui/shared/themed.h"
#include "ui/shared/ui_state.h"
#include "ui/window/rail.h"
#include "ui/window/status_line.h"
#include "ui/window/top_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const PageContext& context, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"mainWindow"_s);
    setAccessibleRole(*this, QAccessible::Window);
    setWindowTitle(tr("Signalbox"));
    setWindowIcon(context.theme.icon(u"logo"_s, ThemeColor::Accent));
    setMinimumSize(960, 600);
    m_parts = std::make_unique<Parts>(*this, context);
    m_parts->restore();
}

MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr);   // the keyboard leaves pages that are going
}

MainWindow::Parts::Parts(MainWindow& owner, const PageContext& given) : window(owner), context(given)
{
    restoreLook();   // first: what is built is as wide as its text
    buildPlaces();
    buildLayout();
    buildMenus();
    orderRail();
    connect(&context.model, &ConsoleModel::sessionChanged, &window, [this] { orderRail(); });
    connect(&context.model, &ConsoleModel::changed, &window, [this] { showBanners(); });
    connect(&context.model, &ConsoleModel::gatewayChanged, &window, [this] { showBanners(); });
    connect(&context.port, &ConsolePort::storeTrouble, &window, [this](const QString& what) {
        storeBanner->setText(what);
        storeBanner->setVisible(!what.isEmpty());
    });
    connect(&context.theme, &Theme::changed, &window, [this] { keep(); });
    connect(qApp, &QApplication::focusChanged, &window, [this](const QWidget*, const QWidget* now) {
        if (!now)
            QTimer::singleShot(0, &window, [this] { findKeyboard(); });
    });
    showBanners();
}

void MainWindow::Parts::buildPlaces()
{
    live = new LivePage(context);
    work = new ConversationPage(context);
    policies = new PoliciesPage(context);
    review = new ReviewPage(context);
    insights = new InsightsPage(context);
    contacts = new ContactsPage(context);
    settings = new SettingsPage(context);
    wallFigures = new WallFigures(context, &window);
    pages = new QStackedWidget;
    for (QWidget* page : std::initializer_list<QWidget*>{live, work, policies, review, insights, contacts, settings})
        pages->addWidget(page);
    connect(live, &LivePage::opened, &window, [this](const ConversationId& id) { window.openConversation(id); });
    connect(contacts, &ContactsPage::opened, &window,
            [this](const ConversationId& id) { window.openConversation(id); });
    connect(live, &LivePage::countsChanged, &window, [this] { showCounts(); });
    connect(work, &ConversationPage::attentionChanged, &window, [this](int count) {
        attention = count;
        showCounts();
    });
    connect(work, &ConversationPage::policyWanted, &window, [this](const PolicyId& policy) {
        showPlace(Place::Policies);
        policies->showPolicy(policy);
    });
    connect(work, &ConversationPage::whyWanted, &window, &MainWindow::explain);
    connect(policies, &PoliciesPage::draftChanged, &window, [this](int changes) {
        draftChanges = changes;
        showCounts();
    });
    buildReview();
    buildInsights();
    buildWhy();
}

void MainWindow::Parts::buildLayout()
{
    top = new TopBar(context);
    rail = new Rail(context.theme);
    const auto button = [this](Place place, const QString& icon, const QString& name, const QString& objectName) {
        auto* made = new RailButton(context.theme, icon, name, rail);
        made->setObjectName(objectName);
        buttons[place] = made;
        connect(made, &RailButton::clicked, &window, [this, place] { showPlace(place); });
        connect(made, &RailButton::toggled, &window, [this, place](bool on) {
            if (on && shown != place)   // a screen reader toggles what others click
                showPlace(place);
        });
    };
    button(Place::Live, u"live"_s, tr("Live"), u"railLive"_s);
    button(Place::Work, u"work"_s, tr("My work"), u"railWork"_s);
    button(Place::Policies, u"policies"_s, tr("Policies"), u"railPolicies"_s);
    button(Place::Review, u"review"_s, tr("Review"), u"railReview"_s);
    button(Place::Insights, u"insights"_s, tr("Insights"), u"railInsights"_s);
    button(Place::Contacts, u"contacts"_s, tr("Contacts"), u"railContacts"_s);
    button(Place::Settings, u"settings"_s, tr("Settings"), u"railSettings"_s);
    const auto banner = [this](MessageKind kind, const QString& name) {
        auto* made = new InlineMessage(context.theme, kind);
        made->setObjectName(name);
        made->hide();
        banners->addWidget(made);
        return made;
    };
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    banners = new QVBoxLayout;
    banners->setSpacing(1);
    storeBanner = banner(MessageKind::Bad, u"storeBanner"_s);
    gatewayBanner = banner(MessageKind::Warning, u"gatewayBanner"_s);
    practiceBanner = banner(MessageKind::Info, u"practiceBanner"_s);
    notice = banner(MessageKind::Info, u"noticeBanner"_s);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail);
    middle->addWidget(pages, 1);
    column->addWidget(top);
    column->addLayout(banners);
    column->addLayout(middle, 1);
    column->addWidget(new StatusLine(context));
    connect(top, &TopBar::searchAsked, &window, [this] { showPalette(); });
    alerts = new AlertCentre(context, top->bell(), &window);
    connect(top, &TopBar::alertsAsked, alerts, &AlertCentre::toggle);
    connect(alerts, &AlertCentre::conversationChosen, &window,
            [this](const ConversationId& id) { window.openConversation(id); });
    connect(practiceBanner, &InlineMessage::linkActivated, &window, [this] {
        context.model.submit(SwitchPractice{false, context.session.agent});
    });
    connect(gatewayBanner, &InlineMessage::dismissed, &window, [this] { gatewayBanner->hide(); });
    gatewayBanner->setDismissable(true);
    notice->setDismissable(true);
    practiceBanner->setText(tr("Practice visitors are on."),
                            tr("They are scripted, marked “Practice”, and left out of every figure."));
    practiceBanner->setLinks({{u"practiceOff"_s, tr("Turn off")}});
}

void MainWindow::Parts::showBanners()
{
    practiceBanner->setVisible(context.model.practiceOn());
    const QString trouble = context.model.gatewayTrouble();
    if (trouble != gatewayBanner->property("shown").toString()) {
        gatewayBanner->setProperty("shown", trouble);
        gatewayBanner->setText(tr("Visitors cannot reach this console."), trouble);
        gatewayBanner->setVisible(!trouble.isEmpty());
    }
}

// Agents land on their work; leads and supervisors on the live place.
void MainWindow::Parts::orderRail()
{
    const bool agent = context.session.role == Role::Agent;
    const QList<Place> wanted = agent
        ? QList<Place>{Place::Work, Place::Live, Place::Policies, Place::Contacts, Place::Settings}
        : QList<Place>{Place::Live,     Place::Work,     Place::Policies, Place::Review,
                       Place::Insights, Place::Contacts, Place::Settings};
    const bool first = order.isEmpty();
    if (wanted == order)
        return;
    order = wanted;
    reviewMenu->menuAction()->setVisible(!agent);
    for (const Place forLeads : {Place::Review, Place::Insights}) {
        buttons[forLeads]->setVisible(!agent);
        placeActions[forLeads]->setVisible(!agent);
        placeActions[forLeads]->setEnabled(!agent);
        placeActions[forLeads]->setShortcut({});
    }
    QList<RailButton*> inOrder;
    for (qsizetype i = 0; i < order.size(); ++i) {
        inOrder.append(buttons[order[i]]);
        const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)));
        placeActions[order[i]]->setShortcut(key);
        buttons[order[i]]->setToolTip(
            u"%1 (%2)"_s.arg(buttons[order[i]]->text(), key.toString(QKeySequence::NativeText)));
    }
    rail->setButtons(inOrder);
    if (first || shown == Place::Live || shown == Place::Work || !order.contains(shown))
        showPlace(order.first());
}

void MainWindow::Parts::showPlace(Place place)
{
    shown = place;
    const QMap<Place, QWidget*> page{
        {Place::Live, live},         {Place::Work, work},         {Place::Policies, policies}, {Place::Review, review},
        {Place::Insights, insights}, {Place::Contacts, contacts}, {Place::Settings, settings}};
    pages->setCurrentWidget(page[place]);
    buttons[place]->setChecked(true);
    placeActions[place]->setChecked(true);
}

// What had the keyboard may be gone with what it belonged to; keys never go nowhere.
void MainWindow::Parts::findKeyboard()
{
    if (window.isActiveWindow() && !QApplication::activePopupWidget() && nothingHasKeyboard(window))
        giveKeyboardTo(*pages->currentWidget());
}

void MainWindow::Parts::showCounts()
{
    buttons[Place::Live]->setCount(live->overTarget(), true);
    buttons[Place::Work]->setCount(attention, false);
    buttons[Place::Policies]->setCount(draftChanges, false);
    buttons[Place::Review]->setCount(review->leftToLabel(), false);
}

void MainWindow::show(Place place) { m_parts->showPlace(place); }

Place MainWindow::shown() const { return m_parts->shown; }

void MainWindow::openConversation(const ConversationId& conversation)
{
    m_parts->showPlace(Place::Work);
    m_parts->work->open(conversation);
}

void MainWindow::explain(const ConversationId& conversation) { m_parts->showWhy(conversation); }

void MainWindow::addFileAction(QAction* action) { m_parts->file->insertAction(m_parts->quit, action); }

void MainWindow::comeToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    QWidget::show();
    raise();
    activateWindow();
}

void MainWindow::setNotice(const QString& text)
{
    m_parts->notice->setText(text);
    m_parts->notice->setVisible(!text.isEmpty());
}

void MainWindow::Parts::restoreLook()
{
    Theme& theme = context.theme;
    const QString scheme = context.state.string(u"window/scheme"_s, u"system"_s);
    const double scale = context.state.string(u"window/textScale"_s, u"1"_s).toDouble();
    theme.setScheme(scheme == u"dark"        ? Theme::Scheme::Dark
                        : scheme == u"light" ? Theme::Scheme::Light
                                             : Theme::Scheme::System);
    theme.setTextScale(scale > 0 ? scale : 1);
}

void MainWindow::Parts::restore()
{
    for (QAction* action : schemes->actions())
        action->setChecked(action->data().toInt() == int(context.theme.scheme()));
    window.resize(1440, 900);
    window.restoreGeometry(context.state.bytes(u"window/geometry"_s));
}

void MainWindow::Parts::keep()
{
    const Theme::Scheme scheme = context.theme.scheme();
    context.state.setString(u"window/scheme"_s,
                            scheme == Theme::Scheme::Dark        ? u"dark"_s
                                : scheme == Theme::Scheme::Light ? u"light"_s
                                                                 : u"system"_s);
    context.state.setString(u"window/textScale"_s, QString::number(context.theme.textScale()));
    for (QAction* action : schemes->actions())
        action->setChecked(action->data().toInt() == int(scheme));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_parts->context.state.setBytes(u"window/geometry"_s, saveGeometry());
    event->accept();
}

}
