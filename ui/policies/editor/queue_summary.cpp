#include "ui/policies/editor/queue_summary.h"

#include "routing/rulebook/phrases.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/tag.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace signalbox {
namespace {

QueueId queueOf(const std::vector<Action>& actions)
{
    for (const Action& action : actions) {
        if (const auto* const transfer = std::get_if<TransferToQueue>(&action);
            transfer && transfer->queue.attribute.empty())
            return QueueId{transfer->queue.id};
        if (const auto* const agent = std::get_if<TransferToAgent>(&action))
            return agent->fallbackQueue;
        if (const auto* const lastAgent = std::get_if<TransferToLastAgent>(&action))
            return lastAgent->fallbackQueue;
    }
    return {};
}

QString requirementWords(Requirement requirement)
{
    switch (requirement) {
    case Requirement::Language:
        return QueueSummary::tr("language");
    case Requirement::Territory:
        return QueueSummary::tr("territory");
    case Requirement::ProductLine:
        return QueueSummary::tr("product line");
    case Requirement::DealSize:
        return QueueSummary::tr("deal size");
    default:
        return QueueSummary::tr("team");
    }
}

QString stepWords(const RelaxStep& step, const Queue& queue)
{
    QStringList parts;
    if (!queue.skills.empty() && step.skillLevel < 5)
        parts << (step.skillLevel == 0 ? QueueSummary::tr("skills are not asked for")
                                       : QueueSummary::tr("level %1 will do").arg(step.skillLevel));
    QStringList dropped;
    for (const Requirement requirement : step.drop)
        dropped << requirementWords(requirement);
    if (!dropped.isEmpty())
        parts << QueueSummary::tr("any %1 will do").arg(dropped.join(QStringLiteral(", ")));
    return parts.isEmpty() ? QueueSummary::tr("nothing less is asked") : parts.join(QStringLiteral(" · "));
}

}

QueueSummary::QueueSummary(const StudioContext& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    Theme& theme = context.page.theme;
    setObjectName(QStringLiteral("queueSummary"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, theme.px(10), 0, 0);
    m_column->setSpacing(theme.px(6));
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel(tr("If nobody is free"), theme, TextStyle::BodyStrong, ThemeColor::Text, this));
    head->addStretch(1);
    QPushButton* const edit = newLink(tr("Edit the queue"), QStringLiteral("editQueue"), this);
    head->addWidget(edit);
    m_column->addLayout(head);
    connect(edit, &QPushButton::clicked, this,
            [this] { m_context.selection.goTo(QStringLiteral("/queues/%1").arg(m_queue)); });
}

void QueueSummary::addStep(const QString& when, const QString& what)
{
    Theme& theme = m_context.page.theme;
    auto* step = new QHBoxLayout;
    step->setSpacing(theme.px(8));
    QLabel* const label = newLabel(when, theme, TextStyle::Body, ThemeColor::TextMuted, m_steps);
    label->setMinimumWidth(theme.px(110));
    step->addWidget(label);
    auto* tag = new Tag(theme, m_steps);
    tag->setTag({what, {}});
    step->addWidget(tag);
    step->addStretch(1);
    static_cast<QVBoxLayout*>(m_steps->layout())->addLayout(step);
}

void QueueSummary::showFor(const Policy& policy)
{
    const Rulebook& rulebook = m_context.draft.rulebook();
    const auto found = std::ranges::find(rulebook.queues, queueOf(policy.actions), &Queue::id);
    setVisible(found != rulebook.queues.end());
    if (found == rulebook.queues.end())
        return;
    m_queue = int(found - rulebook.queues.begin());
    QList<std::pair<QString, QString>> steps;
    for (const RelaxStep& step : found->relax)
        steps << std::pair(tr("After %1").arg(QString::fromStdString(durationInWords(step.after))),
                           stepWords(step, *found));
    if (!found->schedule.empty())
        steps << std::pair(tr("While closed"),
                           found->fallback.empty()
                               ? tr("it waits until %1 opens").arg(line(nameOf(found->schedule, rulebook), 60))
                               : tr("it goes to %1").arg(line(nameOf(found->fallback, rulebook), 60)));
    if (steps.isEmpty())
        steps << std::pair(tr("It waits"),
                           tr("in %1, which keeps asking for the same").arg(line(nameOf(found->id, rulebook), 60)));
    QString shown;
    for (const auto& [when, what] : steps)
        shown += when + what;
    if (shown == m_shown)
        return;   // while somebody types elsewhere nothing is built anew
    m_shown = shown;
    if (m_steps) {
        m_steps->hide();
        m_steps->deleteLater();
    }
    m_steps = new QWidget(this);
    auto* column = new QVBoxLayout(m_steps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_context.page.theme.px(4));
    for (const auto& [when, what] : steps)
        addStep(when, what);
    m_column->addWidget(m_steps);
    m_steps->show();
}

}
