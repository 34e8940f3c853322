#pragma once

#include "model/figures/floor_question.h"
#include "routing/backtest/past_log.h"

namespace signalbox {

// What the last decision of each conversation saw of the attribute, in the order of the rows: numbers when nothing else was
// seen, otherwise texts; of a set all members in one, of a moment its day in UTC.
ConversationColumn attributeColumn(const PastLog& log, const std::string& attribute,
                                   const std::vector<ConversationFacts>& rows);
// The policy that the last decision left it with, by id; missing: none fired.
ConversationColumn policyColumn(const PastLog& log, const std::vector<ConversationFacts>& rows);

// The attributes that decisions saw, by name; follows a log that grows.
class SeenAttributes {
public:
    std::vector<std::string> in(const PastLog& log);

private:
    std::size_t m_steps = 0;           // of the log, looked at
    std::vector<bool> m_isAttribute;   // by place among the log's names
};

}
