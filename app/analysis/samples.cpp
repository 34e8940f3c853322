#include "app/analysis/samples.h"

#include "app/analysis/past_conversation.h"

#include <algorithm>

namespace signalbox {
namespace {

// What is looked for, and the texts of the log that hold it.
class Wanted {
public:
    Wanted(const PastLog& log, const QString& words) : m_log(log), m_words(words.trimmed())
    {
        QString number = m_words;
        if (number.startsWith(u'#'))
            number.remove(0, 1);
        m_number = number.toStdString();
        if (m_words.isEmpty())
            return;
        for (std::uint32_t i = 0; i < log.texts().size(); ++i)
            if (QString::fromStdString(log.texts().text(i)).contains(m_words, Qt::CaseInsensitive))
                m_texts.insert(i);
    }

    bool isIn(const PastLog::Conversation& conversation) const
    {
        return m_words.isEmpty() || conversation.id.value == m_number || m_texts.contains(conversation.visitorName)
            || anyValue(conversation);
    }

private:
    bool anyValue(const PastLog::Conversation& conversation) const
    {
        for (auto at = conversation.first; at != PastLog::none && !m_texts.empty(); at = m_log.steps()[at].next) {
            const PastLog::Step& step = m_log.steps()[at];
            const PastLog::Cell* const cells = m_log.cellsOf(step);
            for (std::uint32_t i = 0; i < step.cells; ++i)
                if (cells[i].kind == PastLog::Cell::Kind::Text
                    && m_texts.contains(static_cast<std::uint32_t>(cells[i].bits)))
                    return true;
        }
        return false;
    }

    const PastLog& m_log;
    QString m_words;
    std::string m_number;
    std::set<std::uint32_t> m_texts;
};

std::vector<ConversationId> newest(const PastLog& log, const Wanted& wanted, const std::optional<PolicyId>& policy,
                                   int limit, const Errand& errand)
{
    std::vector<const PastLog::Conversation*> byAge;
    for (const PastLog::Conversation& conversation : log.conversations())
        if (conversation.last != PastLog::none
            && (!policy || log.outcome(log.steps()[conversation.last].place).policy == policy))
            byAge.push_back(&conversation);
    std::ranges::sort(byAge, std::greater{}, [&log](const auto* conversation) {
        return std::pair(log.steps()[conversation->last].at, conversation->last);
    });
    std::vector<ConversationId> found;
    for (const auto* const conversation : byAge) {
        if (static_cast<int>(found.size()) >= limit || errand.isCalledOff())
            break;
        if (wanted.isIn(*conversation))
            found.push_back(conversation->id);
    }
    return found;
}

}

Result<std::vector<PastSample>> findSamples(History& history, const QString& words,
                                            const std::optional<PolicyId>& policy, int limit, const Errand& errand)
{
    if (const auto followed = history.follow(errand); !followed)
        return tl::unexpected(followed.error());
    std::vector<ConversationId> found;
    {
        const auto past = history.read();
        found = newest(past.log, Wanted(past.log, words), policy, limit, errand);
    }
    std::vector<PastSample> samples;
    for (const ConversationId& id : found) {
        auto past = history.with([&](Database& database) { return readPastConversation(database, id); });
        if (!past)
            return tl::unexpected(past.error());
        samples.push_back({id, past->visitorName, past->origin, std::move(past->decisions.back())});
    }
    return samples;
}

}
