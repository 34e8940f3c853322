#include "ui/conversation/alert_bar.h"

#include "ui/alerts/alert_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/inline_message.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

const QString acknowledgeLink = QStringLiteral("acknowledgeHere");
const QString labelLink = QStringLiteral("labelHere");

}

AlertBar::AlertBar(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_desk(context),
      m_message(new InlineMessage(context.theme, MessageKind::Warning, this))
{
    setObjectName(QStringLiteral("alertBar"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(context.theme.px(16), context.theme.px(8), context.theme.px(16), 0);
    column->addWidget(m_message);
    hide();
    connect(m_message, &InlineMessage::linkActivated, this, &AlertBar::follow);
    connect(&m_desk, &AlertDesk::refused, this, &AlertBar::refused);
    connect(&m_desk, &AlertDesk::labelled, this, &AlertBar::refresh);
    connect(&context.model, &ConsoleModel::alertsChanged, this, &AlertBar::refresh);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &AlertBar::refresh);
}

void AlertBar::showFor(const ConversationId& conversation)
{
    if (conversation == m_conversation)
        return;
    m_conversation = conversation;
    refresh();
}

// The newest of those that nobody has acknowledged, else the newest.
void AlertBar::refresh()
{
    const ConsoleModel& model = m_context.model;
    std::vector<Alert> shown;
    for (const Alert& alert : model.alerts())
        if (alert.conversation == m_conversation && !isReminder(alert) && (isForMe(alert, model) || alert.escalated))
            shown.push_back(alert);
    std::ranges::stable_partition(shown, [](const Alert& alert) { return alert.acknowledgedAt.has_value(); });
    m_alert = shown.empty() ? std::nullopt : std::optional(shown.back());
    if (m_alert)
        showAlert(int(shown.size()) - 1);
    setVisible(m_alert.has_value());
}

void AlertBar::showAlert(int others)
{
    const ConsoleModel& model = m_context.model;
    QStringList why{alertOwner(*m_alert, model), heldBackWords(m_alert->heldBack),
                    alertState(*m_alert, model, m_context.now())};
    if (others > 0)
        why << (others == 1 ? tr("and 1 more alert") : tr("and %1 more alerts").arg(others));
    why.removeAll(QString());
    m_message->setKind(m_alert->acknowledgedAt ? MessageKind::Info : MessageKind::Warning);
    m_message->setText(tr("Alert: %1.").arg(alertTitle(*m_alert, model)), why.join(QStringLiteral(" · ")));
    QList<std::pair<QString, QString>> links;
    if (!m_alert->acknowledgedAt)
        links.append({acknowledgeLink, tr("Acknowledge")});
    const Label* label = m_desk.myLabel(*m_alert);
    links.append({labelLink, label ? tr("Label: %1").arg(verdictName(*label->verdict).toLower()) : tr("Label…")});
    if (links == m_links)
        return;   // the keyboard stays on its link
    m_links = links;
    m_message->setLinks(links);
}

void AlertBar::follow(const QString& link)
{
    if (!m_alert)
        return;
    if (link == acknowledgeLink)
        m_desk.acknowledge(*m_alert);
    else
        askForLabel();
}

void AlertBar::askForLabel()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("labelMenu"));
    m_desk.addVerdicts(*menu, *m_alert);
    const auto* link = m_message->findChild<QPushButton*>(labelLink);
    menu->popup(link->mapToGlobal(QPoint(0, link->height() + 4)));
    menu->setActiveAction(menu->actions().constFirst());
}

}
