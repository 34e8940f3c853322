#include "ui/window/status_line.h"

#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"
#include "ui/shared/themed.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>

namespace signalbox {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_shape(new PresenceShape(context.theme))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(context.theme.px(12), 1, context.theme.px(12), 0);
    row->setSpacing(context.theme.px(20));
    const auto label = [&] { return newLabel({}, m_context.theme, TextStyle::Small, ThemeColor::TextMuted); };
    auto* health = new QHBoxLayout;
    health->setSpacing(context.theme.px(5));
    health->addWidget(m_shape);
    health->addWidget(m_health = label());
    row->addLayout(health);
    row->addWidget(m_rules = label());
    row->addWidget(m_rate = label());
    row->addWidget(m_gateway = label());
    row->addStretch(1);
    row->addWidget(m_clock = label());
    m_health->setObjectName(u"statusHealth"_s);
    m_rules->setObjectName(u"statusRules"_s);
    m_rate->setObjectName(u"statusRate"_s);
    m_gateway->setObjectName(u"statusGateway"_s);
    const auto resize = [this] { setFixedHeight(m_context.theme.px(24)); };
    connect(&context.theme, &Theme::changed, this, resize);
    resize();
    connect(&context.port, &ConsolePort::storeTrouble, this, [this](const QString& what) {
        m_trouble = what;
        refresh();
    });
    connect(&context.model, &ConsoleModel::changed, this, [this] { showHealth(); });
    connect(&context.model, &ConsoleModel::gatewayChanged, this, &StatusLine::refresh);
    connect(&m_second, &QTimer::timeout, this, [this] {
        measure();
        refresh();
    });
    m_second.start(1000);
    measure();
    refresh();
}

void StatusLine::measure()
{
    const Instant now = m_context.now();
    m_measured.push_back({now, m_context.model.messagesCommitted()});
    while (m_measured.size() > 2 && now - m_measured.front().at > std::chrono::seconds{60})
        m_measured.pop_front();
}

void StatusLine::showHealth()
{
    const bool trouble = !m_trouble.isEmpty();
    const bool loaded = m_context.model.loaded();
    m_shape->setPresence(trouble ? Presence::Away : loaded ? Presence::Online : Presence::Offline);
    m_shape->setToolTip({});
    m_health->setText(trouble ? tr("Trouble with the store") : loaded ? tr("Connected") : tr("Opening the workspace"));
    const int version = m_context.model.rulebookOnScreen().version;
    m_rules->setText(!loaded            ? QString()
                         : version == 0 ? tr("No rulebook published")
                                        : tr("Rulebook v%1 live").arg(version));
}

void StatusLine::refresh()
{
    showHealth();
    // A rate needs a while: before five seconds there is none to show.
    const auto span = m_measured.back().at - m_measured.front().at;
    if (span >= std::chrono::seconds{5} && m_context.model.loaded()) {
        const double messages = double(m_measured.back().messages - m_measured.front().messages);
        const double perMinute = messages * 60e6 / double(span.count());
        m_rate->setText(tr("%1 messages a minute").arg(formatCount(qRound64(perMinute))));
    }
    const QString address = m_context.model.gatewayAddress();
    m_gateway->setText(!address.isEmpty()                               ? tr("Gateway at %1").arg(address)
                           : m_context.model.gatewayTrouble().isEmpty() ? QString()
                                                                        : tr("Gateway is not running"));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMicroseconds(m_context.now()) / 1000).toLocalTime();
    const QString zone = QString::fromUtf8(now.timeZone().id()).section(u'/', -1).replace(u'_', u' ');
    m_rate->setVisible(!m_rate->text().isEmpty());
    m_gateway->setVisible(!m_gateway->text().isEmpty());
    m_clock->setText(u"%1 %2"_s.arg(QLocale(QLocale::English).toString(now, u"ddd d MMMM yyyy, HH:mm"_s), zone));
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(0, 0, width(), 1, m_context.theme.color(ThemeColor::Line));
}

}
