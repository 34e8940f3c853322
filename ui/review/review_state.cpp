#include "ui/review/review_state.h"

#include "model/domain/names.h"
#include "routing/rulebook/rulebook.h"
#include "ui/review/second_look.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int drawnAtOnce = 40;

bool isOfWeek(const Label& label, const std::vector<ReviewItem>& items)
{
    return std::ranges::any_of(items, [&](const ReviewItem& item) {
        return item.alert == label.alert && item.conversation.id == label.conversation;
    });
}

}

ReviewState::ReviewState(const PageContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_commands(context.port, context.model)
{
    m_question.sampled = drawnAtOnce;
    connect(&context.analysis, &AnalysisPort::reviewRead, this, &ReviewState::take);
    connect(&context.analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        m_trouble = why;
        Q_EMIT loaded();
    });
    connect(&context.model, &ConsoleModel::changed, this, &ReviewState::follow);
}

void ReviewState::open(const ReviewWeek& week, Origin origin)
{
    if (week != m_week || origin != m_question.origin)
        m_given.clear();
    m_week = week;
    m_question = {week.since, week.until, origin, drawnAtOnce};
    reload();
}

void ReviewState::reload()
{
    if (m_ticket != 0)
        m_context.analysis.cancel(m_ticket);
    m_ticket = m_context.analysis.askReview(m_question);
}

void ReviewState::sampleMore()
{
    m_question.sampled += drawnAtOnce;
    reload();
}

void ReviewState::take(quint64 ticket, const ReviewData& data)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_loaded = true;
    m_trouble.clear();
    m_data = data;
    m_labels = LabelBook(data.labels, [this](const AgentId& id) {
        const AgentOnScreen* const agent = m_context.model.agent(id);
        return agent && agent->agent.role == Role::Agent;
    });
    const auto known = [this](const AlertId& id) {
        return std::ranges::find(m_data.triggers, id, &ReviewedTrigger::id) != m_data.triggers.end();
    };
    if (!known(m_trigger))
        m_trigger = !data.alerts.empty() && known(data.alerts.front().alert.trigger) ? data.alerts.front().alert.trigger
            : data.triggers.empty()                                                  ? AlertId{}
                                                                                     : data.triggers.front().id;
    forgetFigures();
    buildItems();
    Q_EMIT loaded();
}

void ReviewState::follow(const ChangeSet& changes)
{
    if (!m_loaded || (changes.labels.empty() && !changes.rulebook))
        return;
    for (const Label& label : changes.labels)
        m_labels.take(label);
    if (changes.rulebook || std::ranges::any_of(changes.labels, [this](const Label& label) {
            return label.alert != 0 || isOfWeek(label, m_items);
        })) {
        forgetFigures();
        Q_EMIT labelsChanged();
    }
}

void ReviewState::chooseTrigger(const AlertId& trigger)
{
    if (trigger == m_trigger)
        return;
    m_trigger = trigger;
    buildItems();
    Q_EMIT triggerChosen();
}

const AlertTrigger* ReviewState::triggerNamed(const AlertId& id) const
{
    const std::vector<AlertTrigger>& triggers = m_context.model.rulebook().alerts;
    const auto found = std::ranges::find(triggers, id, &AlertTrigger::id);
    return found == triggers.end() ? nullptr : &*found;
}

QString ReviewState::triggerName(const AlertId& id) const
{
    const AlertTrigger* const trigger = triggerNamed(id);
    return line(trigger && !trigger->name.empty() ? trigger->name : id.value, 80);
}

void ReviewState::buildItems()
{
    m_items.clear();
    std::vector<ReviewItem> again;
    for (const auto& [alert, conversation] : m_data.alerts) {
        ReviewItem item{ReviewItem::Kind::Alert, conversation, alert.trigger, alert.number, alert.at, alert.score,
                        std::nullopt,       alert.heldBack};
        item.conversation.tier = alert.tier;   // as it was then
        item.conversation.tierRank = alert.tierRank;
        const Label* const first = m_labels.first(conversation.id, alert.number, alert.trigger);
        const AgentId& me = m_context.session.agent;
        if (first && first->by != me && m_context.session.role != Role::Agent && isForSecondLook(alert.number)) {
            const Label* const second = m_labels.second(conversation.id, alert.number, alert.trigger);
            if (!second || second->by == me) {
                again.push_back(item);
                again.back().kind = ReviewItem::Kind::SecondLook;
            }
        }
        m_items.push_back(std::move(item));
    }
    m_alertItems = int(m_items.size());
    m_items.insert(m_items.end(), again.begin(), again.end());
    const auto trigger = std::ranges::find(m_data.triggers, m_trigger, &ReviewedTrigger::id);
    if (trigger != m_data.triggers.end())
        for (const SilentSample& each : trigger->sample)
            m_items.push_back(
                {ReviewItem::Kind::Silent, each.conversation, m_trigger, 0, each.conversation.openedAt, each.measure,
                 Draw{m_question.since, each.kind, trigger->silent}});
    for (const auto& [conversation, correction] : m_data.corrected)
        m_items.push_back({ReviewItem::Kind::Tier,
                           conversation,
                           {},
                           0,
                           correction.at,
                           {},
                           {},
                           HeldBack::No,
                           {correction.before},
                           {correction.after},
                           correction.reason});
}

const Label* ReviewState::labelOf(const ReviewItem& item) const
{
    const AgentId& me = m_context.session.agent;
    if (item.kind != ReviewItem::Kind::SecondLook)
        return m_labels.first(item.conversation.id, item.alert, item.trigger);
    const Label* const mine = m_labels.by(me, item.conversation.id, item.alert, item.trigger);
    return mine && mine->second ? mine : nullptr;
}

std::optional<Verdict> ReviewState::verdictOf(const ReviewItem& item) const
{
    const Label* const label = labelOf(item);
    if (!label || item.kind != ReviewItem::Kind::Tier || label->verdict != Verdict::True)
        return label ? label->verdict : std::nullopt;
    return label->tier == item.tierAfter ? Verdict::True : Verdict::False;
}

int ReviewState::labelled() const
{
    return int(std::count_if(m_items.begin(), m_items.begin() + m_alertItems,
                             [this](const ReviewItem& item) { return verdictOf(item).has_value(); }));
}

// A label of mine for this, as it stands; without a verdict when I gave none.
Label ReviewState::labelFor(const ReviewItem& item) const
{
    if (const Label* const mine = myLabel(item)) {
        Label again = *mine;
        again.draw = item.draw;
        return again;
    }
    Label label;
    label.conversation = item.conversation.id;
    label.alert = item.alert;
    label.trigger = item.trigger;
    label.by = m_context.session.agent;
    label.second = item.kind == ReviewItem::Kind::SecondLook;
    label.draw = item.draw;
    return label;
}

const Label* ReviewState::myLabel(const ReviewItem& item) const
{
    return m_labels.by(m_context.session.agent, item.conversation.id, item.alert, item.trigger);
}

void ReviewState::give(const ReviewItem& item, Verdict verdict, const QString& reason)
{
    Label label = labelFor(item);
    m_given.push_back(label);
    label.verdict = verdict;
    label.reason = reason.toStdString();
    if (item.kind == ReviewItem::Kind::Tier) {   // it says which tier is the right one
        label.tier = verdict == Verdict::False ? item.tierBefore : item.tierAfter;
        label.verdict = verdict == Verdict::Unsure ? Verdict::Unsure : Verdict::True;
    }
    send(label);
}

std::optional<std::pair<ConversationId, std::int64_t>> ReviewState::lastGiven() const
{
    if (m_given.empty())
        return std::nullopt;
    return std::pair(m_given.back().conversation, m_given.back().alert);
}

void ReviewState::takeBack()
{
    if (m_given.empty())
        return;
    const Label before = m_given.back();
    m_given.pop_back();
    send(before);
    Q_EMIT labelsChanged();
}

void ReviewState::send(const Label& label)
{
    m_commands.send(
        GiveLabel{label}, [] {}, [this](const QString& why) { Q_EMIT refused(why); });
}

}
