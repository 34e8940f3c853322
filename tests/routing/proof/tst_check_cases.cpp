// Small rulebooks in tests/data/check, each with what is wrong in it: that is found, and nothing else.
#include "tests/routing/proof/checking.h"
#include "tests/routing/support/rulebooks.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace signalbox {
namespace {

std::vector<std::string> caseNames()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(TEST_DATA) / "check"))
        names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

nlohmann::json readCase(const std::string& name)
{
    std::ifstream file(std::filesystem::path(TEST_DATA) / "check" / (name + ".json"));
    return nlohmann::json::parse(file);
}

std::vector<std::string> idsOf(const std::vector<PolicyId>& policies)
{
    std::vector<std::string> ids;
    for (const PolicyId& policy : policies)
        ids.push_back(policy.value);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// "unreachable known by high low"
std::string inShort(const Finding& finding)
{
    std::string text(nameOf(finding.kind));
    text += finding.policy.empty() ? "" : " " + finding.policy.value;
    for (const std::string& id : idsOf(finding.hiddenBy))
        text += " <" + id;
    return text;
}
std::string inShort(const nlohmann::json& expected)
{
    std::string text = expected.at("kind");
    text += expected.contains("policy") ? " " + expected["policy"].get<std::string>() : "";
    auto hiddenBy = expected.value("hidden_by", std::vector<std::string>{});
    std::sort(hiddenBy.begin(), hiddenBy.end());
    for (const std::string& id : hiddenBy)
        text += " <" + id;
    return text;
}

void confirm(const Finding& finding, const Engine& engine)
{
    const bool needsWitness = finding.kind == FindingKind::Gap || finding.kind == FindingKind::Overlap;
    EXPECT_TRUE(finding.witness || !needsWitness) << finding.message;
    if (!finding.witness)
        return;
    const Values& values = *finding.witness;
    const Policy* const fired = engine.firstMatch(values, timeOf(values));
    if (finding.kind == FindingKind::Gap) {
        EXPECT_EQ(fired, nullptr) << finding.message;
        return;
    }
    ASSERT_NE(fired, nullptr) << finding.message;
    const PolicyId& expected = finding.kind == FindingKind::Overlap ? finding.hiddenBy.front() : finding.policy;
    EXPECT_EQ(fired->id, expected) << finding.message;
    const auto matches = engine.allMatches(values, timeOf(values));
    EXPECT_TRUE(std::any_of(matches.begin(), matches.end(), [&](const Policy* policy) {
        return policy->id == finding.policy;
    })) << finding.message;
}

class CheckCases : public testing::TestWithParam<std::string> { };

TEST_P(CheckCases, findsWhatIsWrongAndNothingElse)
{
    const nlohmann::json one = readCase(GetParam());
    const Rulebook rulebook = rulebookOf(one.at("rulebook").dump());
    const Engine engine(rulebook, 1, intervalsOf(rulebook));
    std::vector<std::string> found;
    for (const Finding& finding : findingsOf(rulebook)) {
        found.push_back(inShort(finding));
        EXPECT_FALSE(finding.message.empty());
        confirm(finding, engine);
    }
    std::vector<std::string> expected;
    for (const nlohmann::json& line : one.at("expect"))
        expected.push_back(inShort(line));
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(Rulebooks, CheckCases, testing::ValuesIn(caseNames()), [](const auto& one) {
    std::string name = one.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}
}
