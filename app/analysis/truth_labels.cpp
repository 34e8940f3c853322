#include "app/analysis/truth_labels.h"

#include "app/analysis/review.h"
#include "model/storage/conversation_store.h"
#include "model/storage/review_store.h"
#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"
#include "ui/review/label_book.h"
#include "ui/review/review_week.h"

#include <algorithm>

namespace signalbox {
namespace {

// Makes labels, each for a conversation that the condition can be asked of.
class TruthTeller {
public:
    TruthTeller(History& history, const TruthQuestion& question, const std::vector<Label>& labels)
        : m_history(history), m_question(question), m_known(labels)
    {
        m_patterns.addFrom(question.isTrue);
        for (const std::string& attribute : attributesOf(question.isTrue))
            m_reason += (m_reason.empty() ? "from " : ", ") + attribute;
    }

    // Adds the label of the alert, or (0) of the conversation that was drawn without one, where there is one to give.
    Result<void> tell(const ConversationId& conversation, std::int64_t alert, std::optional<Draw> draw, TruthCount& count,
                      std::vector<Label>& labels)
    {
        const auto isTrue = truthOf(conversation);
        if (!isTrue)
            return tl::unexpected(isTrue.error());
        const Label* const mine = m_known.by(m_question.by, conversation, alert, m_question.trigger);
        if (!mine && m_known.first(conversation, alert, m_question.trigger)) {
            ++count.byOthers;
            return {};
        }
        if (!*isTrue) {
            ++count.unknown;
            return {};
        }
        Label label;
        label.conversation = conversation;
        label.alert = alert;
        label.trigger = m_question.trigger;
        label.verdict = **isTrue ? Verdict::True : Verdict::False;
        label.reason = m_reason;
        label.by = m_question.by;
        label.draw = std::move(draw);
        ++(**isTrue ? count.truths : count.falses);
        if (mine && mine->verdict == label.verdict && mine->draw == label.draw)
            ++count.asBefore;
        else
            labels.push_back(std::move(label));
        return {};
    }

private:
    Result<std::optional<bool>> truthOf(const ConversationId& id)
    {
        return m_history.with([&](Database& database) -> Result<std::optional<bool>> {
            const auto context = ConversationStore(database).context(id);
            if (!context)
                return tl::unexpected(context.error());
            Values values;   // also what has expired since: it is asked what was true
            for (const auto& [attribute, entry] : context->entries())
                values.emplace(attribute, entry.value);
            return holdsAsFarAsKnown(m_question.isTrue, {values, m_patterns, m_intervals, {}});
        });
    }

    History& m_history;
    const TruthQuestion& m_question;
    LabelBook m_known;
    Patterns m_patterns;
    OpenIntervals m_intervals;
    std::string m_reason;
};

Result<void> labelSilent(History& history, const TruthQuestion& question, const Errand& errand, TruthTeller& teller,
                         TruthLabels& made)
{
    const auto opened
        = history.with([&](Database& database) { return ReviewStore(database).firstAndLastOpened(question.origin); });
    if (!opened)
        return tl::unexpected(opened.error());
    if (!*opened)
        return {};
    const Instant last = std::min((*opened)->second, question.until - microseconds{1});
    for (ReviewWeek week = reviewWeekOf(std::max((*opened)->first, question.since)); week.since <= last;
         week = reviewWeekOf(week.until)) {
        const auto data = readReview(history, {week.since, week.until, question.origin, question.silentAWeek}, errand);
        if (!data)
            return tl::unexpected(data.error());
        const auto trigger = std::ranges::find(data->triggers, question.trigger, &ReviewedTrigger::id);
        if (trigger == data->triggers.end() || trigger->sample.empty())
            continue;
        ++made.weeks;
        for (const SilentSample& each : trigger->sample)
            if (auto told = teller.tell(each.conversation.id, 0, Draw{week.since, each.kind, trigger->silent},
                                         made.silent, made.labels); !told)
                return told;
    }
    return {};
}

}

Result<TruthLabels> labelsFromTruth(History& history, const TruthQuestion& question, const Errand& errand)
{
    const auto data = readReview(history, {question.since, question.until, question.origin, 0}, errand);
    if (!data)
        return tl::unexpected(data.error());
    TruthLabels made;
    TruthTeller teller(history, question, data->labels);
    for (const auto& [alert, conversation] : data->alerts) {
        if (alert.trigger != question.trigger)
            continue;
        if (!wasTold(alert.heldBack)) {
            ++made.notTold;
            continue;
        }
        if (auto told = teller.tell(conversation.id, alert.number, {}, made.alerts, made.labels); !told)
            return tl::unexpected(told.error());
    }
    if (question.silentAWeek > 0)
        if (auto done = labelSilent(history, question, errand, teller, made); !done)
            return tl::unexpected(done.error());
    return made;
}

}
