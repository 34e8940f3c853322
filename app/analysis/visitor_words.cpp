#include "app/analysis/visitor_words.h"

#include "model/domain/names.h"

#include <algorithm>

namespace signalbox {

void VisitorWordsSoFar::add(VisitorWords words) { m_known[words.conversation].notYet.push_back(std::move(words)); }

void VisitorWordsSoFar::complete(Decision& decision)
{
    Known& known = m_known[decision.conversation];
    while (!known.notYet.empty() && known.notYet.front().at <= decision.at) {
        ++known.written;
        known.last = std::move(known.notYet.front().text);
        known.notYet.pop_front();
    }
    Values& values = decision.snapshot;
    values.try_emplace("conversation.messages", static_cast<double>(known.written));
    if (known.written > 0)
        values.try_emplace("message.text", known.last);
    if (known.head.id.empty())
        return;
    using Minutes = std::chrono::duration<double, std::ratio<60>>;
    values.try_emplace("conversation.origin", std::string(nameOf(known.head.origin)));
    values.try_emplace("conversation.minutes", std::max(0.0, Minutes(decision.at - known.head.openedAt).count()));
}

}
