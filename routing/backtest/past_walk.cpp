#include "routing/backtest/past_walk.h"

namespace signalbox {

PastWalk::PastWalk(const PastLog& log, const AttributeNames& wanted) : m_log(log)
{
    m_kinds.reserve(log.names().size());
    for (std::uint32_t i = 0; i < log.names().size(); ++i) {
        const std::string& name = log.names().text(i);
        const int kinds = (wanted.contains(name) ? Wanted : 0) | (changesByItself(name) ? ByItself : 0);
        m_kinds.push_back(static_cast<char>(kinds));
    }
}

void PastWalk::start(const PastLog::Conversation& conversation)
{
    m_next = conversation.first;
    m_step = nullptr;
    m_values.clear();
    m_seen.clear();
}

bool PastWalk::next()
{
    m_changed.clear();
    m_onlyTimePassed = m_step != nullptr;
    if (m_next == PastLog::none)
        return false;
    m_step = &m_log.steps()[m_next];
    m_next = m_step->next;
    const PastLog::Cell* const cells = m_log.cellsOf(*m_step);
    for (std::uint32_t i = 0; i < m_step->cells; ++i)
        apply(cells[i]);
    return true;
}

void PastWalk::apply(const PastLog::Cell& cell)
{
    using Kind = PastLog::Cell::Kind;
    const std::string& name = m_log.names().text(cell.name);
    if (cell.kind == Kind::Seen || cell.kind == Kind::Unseen) {
        if (cell.kind == Kind::Seen)
            m_seen.insert_or_assign(SignalId{name}, fromMicroseconds(cell.bits));
        else
            m_seen.erase(SignalId{name});
        return;
    }
    if ((m_kinds[cell.name] & ByItself) == 0)
        m_onlyTimePassed = false;
    if ((m_kinds[cell.name] & Wanted) == 0)
        return;
    m_changed.push_back(name);
    if (cell.kind == Kind::Removed)
        m_values.erase(name);
    else
        m_values.insert_or_assign(name, m_log.valueOf(cell));
}

}
