#include "app/practice/practice_room.h"

#include <algorithm>
#include <numeric>

namespace signalbox {
namespace {

using std::chrono::seconds;

ContextChange known(std::string attribute, Value value)
{
    return {std::move(attribute), std::move(value), "practice", std::nullopt};
}

// People type about five letters a second, after a moment's thought.
double typingSeconds(const std::string& text) { return 1.5 + std::min(20.0, double(text.size()) * 0.15); }

double readingSeconds(const std::string& text) { return 1.0 + std::min(12.0, double(text.size()) * 0.03); }

}

PracticeRoom::PracticeRoom(std::vector<PracticeVisitor> script, std::uint32_t seed, std::string run)
    : m_script(std::move(script)), m_chance(seed), m_run(std::move(run))
{
}

void PracticeRoom::switchOn(bool on, Instant now)
{
    if (on == m_nextArrival.has_value())
        return;
    m_guests.clear();
    m_nextArrival = on ? std::optional(now + seconds{1}) : std::nullopt;
}

std::vector<VisitorInput> PracticeRoom::play(Instant now)
{
    std::vector<VisitorInput> inputs;
    if (!m_nextArrival)
        return inputs;
    for (Guest& guest : m_guests)
        if (guest.due <= now)
            act(guest, now, inputs);
    std::erase_if(m_guests, [](const Guest& guest) { return guest.step == Step::Leaves; });
    if (*m_nextArrival <= now) {
        if (m_guests.size() + m_leftBehind < mostOpen)
            arrive(now, inputs);
        m_nextArrival = now + m_chance.seconds(6, 30);
    }
    return inputs;
}

std::optional<Instant> PracticeRoom::nextDue() const
{
    std::optional<Instant> next = m_nextArrival;
    for (const Guest& guest : m_guests)
        next = std::min(*next, guest.due);
    return next;
}

bool PracticeRoom::isPresent(const VisitorId& visitor) const
{
    return std::any_of(m_guests.begin(), m_guests.end(), [&](const Guest& guest) { return guest.visitor == visitor; });
}

void PracticeRoom::arrive(Instant now, std::vector<VisitorInput>& inputs)
{
    if (m_order.empty())
        shuffleOrder();
    Guest guest;
    guest.script = &m_script[m_order.back()];
    m_order.pop_back();
    guest.visitor.value = "practice-" + m_run + "-" + std::to_string(++m_arrived);
    guest.due = now + m_chance.seconds(3, 8);
    VisitorInput input = inputOf(guest);
    std::vector<ContextChange> changes = pageOf(guest);
    changes.push_back(known("visitor.language", guest.script->language));
    changes.push_back(known("visitor.device", guest.script->device));
    if (!guest.script->name.empty())
        changes.push_back(known("visitor.name", guest.script->name));
    for (const auto& [attribute, value] : guest.script->context)
        changes.push_back(known(attribute, value));
    input.what = VisitorContext{std::move(changes)};
    inputs.push_back(std::move(input));
    m_guests.push_back(std::move(guest));
}

void PracticeRoom::shuffleOrder()
{
    m_order.resize(m_script.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    for (std::size_t left = m_order.size(); left > 1; --left)
        std::swap(m_order[left - 1], m_order[m_chance.oneOf(left)]);
}

void PracticeRoom::act(Guest& guest, Instant now, std::vector<VisitorInput>& inputs)
{
    switch (guest.step) {
    case Step::Reads:
        if (guest.page + 1 < guest.script->pages.size()) {
            ++guest.page;
            VisitorInput input = inputOf(guest);
            input.what = VisitorContext{pageOf(guest)};
            inputs.push_back(std::move(input));
            guest.due = now + m_chance.seconds(3, 8);
        } else if (guest.line < guest.script->lines.size()) {
            startTyping(guest, guest.script->lines[guest.line++], now, inputs);
        } else if (!guest.script->bye.empty()) {
            startTyping(guest, guest.script->bye, now, inputs);
        } else {
            guest.step = Step::Leaves;
        }
        break;
    case Step::Types:
        say(guest, now, inputs);
        break;
    case Step::Waits:
        if (guest.nudged || guest.script->nudge.empty())
            guest.step = Step::Leaves;
        else
            startTyping(guest, guest.script->nudge, now, inputs);
        guest.nudged = true;
        break;
    case Step::Leaves:
        break;
    }
}

void PracticeRoom::startTyping(Guest& guest, std::string text, Instant now, std::vector<VisitorInput>& inputs)
{
    VisitorInput input = inputOf(guest);
    input.what = VisitorTypes{};
    inputs.push_back(std::move(input));
    guest.step = Step::Types;
    guest.due = now + std::chrono::duration_cast<microseconds>(std::chrono::duration<double>(typingSeconds(text)));
    guest.typed = std::move(text);
}

void PracticeRoom::say(Guest& guest, Instant now, std::vector<VisitorInput>& inputs)
{
    VisitorInput input = inputOf(guest);
    input.what = VisitorWrote{MessageId{guest.visitor.value + ":" + std::to_string(++guest.messages)}, guest.typed};
    inputs.push_back(std::move(input));
    const bool wasLastWord = guest.typed == guest.script->bye && guest.line == guest.script->lines.size();
    guest.step = wasLastWord ? Step::Leaves : Step::Waits;
    guest.due = now + guest.script->patience;
}

void PracticeRoom::told(const VisitorUpdate& update, Instant now)
{
    const auto found = std::find_if(m_guests.begin(), m_guests.end(),
                                    [&](const Guest& guest) { return guest.visitor == update.visitor; });
    if (found == m_guests.end())
        return;
    if (update.closed) {
        m_guests.erase(found);
        return;
    }
    Guest& guest = *found;
    if (update.owner) {
        guest.owner = *update.owner;
        // What the AI said last was only that a person will come.
        if (guest.owner == OwnerKind::Queue && guest.answeredByAi && guest.step == Step::Reads) {
            guest.step = Step::Waits;
            guest.due = now + guest.script->patience;
        }
    }
    for (const Message& message : update.messages)
        takeAnswer(guest, message, now);
}

void PracticeRoom::takeAnswer(Guest& guest, const Message& message, Instant now)
{
    const bool byAi = message.author == Author::Ai;
    if (guest.step != Step::Waits || message.internalNote || !(byAi || message.author == Author::Agent)
        || (byAi && guest.owner == OwnerKind::Queue))
        return;
    guest.answeredByAi = byAi;
    guest.step = Step::Reads;
    guest.page = guest.script->pages.size();   // no more looking around
    guest.due = now + m_chance.seconds(1, 4)
        + std::chrono::duration_cast<microseconds>(std::chrono::duration<double>(readingSeconds(message.text)));
}

VisitorInput PracticeRoom::inputOf(const Guest& guest) const
{
    VisitorInput input;
    input.visitor = guest.visitor;
    input.visitorName = guest.script->name;
    input.channel = Channel::Website;
    input.origin = Origin::Practice;
    return input;
}

std::vector<ContextChange> PracticeRoom::pageOf(const Guest& guest) const
{
    if (guest.page >= guest.script->pages.size())
        return {};
    const PracticePage& page = guest.script->pages[guest.page];
    return {known("page.url", "https://haulwren.example" + page.path), known("page.path", page.path),
            known("page.title", page.title), known("page.seconds", double(page.reads.count()))};
}

}
