#include "ui/alerts/alert_desk.h"

#include "ui/alerts/alert_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/session.h"

#include <QMenu>

namespace signalbox {

AlertDesk::AlertDesk(const PageContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_commands(context.port, context.model)
{
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        know(changes.labels);
        if (!changes.labels.empty())
            Q_EMIT labelled();
    });
}

void AlertDesk::know(const std::vector<Label>& labels)
{
    for (const Label& label : labels)
        if (label.alert != 0 && !label.second)
            m_labels.insert_or_assign({label.alert, label.by}, label);
}

template <class What>
void AlertDesk::send(What what, const QString& refusal)
{
    m_commands.send(std::move(what), {}, [this, refusal](const QString& why) { Q_EMIT refused(refusal, why); });
}

void AlertDesk::acknowledge(const Alert& alert)
{
    if (isReminder(alert))
        m_context.model.acknowledge(alert);
    else
        send(AcknowledgeAlert{alert.number, m_context.session.agent}, tr("It was not acknowledged."));
}

void AlertDesk::snooze(const Alert& alert, Instant until)
{
    send(SnoozeAlert{alert.number, m_context.session.agent, until}, tr("It was not snoozed."));
}

void AlertDesk::resolve(const Alert& alert)
{
    send(ResolveAlert{alert.number, m_context.session.agent}, tr("It was not resolved."));
}

void AlertDesk::label(const Alert& alert, std::optional<Verdict> verdict, const QString& reason)
{
    Label given;
    given.conversation = alert.conversation;
    given.alert = alert.number;
    given.trigger = alert.trigger;
    given.verdict = verdict;
    given.reason = verdict ? reason.trimmed().toStdString() : std::string();
    given.by = m_context.session.agent;
    send(GiveLabel{std::move(given)}, tr("It was not labelled."));
}

const Label* AlertDesk::myLabel(const Alert& alert) const
{
    const auto found = m_labels.find({alert.number, m_context.session.agent});
    return found == m_labels.end() || !found->second.verdict ? nullptr : &found->second;
}

void AlertDesk::addSnoozeTimes(QMenu& menu, const Alert& alert)
{
    for (const auto& [words, until] : snoozeTimes(m_context.now()))
        connect(menu.addAction(words), &QAction::triggered, this, [this, alert, at = until] { snooze(alert, at); });
}

void AlertDesk::addVerdicts(QMenu& menu, const Alert& alert)
{
    const Label* const given = myLabel(alert);
    for (const Verdict verdict : {Verdict::True, Verdict::False, Verdict::Unsure}) {
        QAction* choice = menu.addAction(verdictName(verdict));
        choice->setCheckable(true);
        choice->setChecked(given && given->verdict == verdict);
        connect(choice, &QAction::triggered, this,
                [this, alert, verdict](bool on) { label(alert, on ? std::optional(verdict) : std::nullopt); });
    }
}

}
