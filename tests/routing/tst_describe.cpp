#include "routing/rulebook/describe.h"
#include "tests/routing/support/rulebooks.h"

namespace signalbox {
namespace {

Rulebook withPolicy(const std::string& rest)
{
    return rulebookOf(
        R"({"rulebook":1,"attributes":{"visitor.country":{"type":"string"},"custom.plan_fee":{"type":"number","unit":"USD","label":"plan fee"}},
        "schedules":[{"id":"office","name":"Office hours","timezone":"UTC","weekly":[]}],
        "tiers":[{"id":"P1","name":"Act now","when":{"all":[]}}],
        "queues":[{"id":"enterprise-east","name":"Enterprise East"}],"policies":[{"id":"p",)"
        + rest + "}]}");
}

struct Case {
    const char* policy;
    const char* sentence;
};

class Sentences : public testing::TestWithParam<Case> { };

TEST_P(Sentences, readAsPeopleSpeak)
{
    const Rulebook rulebook = withPolicy(GetParam().policy);
    ASSERT_FALSE(rulebook.policies.empty());
    EXPECT_EQ(sentence(rulebook.policies[0], rulebook), GetParam().sentence);
}

#define KEEP R"(,"actions":[{"type":"keep_with_ai"}])"

INSTANTIATE_TEST_SUITE_P(
    Policies, Sentences,
    testing::Values(
        Case{
            R"("when":{"all":[{"attr":"crm.company_size","op":"ge","value":500},{"not":{"attr":"visitor.country","op":"in","value":["CA"]}}]},"actions":[{"type":"transfer_to_queue","queue":"enterprise-east"}])",
            "If company size is at least 500 and country is not CA, send to Enterprise East"},
        Case{
            R"("when":{"all":[]},"actions":[{"type":"answer_with_ai","min_score":0.7,"fallback_queue":"enterprise-east"}])",
            "Always let the AI answer when it is at least 70% sure (else to Enterprise East)"},
        Case{R"("when":{"attr":"crm.deal_size","op":"between","value":[42000,100000.5]})" KEEP,
             "If deal size is between €42,000 and €100000.5, keep it with the AI"},
        Case{R"("when":{"attr":"custom.plan_fee","op":"gt","value":-5})" KEEP,
             "If plan fee is more than -$5, keep it with the AI"},
        Case{
            R"("when":{"any":[{"attr":"visitor.country","op":"in","value":["DE","AT","CH"]},{"all":[{"attr":"page.path","op":"starts","value":"/pricing"},{"attr":"conversation.waiting_seconds","op":"gt","value":120}]}]})" KEEP,
            "If country is DE, AT or CH or (page path starts with “/pricing” and waiting time is more than 2 minutes), "
            "keep it with the AI"},
        Case{
            R"("when":{"not":{"any":[{"attr":"conversation.tags","op":"has_any","value":["vip","trial"]},{"schedule":"office","op":"open"}]}})" KEEP,
            "If not (tags includes any of trial or vip or it is within Office hours), keep it with the AI"},
        Case{R"("when":{"schedule":"office","op":"closed"})" KEEP,
             "If it is outside Office hours, keep it with the AI"},
        Case{R"("when":{"attr":"ai.asked_for_person","op":"eq","value":true})" KEEP,
             "If the visitor asked for a person, keep it with the AI"},
        Case{R"("when":{"not":{"attr":"ai.asked_for_person","op":"eq","value":true}})" KEEP,
             "If the visitor has not asked for a person, keep it with the AI"},
        Case{R"("when":{"attr":"visitor.email","op":"exists"})" KEEP, "If e-mail is known, keep it with the AI"},
        Case{R"("when":{"attr":"visitor.email","op":"empty"})" KEEP,
             "If e-mail is empty or missing, keep it with the AI"},
        Case{R"("when":{"attr":"visitor.country","op":"nin","value":["CA","US"]})" KEEP,
             "If country is none of CA and US, keep it with the AI"},
        Case{R"("when":{"attr":"now","op":"ge","value":"2026-06-09T08:43:00Z"})" KEEP,
             "If time is at or after 2026-06-09 08:43 UTC, keep it with the AI"},
        Case{R"("when":{"attr":"queue.enterprise-east.waiting","op":"lt","value":3})" KEEP,
             "If conversations waiting in Enterprise East is less than 3, keep it with the AI"},
        Case{R"("when":{"attr":"visitor.company","op":"eq","value":{"attr":"visitor.name"}})" KEEP,
             "If company is the name, keep it with the AI"},
        Case{
            R"("when":{"any":[]},"actions":[{"type":"set_tier","tier":"P1"},{"type":"add_tag","tag":"vip"},{"type":"set_response_target","seconds":60}])",
            "If never, set tier P1 (Act now), tag it “vip” and answer within 1 minute"},
        Case{
            R"("when":{"all":[]},"actions":[{"type":"transfer_to_agent","agent":{"attr":"visitor.name"},"fallback_queue":"enterprise-east"},{"type":"follow_up","after_seconds":3600,"owner":"lead","note":"Call"}])",
            "Always send to the agent that name names (else to Enterprise East) and follow up after 1 hour by lead: "
            "“Call”"},
        Case{
            R"("when":{"attr":"visitor.country","op":"ne","value":"CA"},"actions":[{"type":"transfer_to_queue","queue":"enterprise-east"}],"except":{"when":{"schedule":"office","op":"closed"},"actions":[{"type":"send_message","text":"Until tomorrow"}]})",
            "If country is not CA, send to Enterprise East; if also it is outside Office hours, say “Until tomorrow” "
            "instead"}));

TEST(AttributeLabel, isTheDeclaredOneTheKnownOneOrTheLastPart)
{
    const Rulebook rulebook = withPolicy(R"("when":{"all":[]},"actions":[])");
    EXPECT_EQ(attributeLabel("custom.plan_fee", rulebook), "plan fee");
    EXPECT_EQ(attributeLabel("crm.deal_size", rulebook), "deal size");
    EXPECT_EQ(attributeLabel("custom.shoe_size", rulebook), "shoe size");
    EXPECT_EQ(attributeLabel("schedule.office", rulebook), "Office hours");
}

}
}
