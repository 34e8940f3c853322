#pragma once

#include "tests/support/workspace_file.h"

#include <string>

namespace signalbox::test {

// A small history for the figures, written event by event at the moments said, as minutes since Monday 1 June 2026, 08:00
// in UTC: queue "sales" is open from Monday to Friday, 8 to 12 and 13 to 17, "desk" always.
class FiguresHistory {
public:
    explicit FiguresHistory(JournalWriter& writer) : m_writer(writer) { }

    static Instant at(std::int64_t minute)
    {
        using namespace std::chrono;
        return sys_days{year{2026} / June / 1} + hours{8} + minutes{minute};
    }
    static constexpr std::int64_t day = 24 * 60;

    std::int64_t happens(std::int64_t minute, EventPayload payload)
    {
        std::vector<Event> events{{0, at(minute), std::move(payload)}};
        EXPECT_OK(m_writer.append(events));
        return events.front().sequence;
    }

    void publish(std::int64_t minute, int version)
    {
        std::string open;
        for (int date = -3; date < 60; ++date) {
            if ((date % 7 + 7) % 7 > 4)
                continue;
            for (const int from : {0, 5 * 60})
                open += (open.empty() ? "[\"" : ",[\"") + toIso8601(at(date * day + from)) + "\",\""
                    + toIso8601(at(date * day + from + 4 * 60)) + "\"]";
        }
        happens(minute,
                RulebookPublished{version,
                                  R"({"rulebook":1,"tiers":[{"id":"P1"},{"id":"P2"},{"id":"P3"}],
            "schedules":[{"id":"office"}],"queues":[{"id":"sales","schedule":"office"},{"id":"desk"}]})",
                                  "{\"office\":[" + open + "]}", "", "ines"});
    }
    void agent(const std::string& id, const std::string& name, Role role)
    {
        Agent saved;
        saved.id = {id};
        saved.name = name;
        saved.role = role;
        happens(0, AgentSaved{saved});
    }

    void opens(const std::string& id, std::int64_t minute, Channel channel = Channel::Website,
               const std::string& visitor = {}, Origin origin = Origin::Live)
    {
        happens(minute,
                ConversationOpened{{id}, {visitor.empty() ? "v" + id : visitor}, "Visitor", channel, origin, true});
        writes(id, minute, Author::Visitor);
    }
    void writes(const std::string& id, std::int64_t minute, Author author, const std::string& agent = {},
                bool note = false)
    {
        Message message;
        message.sequence = ++m_said[id];
        message.id = {id + "-" + std::to_string(message.sequence)};
        message.author = author;
        message.agent = {agent};
        message.text = "Hello";
        message.at = at(minute);
        message.internalNote = note;
        happens(minute, MessageAdded{{id}, message});
    }
    void decided(const std::string& id, std::int64_t minute, int rank, bool qualified = true, int version = 1)
    {
        Decision decision;
        decision.conversation = {id};
        decision.at = at(minute);
        decision.rulebookVersion = version;
        decision.tier = {"P" + std::to_string(rank + 1)};
        decision.tierRank = rank;
        decision.qualification
            = {{{"budget"}, "Budget", qualified ? CriterionState::Met : CriterionState::Unknown, true, "", ""},
               {{"nice"}, "Nice", CriterionState::NotMet, false, "", ""}};
        happens(minute, DecisionMade{decision});
    }
    void goesTo(const std::string& id, std::int64_t minute, const std::string& queue, const std::string& agent = {})
    {
        const Owner to{agent.empty() ? OwnerKind::Queue : OwnerKind::Agent, {queue}, {agent}};
        happens(minute, OwnerChanged{{id}, m_owner[id], to, "", at(minute), {}});
        m_owner[id] = to;
    }
    void corrected(const std::string& id, std::int64_t minute, int rank, const std::string& by)
    {
        happens(minute,
                ConversationCorrected{{id}, {by}, "tier", "", "P" + std::to_string(rank + 1), "I know them", rank});
    }
    void closes(const std::string& id, std::int64_t minute, const std::string& outcome,
                std::optional<double> value = {})
    {
        happens(minute, ConversationClosed{{id}, {}, outcome, value});
    }
    std::int64_t alerts(const std::string& id, std::int64_t minute, const std::string& trigger,
                        const std::string& owner, HeldBack heldBack = HeldBack::No)
    {
        AlertRaised raised;
        raised.conversation = {id};
        raised.alert = {trigger};
        raised.owner = {owner};
        raised.heldBack = heldBack;
        raised.rulebookVersion = 1;
        raised.tier = {"P1"};
        return happens(minute, raised);
    }
    void labels(const std::string& id, std::int64_t minute, std::int64_t alert, const std::string& trigger,
                Verdict verdict, const std::string& by, const std::string& tier = {}, bool second = false)
    {
        happens(minute, LabelGiven{{{id}, alert, {trigger}, verdict, {tier}, "", {by}, second, {}, {}}});
    }
    // A conversation without an alert, drawn for the review of the week of the first day.
    void labelsDrawn(const std::string& id, std::int64_t minute, const std::string& trigger, Verdict verdict,
                     const std::string& by, SilentKind kind, std::vector<SilentCount> from)
    {
        const Instant monday = at(0) - std::chrono::hours{8};
        happens(minute, LabelGiven{{{id}, 0, {trigger}, verdict, {}, "", {by}, false, {}, Draw{monday, kind, std::move(from)}}});
    }

private:
    JournalWriter& m_writer;
    std::map<std::string, std::int64_t> m_said;
    std::map<std::string, Owner> m_owner;
};

}
