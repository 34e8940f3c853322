#include "app/channels/transcript_pace.h"

#include "app/channels/stable_hash.h"

#include <algorithm>
#include <sstream>

namespace signalbox {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t rememberedConversations = 4096;

std::int64_t wordsIn(const std::string& text)
{
    std::istringstream stream(text);
    std::int64_t words = 0;
    for (std::string word; stream >> word;)
        ++words;
    return words;
}

}

TranscriptPace::Offset TranscriptPace::dueOf(const TranscriptRecord& record)
{
    Offset due{};
    if (record.at) {
        if (!m_firstTime)
            m_firstTime = *record.at;
        due = std::max(Offset{0}, std::chrono::duration_cast<Offset>(*record.at - *m_firstTime));
    } else {
        due = madeUp(record);
    }
    // Within a conversation the order of the file is the order of the talk, whatever its times say.
    const auto last = m_lastDue.find(record.conversation);
    if (last != m_lastDue.end())
        due = std::max(due, last->second);
    if (record.conversation != m_current) {
        m_current = record.conversation;
        m_settled = std::max(m_settled, due);
    }
    if (m_lastDue.size() >= rememberedConversations)
        std::erase_if(m_lastDue, [this](const auto& entry) { return entry.second + 1h < m_settled; });
    m_lastDue[record.conversation] = due;
    return due;
}

TranscriptPace::Offset TranscriptPace::madeUp(const TranscriptRecord& record)
{
    const auto last = m_lastDue.find(record.conversation);
    if (last == m_lastDue.end()) {
        const Offset start = m_nextStart;
        m_nextStart += 30s;
        return start;
    }
    const auto jitter = std::chrono::seconds(stableHash(record.conversation + ':' + record.turn) % 10);
    return last->second + 20s + 2s * (wordsIn(record.text) / 10) + jitter;
}

}
