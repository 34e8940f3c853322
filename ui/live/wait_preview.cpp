#include "ui/live/wait_preview.h"

#include "model/domain/command.h"
#include "routing/assignment/service_order.h"
#include "ui/live/live_filter.h"
#include "ui/shared/bars.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace signalbox {
namespace {

constexpr std::size_t namedAtMost = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WaitPreview)
};

// Ids are decimal counters: shorter is older.
using Place = std::tuple<Origin, int, Instant, std::size_t, std::string>;

Place placeOf(const ConsoleModel& console, const Conversation& c, Instant now)
{
    const Instant since = c.waitingSince.value_or(c.lastMessageAt);
    const auto& queues = console.rulebook().queues;
    const auto queue = std::ranges::find(queues, c.owner.queue, &Queue::id);
    const bool inQueue = c.owner.kind == OwnerKind::Queue && queue != queues.end();
    const auto waited = std::chrono::duration_cast<seconds>(now - since);
    return {c.origin, servedAs(c.tierRank, inQueue ? *queue : Queue{}, waited), since, c.id.value.size(), c.id.value};
}

bool competes(const Conversation& other, const Owner& place)
{
    if (other.owner.kind != place.kind)
        return false;
    return place.kind == OwnerKind::Queue ? other.owner.queue == place.queue
                                          : place.kind == OwnerKind::Agent && other.owner.agent == place.agent;
}

}

WaitPreview previewMove(const ConsoleModel& console, const Conversation& moved, Instant now)
{
    WaitPreview preview;
    const Place goesTo = placeOf(console, moved, now);
    const Conversation* before = console.conversation(moved.id);
    const bool wasThere = before && competes(*before, moved.owner) && isOwed(*before);
    std::vector<std::pair<Place, ConversationId>> longer;
    for (const auto& [id, other] : console.conversations()) {
        if (id == moved.id || other.held || !isOwed(other) || !competes(other, moved.owner))
            continue;
        const Place stands = placeOf(console, other, now);
        if (stands < goesTo)
            ++preview.before;
        else if (!wasThere || stands < placeOf(console, *before, now))
            longer.push_back({stands, id});
    }
    std::ranges::sort(longer);
    for (auto& [place, id] : longer)
        preview.longer.push_back(std::move(id));
    return preview;
}

QString waitPreviewWords(const ConsoleModel& console, const WaitPreview& preview)
{
    const QString served = preview.before == 0 ? Words::tr("It is served next.")
        : preview.before == 1                  ? Words::tr("1 is served before it.")
                                               : Words::tr("%1 are served before it.").arg(formatCount(preview.before));
    if (preview.longer.empty())
        return Words::tr("Nobody waits longer.") + u' ' + served;
    QStringList names;
    for (std::size_t i = 0; i < std::min(preview.longer.size(), namedAtMost); ++i)
        if (const Conversation* conversation = console.conversation(preview.longer[i]))
            names << line(conversation->visitorName, 60);
    const std::size_t more = preview.longer.size() - std::size_t(names.size());
    QString whom = names.join(QStringLiteral(", "));
    if (more > 0)
        whom = Words::tr("%1 and %2 more", "names, how many").arg(whom, formatCount(qint64(more)));
    else if (names.size() > 1)
        whom = Words::tr("%1 and %2", "names")
                   .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
    const QString waits = preview.longer.size() == 1 ? Words::tr("%1 waits longer.") : Words::tr("%1 wait longer.");
    return waits.arg(whom) + u' ' + served;
}

QString transferPreviewWords(const ConsoleModel& console, const Conversation& conversation,
                             const TransferConversation& transfer, Instant now)
{
    if (transfer.toAi)
        return Words::tr("Nobody waits longer. The AI answers.");
    if (!transfer.team.empty())
        return Words::tr("Offered to this team alone: who of them is free takes it next.");
    Conversation moved = conversation;
    moved.owner = transfer.agent.empty() ? Owner{OwnerKind::Queue, transfer.queue, {}}
                                         : Owner{OwnerKind::Agent, conversation.owner.queue, transfer.agent};
    const QString words = waitPreviewWords(console, previewMove(console, moved, now));
    const AgentOnScreen* agent = console.agent(transfer.agent);
    if (!agent || agent->placesUsed < agent->agent.capacity)
        return words;
    return words + u' '
        + Words::tr("%1 has no free place: %2.")
              .arg(console.agentName(transfer.agent), loadText({agent->placesUsed, agent->agent.capacity}));
}

}
