#include "ui/window/top_bar.h"

#include "ui/shared/avatar.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/count_badge.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/style_paint.h"
#include "ui/window/desk_menu.h"
#include "ui/window/presence_picker.h"
#include "ui/window/search_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

TopBar::TopBar(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_workspace(new ElidedLabel(context.theme, TextStyle::BodyStrong)),
      m_menus(new QMenuBar),
      m_search(new SearchButton(context.theme)),
      m_bell(newIconButton(context.theme, u"bell"_s, tr("Alerts"), u"bell"_s)),
      m_alerts(new CountBadge(context.theme, m_bell)),
      m_presence(new PresencePicker(m_context, this)),
      m_avatar(new Avatar(context.theme)),
      m_desk(newButton({}, u"desk"_s))
{
    Theme& theme = context.theme;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(24), 0, theme.px(12), 1);
    row->setSpacing(theme.px(8));
    auto* mark = new QLabel;
    const auto restyle = [this, mark] {
        mark->setPixmap(
            m_context.theme.pixmap(u"logo"_s, ThemeColor::Accent, m_context.theme.px(22), devicePixelRatioF()));
        setFixedHeight(m_context.theme.px(44));
        refresh();
    };
    row->addWidget(mark);
    row->addSpacing(theme.px(20));
    row->addWidget(m_workspace);
    m_workspace->setMaximumWidth(theme.px(220));
    m_menus->setNativeMenuBar(false);
    m_menus->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_menus);
    row->addStretch(1);
    row->addWidget(m_search, 0);
    row->addStretch(1);
    m_desk->setProperty("quiet", true);
    row->addWidget(m_bell);
    row->addWidget(m_presence);
    row->addWidget(m_avatar);
    row->addWidget(m_desk);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchAsked);
    connect(m_bell, &QToolButton::clicked, this, &TopBar::alertsAsked);
    connect(m_desk, &QPushButton::clicked, this, &TopBar::showDeskMenu);
    connect(&context.model, &ConsoleModel::changed, this, &TopBar::refresh);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &TopBar::refresh);
    connect(&context.model, &ConsoleModel::alertsChanged, this, &TopBar::refreshBell);
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
}

void TopBar::refresh()
{
    const QString company = line(m_context.model.profile().name, 60);
    m_workspace->setText(company.isEmpty() ? tr("Signalbox") : company);
    const Session& session = m_context.session;
    m_avatar->setVisible(!session.name.isEmpty());
    m_avatar->setPerson(session.name, AvatarKind::Agent);
    m_desk->setText(session.name.isEmpty() ? tr("Who is at this desk?")
                                           : u"%1 · %2"_s.arg(session.name.left(40), roleName(session.role)));
    m_desk->setToolTip(tr("Change who sits at this desk"));
    refreshBell();
}

void TopBar::refreshBell()
{
    const int alerts = int(m_context.model.alertsForMe().size());
    m_bell->setAccessibleName(alerts == 0 ? tr("Alerts, none for you") : tr("Alerts, %1 for you").arg(alerts));
    m_bell->setToolTip(alerts == 0       ? tr("No alert waits for you")
                           : alerts == 1 ? tr("1 alert waits for you")
                                         : tr("%1 alerts wait for you").arg(alerts));
    m_alerts->setCount(alerts, true);
}

QWidget& TopBar::bell() const { return *m_bell; }

void TopBar::showDeskMenu()
{
    QMenu* menu = newDeskMenu(m_context, this);
    menu->popup(m_desk->mapToGlobal(QPoint(m_desk->width() - menu->sizeHint().width(), m_desk->height() + 4)));
}

void TopBar::resizeEvent(QResizeEvent*)
{
    const int wanted = width() / 3 - m_context.theme.px(90);
    m_search->setFixedWidth(std::clamp(wanted, m_context.theme.px(180), m_context.theme.px(440)));
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_context.theme.color(ThemeColor::Line));
}

}
