// The alerts of the conversation, those that are over too, and what people said of them.
#include "ui/alerts/alert_words.h"
#include "ui/conversation/card_part.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/handoff_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

struct AlertShown {
    std::int64_t number = 0;
    QString what;
    QStringList said;   // by people
    std::optional<Verdict> mine;

    bool operator==(const AlertShown&) const = default;
};

}

void HandoffCard::addAlerts()
{
    std::vector<AlertShown> all;
    for (const Alert& alert : m_detail->alerts)
        if (!isReminder(alert)) {
            AlertShown shown{alert.number, alertSentence(alert, m_context.model, m_context.now()), {}, {}};
            for (const Label& label : m_detail->labels)
                if (label.alert == alert.number && label.verdict) {
                    shown.said << labelSentence(label, m_context.model);
                    if (label.by == m_context.session.agent)
                        shown.mine = label.verdict;
                }
            all.push_back(std::move(shown));
        }
    if (!m_part->becomes(all) || all.empty())
        return;
    CardSection* section = addSection(tr("Alerts"));
    section->setTotal(formatCount(qint64(all.size())));
    for (const AlertShown& shown : all) {
        addText(section, shown.what);
        for (const QString& said : shown.said)
            addText(section, said, ThemeColor::TextMuted);
        QPushButton* link = newLink(shown.mine ? tr("Your label: %1").arg(verdictName(*shown.mine).toLower()) : tr("Label…"),
                                    QStringLiteral("labelAlert"), section);
        link->setAccessibleName(tr("Label the alert “%1”").arg(shown.what));
        connect(link, &QPushButton::clicked, this, [this, link, number = shown.number] { askForLabel(number, *link); });
        section->content()->addWidget(link, 0, Qt::AlignLeft);
    }
}

void HandoffCard::askForLabel(std::int64_t number, const QWidget& link)
{
    const auto alert = std::ranges::find(m_detail->alerts, number, &Alert::number);
    if (alert == m_detail->alerts.end())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("labelMenu"));
    m_desk.addVerdicts(*menu, *alert);
    menu->popup(link.mapToGlobal(QPoint(0, link.height() + 4)));
    menu->setActiveAction(menu->actions().constFirst());
}

// Alerts and labels may come between two details of the page.
bool HandoffCard::takeAlerts(const ChangeSet& changes)
{
    bool news = false;
    for (const Alert& alert : changes.alerts) {
        if (alert.conversation != m_detail->conversation.id)
            continue;
        const auto known = std::ranges::find(m_detail->alerts, alert.number, &Alert::number);
        if (known == m_detail->alerts.end())
            m_detail->alerts.push_back(alert);
        else
            *known = alert;
        news = true;
    }
    for (const Label& label : changes.labels) {
        if (label.conversation != m_detail->conversation.id)
            continue;
        std::erase_if(m_detail->labels, [&](const Label& other) {
            return other.alert == label.alert && other.trigger == label.trigger && other.by == label.by;
        });
        m_detail->labels.push_back(label);
        news = true;
    }
    return news;
}

}
