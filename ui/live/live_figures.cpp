#include "ui/live/live_figures.h"

#include "ui/live/live_filter.h"

#include <algorithm>

namespace signalbox {

void LiveFigures::Bucket::add(const Share& share, Instant now)
{
    since.insert(*share.since);
    if (!share.due)
        return;
    if (*share.due <= now)
        ++over;
    else
        due.insert(*share.due);
}

void LiveFigures::Bucket::remove(const Share& share, Instant now)
{
    since.erase(since.find(*share.since));
    if (!share.due)
        return;
    if (*share.due <= now)
        --over;
    else
        due.erase(due.find(*share.due));
}

void LiveFigures::Bucket::tick(Instant now)
{
    while (!due.empty() && *due.begin() <= now) {
        due.erase(due.begin());
        ++over;
    }
}

void LiveFigures::apply(const ChangeSet& changes)
{
    for (const Conversation& conversation : changes.conversations) {
        forget(conversation.id);
        if (conversation.closedAt)
            continue;
        Share share;
        share.origin = conversation.origin;
        share.live = conversation.origin == Origin::Live;
        share.owner = conversation.owner.kind;
        share.answering = conversation.lastAuthor == Author::Visitor;
        share.queue = conversation.owner.queue;
        if (isOwed(conversation)) {
            share.since = conversation.waitingSince;
            share.due = conversation.answerBy;
        }
        count(share, 1);
        m_shares.emplace(conversation.id, std::move(share));
    }
    for (const ConversationId& id : changes.erased)
        forget(id);
}

void LiveFigures::forget(const ConversationId& id)
{
    const auto known = m_shares.find(id);
    if (known == m_shares.end())
        return;
    count(known->second, -1);
    m_shares.erase(known);
}

void LiveFigures::count(const Share& share, int sign)
{
    m_practice += share.origin == Origin::Practice ? sign : 0;
    m_imported += share.origin == Origin::Imported ? sign : 0;
    Side& side = share.live ? m_live : m_other;
    if (share.owner == OwnerKind::Ai)
        (share.answering ? side.answering : side.waitingForVisitor) += sign;
    if (!share.since)
        return;
    for (Bucket* bucket : {&side.all, &side.queues[share.queue]})
        sign > 0 ? bucket->add(share, m_now) : bucket->remove(share, m_now);
}

void LiveFigures::tick(Instant now)
{
    if (now <= m_now)
        return;   // a clock set back never un-passes a target
    m_now = now;
    for (Side* side : {&m_live, &m_other}) {
        side->all.tick(now);
        for (auto& [id, bucket] : side->queues)
            bucket.tick(now);
    }
}

QueueFigures LiveFigures::figures(const Bucket* live, const Bucket* other) const
{
    QueueFigures made;
    for (const Bucket* bucket : {live, m_everything ? other : nullptr}) {
        if (!bucket || bucket->since.empty())
            continue;
        made.waiting += int(bucket->since.size());
        made.overTarget += bucket->over;
        made.oldest = made.oldest ? std::min(*made.oldest, *bucket->since.begin()) : *bucket->since.begin();
    }
    return made;
}

QueueFigures LiveFigures::all() const { return figures(&m_live.all, &m_other.all); }

QueueFigures LiveFigures::queue(const QueueId& queue) const
{
    const auto in = [&](const Side& side) {
        const auto found = side.queues.find(queue);
        return found == side.queues.end() ? nullptr : &found->second;
    };
    return figures(in(m_live), in(m_other));
}

int LiveFigures::aiAnswering() const { return m_live.answering + (m_everything ? m_other.answering : 0); }

int LiveFigures::aiWaitingForVisitor() const
{
    return m_live.waitingForVisitor + (m_everything ? m_other.waitingForVisitor : 0);
}

}
