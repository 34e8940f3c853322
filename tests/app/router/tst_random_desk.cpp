// Random days at the desk: whatever people do in whatever order, what must be so is so.
#include "tests/app/router/router_floor.h"

#include <algorithm>
#include <random>

namespace signalbox {
namespace {

class RandomDesk : public test::DeskFloor, public ::testing::WithParamInterface<unsigned> {
protected:
    RandomDesk() : m_random(GetParam())
    {
        DeskSettings settings;
        settings.wrapUp = seconds{20};
        settings.presenceStates = {{"lunch", "Lunch", Presence::OnBreak}};
        save(settings);
        join("tomasz", "east");
        addFaq("hours", "What are your opening hours?", "From nine to six.");
    }

    int upTo(int most) { return int(m_random() % unsigned(most + 1)); }
    template <class T>
    T oneOf(std::initializer_list<T> all)
    {
        return *(all.begin() + upTo(int(all.size()) - 1));
    }
    AgentId somebody() { return {oneOf<const char*>({"leila", "tomasz", "mira"})}; }
    ConversationId some() { return {std::to_string(1 + upTo(std::max(0, m_conversations - 1)))}; }

    // True when a person did something to this conversation: it is where they put it.
    struct Done {
        ConversationId conversation;
        bool worked = false;
    };
    Done actOf(const ConversationId& id);
    void visitorsAndTime();
    void noteWhereItIs(const Done& done);
    void expectLeftWhereItWasPut();

    std::mt19937 m_random;
    int m_conversations = 0;
    std::map<ConversationId, Owner> m_byHand;   // where people put what they moved last
};

RandomDesk::Done RandomDesk::actOf(const ConversationId& id)
{
    const AgentId who = somebody();
    switch (upTo(12)) {
    case 0:
    case 1:
        return {id, bool(command(TakeConversation{id, who, true}))};
    case 2:
        return {id,
                bool(command(
                    TransferConversation{id, who, {oneOf<const char*>({"sales", "support"})}, "", {}, {}, false}))};
    case 3:
    case 4:
        return {id, bool(command(TransferConversation{id, who, {}, "see above", somebody(), {}, false}))};
    case 5:
        return {id, bool(command(TransferConversation{id, who, {}, "", {}, "east", false}))};
    case 6:
        return {id, bool(command(TransferConversation{id, who, {}, "", {}, {}, true}))};
    case 7:
        return {id, bool(command(CloseConversation{id, who, "converted", 10.0}))};
    case 8:
        return {id, bool(command(ReopenConversation{id, who}))};
    case 9:
        (void)command(
            HoldConversation{id, who, upTo(1) ? std::optional(clock.now() + seconds{upTo(90) + 1}) : std::nullopt});
        return {};
    case 10:
        (void)command(InviteAgent{id, who, somebody(), ""});
        (void)command(RaiseHand{id, who, upTo(1) == 1, ""});
        return {};
    case 11:
        (void)command(CorrectConversation{id, who, "tier", oneOf<const char*>({"P1", "P2"}), "so it is"});
        (void)command(SetFollowUp{id, who, clock.now() + seconds{upTo(60) + 1}, somebody(), "call"});
        return {};
    default:
        (void)reply(id.value, who.value, "hi");
        return {};
    }
}

void RandomDesk::visitorsAndTime()
{
    switch (upTo(6)) {
    case 0:
    case 1: {
        const std::string visitor = "v" + std::to_string(upTo(5));
        const auto receipt = writes(
            visitor, oneOf<const char*>({"What are your opening hours?", "My parcel holds a goose", "thanks"}));
        ASSERT_TRUE(receipt);
        m_conversations = std::max(m_conversations, std::stoi(receipt->conversation.value));
        break;
    }
    case 2:
        tick(seconds{upTo(40)});
        break;
    case 3:
        (void)command(SetPresence{somebody(), oneOf({Presence::Online, Presence::Online, Presence::Away}), {}, {}});
        break;
    case 4:
        for (const Offer& offer : offersOut())
            if (upTo(1) == 1)
                (void)command(AcceptOffer{offer.id, offer.agent});
            else
                (void)command(DeclineOffer{offer.id, offer.agent, ""});
        break;
    case 5:
        publish(test::rulebookWith(
            std::string(R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [)")
            + oneOf<const char*>({R"({"type": "transfer_to_queue", "queue": "support"})",
                                  R"({"type": "transfer_to_agent", "agent": "leila", "fallback_queue": "sales"})",
                                  R"({"type": "set_tier", "tier": "P1"}, {"type": "answer_with_ai"})"})
            + "]}"));
        break;
    default:
        (void)seesPage("v" + std::to_string(upTo(5)), "crm.deal_size", double(upTo(20'000)));
    }
}

void RandomDesk::noteWhereItIs(const Done& done)
{
    if (done.worked)
        m_byHand[done.conversation] = row(done.conversation.value).owner;
}

// Who was given it by hand keeps it; a queue or team that was chosen is left only for an agent; the AI keeps what it was
// given back until it hands it off. (Nobody goes offline in these days: that does offer it on.)
void RandomDesk::expectLeftWhereItWasPut()
{
    for (const auto& [id, put] : m_byHand) {
        const Owner now = row(id.value).owner;
        const bool mayBeAccepted = put.kind == OwnerKind::Queue && now.kind == OwnerKind::Agent;
        if (put.kind != OwnerKind::Ai && !mayBeAccepted) {
            ASSERT_EQ(now, put) << "#" << id.value;
        }
    }
}

TEST_P(RandomDesk, AManualAssignmentIsNeverOverwrittenByTheRouter)
{
    for (const char* agent : {"leila", "tomasz", "mira"})
        presence(agent, Presence::Online);
    for (int step = 0; step < 250 && !HasFatalFailure(); ++step) {
        const Done done = m_conversations > 0 && upTo(2) == 0 ? actOf(some()) : Done{};
        noteWhereItIs(done);
        for (auto& [id, put] : m_byHand)   // whoever accepted it was offered it, and has it from then on
            if (const Owner now = row(id.value).owner; put.kind == OwnerKind::Queue && now.kind == OwnerKind::Agent)
                put = now;
        visitorsAndTime();
        expectLeftWhereItWasPut();
    }
    EXPECT_TRUE(troubles.empty());
}

INSTANTIATE_TEST_SUITE_P(Days, RandomDesk, ::testing::Values(1u, 2u, 3u, 4u),
                         [](const auto& day) { return std::to_string(day.param); });

}
}
