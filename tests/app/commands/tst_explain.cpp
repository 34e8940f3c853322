#include "tests/app/router/router_floor.h"

#include <QProcess>

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;
using nlohmann::json;
using testing::HasSubstr;

struct Ended {
    int status = -1;
    std::string out;
    std::string error;
};

// A conversation that came to Leila, explained by the real program.
class ExplainCommand : public test::RouterFloor {
protected:
    ExplainCommand()
    {
        publish(test::rulebookWith(
            R"({"id": "big", "name": "Big deals", "when": {"attr": "crm.deal_size", "op": "ge", "value": 50000},
                "actions": [{"type": "transfer_to_queue", "queue": "sales"}]},
               {"id": "rest", "name": "The rest", "when": {"all": []},
                "actions": [{"type": "transfer_to_queue", "queue": "support"}]})",
            R"("alerts": [{"id": "hot", "name": "Hot lead", "when": {"attr": "intent_score", "op": "ge", "value": 80},
                           "thresholds": {"website": {"intent_score": 70}}}])"));
        for (const auto& [id, queue] : {std::pair("leila", "support"), {"tomasz", "support"}, {"ann", "sales"}}) {
            Agent agent;
            agent.id = {id};
            agent.name = std::string("Agent ") + id;
            agent.queues = {QueueId{queue}};
            EXPECT_TRUE(command(SaveAgent{agent, {}}));
        }
        presence("leila", Presence::Online);
        EXPECT_TRUE(writes("v1", "hello"));
        EXPECT_TRUE(accept("leila"));
    }

    Ended explain(const QStringList& arguments) const
    {
        QProcess process;
        process.start(QStringLiteral(SIGNALBOX_PROGRAM),
                      QStringList{u"explain"_s, u"--workspace"_s, QString::fromStdString(folder / "test.signalbox")}
                          + arguments);
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput().toStdString(),
                process.readAllStandardError().toStdString()};
    }
};

TEST_F(ExplainCommand, tellsEveryPartOfADecisionInSentences)
{
    const Ended ended = explain({u"#1"_s});
    EXPECT_EQ(ended.status, 0) << ended.error;
    for (const char* said :
         {"Policy 2 The rest fired (rulebook version 1)",
          "- Big deals: did not match, crm.deal_size was missing, wanted at least €50,000",
          "Tier P2 Soon, the first whose condition holds",
          "- Act now: did not hold, crm.deal_size was missing, wanted at least €10,000", "- intent score 0",
          "- Hot lead: did not hold, intent_score was 0, wanted at least 70 on website", "- send to Support",
          "- Tier P1 Act now: crm.deal_size €10,000 instead of missing",
          "- Queue Sales: crm.deal_size €50,000 instead of missing", "AI -> queue support: Policy 2 The rest",
          "- Agent leila was chosen: Idle for less than a minute: the only one free",
          "- Agent tomasz was not: Offline"})
        EXPECT_THAT(ended.out, HasSubstr(said));
}

TEST_F(ExplainCommand, givesTheSameAsJsonLines)
{
    const Ended ended = explain({u"1"_s, u"--json"_s});
    ASSERT_EQ(ended.status, 0) << ended.error;
    const json decision = json::parse(ended.out.substr(0, ended.out.find('\n')));
    EXPECT_EQ(decision["kind"], "decision");
    EXPECT_EQ(decision["policy"], "rest");
    EXPECT_EQ(decision["tiers"][0]["wanted"], "at least €10,000");
    EXPECT_EQ(decision["alerts"][0]["threshold_of"], "website");
    EXPECT_EQ(decision["leads_to_queue"], "support");
    EXPECT_EQ(decision["counterfactuals"][1]["changes"][0]["to"], 50000);
}

TEST_F(ExplainCommand, saysWhyNotAnotherPolicyTierQueueOrAgent)
{
    const Ended ended
        = explain({u"1"_s, u"--why-not-policy"_s, u"big"_s, u"--why-not-tier"_s, u"P1"_s, u"--why-not-queue"_s,
                   u"support"_s, u"--why-not-agent"_s, u"tomasz"_s, u"--why-not-agent"_s, u"ann"_s});
    EXPECT_EQ(ended.status, 0) << ended.error;
    for (const char* said :
         {"- Policy Big deals: crm.deal_size €50,000 instead of missing",
          "- Tier P1 Act now: crm.deal_size €10,000 instead of missing", "- Queue Support: the decision leads there",
          "- Agent tomasz: the decision leads there", "- Agent tomasz was not offered it: Offline",
          "- Agent ann: crm.deal_size €50,000 instead of missing", "- Agent ann was not offered it: Was not asked"})
        EXPECT_THAT(ended.out, HasSubstr(said));
    EXPECT_THAT(ended.out, testing::Not(HasSubstr("Queue Sales"))) << "only what was asked";
}

TEST_F(ExplainCommand, refusesAnIdThatNothingHas)
{
    const Ended tier = explain({u"1"_s, u"--why-not-tier"_s, u"P9"_s});
    EXPECT_EQ(tier.status, 2);
    EXPECT_EQ(tier.error,
              "signalbox explain: There is no tier \"P9\" in the rulebooks that decided this conversation.\n");
    EXPECT_EQ(explain({u"1"_s, u"--why-not-agent"_s, u"nobody"_s}).status, 2);
    EXPECT_EQ(explain({u"99"_s}).status, 2);
}

}
}
