#include "ui/live/wall_figures.h"

#include "ui/live/live_filter.h"
#include "ui/shared/console_model.h"

#include <QDateTime>

namespace signalbox {

namespace {

QDate dayOf(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000).date(); }

}

WallFigures::WallFigures(const PageContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_day(dayOf(context.now())), m_since(context.now())
{
    ChangeSet known;
    for (const auto& [id, conversation] : context.model.conversations())
        known.conversations.push_back(conversation);
    apply(known);
    connect(&context.model, &ConsoleModel::changed, this, &WallFigures::apply);
}

void WallFigures::tick()
{
    m_waiting.tick(m_context.now());
    const QDate today = dayOf(m_context.now());
    if (today <= m_day)
        return;
    m_day = today;
    m_wholeDay = true;
    m_answered = m_inTime = 0;
}

void WallFigures::apply(const ChangeSet& changes)
{
    tick();
    m_waiting.apply(changes);
    for (const Conversation& conversation : changes.conversations)
        count(conversation);
    for (const ConversationId& id : changes.erased)
        m_owed.erase(id);
}

void WallFigures::count(const Conversation& conversation)
{
    if (conversation.origin != Origin::Live)
        return;
    const auto owed = m_owed.find(conversation.id);
    if (owed != m_owed.end() && !conversation.waitingSince && conversation.lastAuthor == Author::Agent) {
        ++m_answered;
        m_inTime += !owed->second || m_context.now() <= *owed->second ? 1 : 0;
    }
    if (isOwed(conversation))
        m_owed.insert_or_assign(conversation.id, conversation.answerBy);
    else
        m_owed.erase(conversation.id);
}

}
