#include "ui/policies/policy_reader.h"

#include "routing/rulebook/describe.h"
#include "ui/policies/condition_tree.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

QString upperFirst(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

// The sentence of a policy on a tint of its own.
class SentenceBox : public QFrame {
public:
    SentenceBox(Theme& theme, const QString& words, QWidget* parent) : QFrame(parent), m_theme(theme)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
        QLabel* label = newParagraph(words, theme, TextStyle::Body, ThemeColor::Text, this);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ThemeColor::Hover));
        painter.drawRoundedRect(rect(), m_theme.px(6), m_theme.px(6));
    }

private:
    Theme& m_theme;
};

}

PolicyReader::PolicyReader(Theme& theme, QWidget* parent) : ScrollColumn(theme, ThemeColor::Panel, parent), m_theme(theme)
{
    setObjectName(QStringLiteral("policyReader"));
    setAccessibleName(tr("The chosen policy"));
}

void PolicyReader::startContent()
{
    m_column = restart();
    m_column->setContentsMargins(m_theme.px(20), m_theme.px(16), m_theme.px(20), m_theme.px(20));
    m_column->setSpacing(m_theme.px(8));
}

void PolicyReader::clear(const QString& why)
{
    startContent();
    addParagraph(why, true);
    m_column->addStretch();
    finish();
}

void PolicyReader::showPolicy(const Policy& policy, const Rulebook& rulebook, int place)
{
    startContent();
    m_column->addWidget(newParagraph(line(policy.name.empty() ? policy.id.value : policy.name, 120), m_theme, TextStyle::PageTitle, ThemeColor::Text, widget()));
    addSentence(policy, rulebook);
    addHeading(tr("When"));
    m_column->addWidget(newConditionTree(policy.when, rulebook, m_theme, widget()));
    if (policy.exception) {
        addHeading(tr("Unless"));
        m_column->addWidget(newConditionTree(policy.exception->when, rulebook, m_theme, widget()));
        addParagraph(tr("In that case, instead:"), true);
        addActions(policy.exception->actions, rulebook);
    }
    addHeading(tr("Then"));
    addActions(policy.actions, rulebook);
    addQueue(policy.actions, rulebook);
    addPlace(policy, place);
    m_column->addStretch();
    finish();
}

void PolicyReader::addHeading(const QString& text)
{
    m_column->addSpacing(m_theme.px(8));
    m_column->addWidget(newLabel(text, m_theme, TextStyle::BodyStrong, ThemeColor::Text, widget()));
}

void PolicyReader::addParagraph(const QString& text, bool muted)
{
    QLabel* label = newParagraph(text, m_theme, TextStyle::Body, muted ? ThemeColor::TextMuted : ThemeColor::Text, widget());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void PolicyReader::addSentence(const Policy& policy, const Rulebook& rulebook)
{
    m_column->addWidget(new SentenceBox(m_theme, upperFirst(line(sentence(policy, rulebook), 1000)), widget()));
    if (!policy.enabled)
        addParagraph(tr("Switched off: it is passed over."), true);
}

void PolicyReader::addActions(const std::vector<Action>& actions, const Rulebook& rulebook)
{
    if (actions.empty())
        addParagraph(tr("Nothing happens."), true);
    for (const Action& action : actions)
        addParagraph(upperFirst(line(describe(action, rulebook), 400)));
}

void PolicyReader::addQueue(const std::vector<Action>& actions, const Rulebook& rulebook)
{
    for (const Action& action : actions) {
        const auto* transfer = std::get_if<TransferToQueue>(&action);
        const auto queue = transfer ? std::ranges::find(rulebook.queues, QueueId{transfer->queue.id}, &Queue::id) : rulebook.queues.end();
        if (queue == rulebook.queues.end())
            continue;
        addHeading(tr("In %1").arg(line(queue->name.empty() ? queue->id.value : queue->name, 80)));
        addParagraph(tr("An offer stands %1 before it goes to the next.").arg(formatSpan(queue->offerFor)));
        for (const Skill& skill : queue->skills)
            addParagraph(tr("Needs %1, level %2").arg(line(skill.id.value, 60)).arg(skill.level));
        for (const RelaxStep& step : queue->relax)
            addParagraph(tr("After %1, level %2 will do").arg(formatSpan(step.after)).arg(step.skillLevel));
        if (!queue->schedule.empty())
            addParagraph(queue->fallback.empty() ? tr("Open as in %1; outside it, conversations wait.").arg(line(queue->schedule.value, 60))
                                                 : tr("Open as in %1; outside it, they go to %2.").arg(line(queue->schedule.value, 60), line(queue->fallback.value, 60)));
    }
}

void PolicyReader::addPlace(const Policy& policy, int place)
{
    addHeading(tr("In the rulebook"));
    addParagraph(tr("Tried as number %1 · priority %2 · id %3").arg(place).arg(formatNumber(policy.priority), line(policy.id.value, 80)), true);
}

}
