// Held against a reference written in another language: 20,000 contexts, policies in two shapes and four sizes; and others, made
// anew by the same generator.
#include "routing/context/context_json.h"
#include "routing/engine.h"
#include "routing/rulebook/rulebook_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace signalbox {
namespace {

const std::filesystem::path data = std::filesystem::path(SHARED_DATA) / "bench" / "data";

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Every step-th context as a line of JSON; the file has one on each line between its brackets.
std::string everyContext(const std::filesystem::path& from, std::size_t step)
{
    std::ifstream file(from / "contexts.json");
    std::string lines;
    std::string line;
    std::getline(file, line);   // the opening bracket
    for (std::size_t i = 0; std::getline(file, line) && line.starts_with('{'); ++i) {
        if (i % step == 0)
            lines += line.substr(0, line.rfind('}') + 1) + "\n";
    }
    return lines;
}

// FNV-1a over "id," of every match, as the reference computes it.
std::uint32_t hashOf(const std::vector<const Policy*>& matches)
{
    std::uint32_t hash = 0x811c9dc5;
    for (const Policy* policy : matches)
        for (const char c : policy->id.value + ",")
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
    return hash;
}

struct Case {
    std::string shape;
    int size = 0;
    std::size_t step = 1;   // every step-th context is decided
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.shape << " " << one.size; }

// How many of the contexts the engine decides otherwise than the reference did.
void compareWithReference(const std::filesystem::path& from, const Case& given, std::size_t contextsThere)
{
    const auto folder = from / given.shape;
    const std::string size = std::to_string(given.size) + ".json";
    auto rulebook = readRulebook(contentOf(folder / ("policies-" + size)));
    ASSERT_TRUE(rulebook) << toText(rulebook.error().front());
    const auto contexts = readContexts(everyContext(from, given.step), *rulebook);
    ASSERT_TRUE(contexts) << contexts.error().message;
    ASSERT_EQ(contexts->size(), contextsThere / given.step);
    const Engine engine(std::move(*rulebook), 1, {});
    const auto expected = nlohmann::json::parse(contentOf(folder / ("expected-" + size)));
    std::size_t differing = 0;
    for (std::size_t i = 0; i < contexts->size(); ++i) {
        const std::size_t line = i * given.step;
        const Policy* const policy = engine.firstMatch((*contexts)[i], {});
        const auto matches = engine.allMatches((*contexts)[i], {});
        differing += (policy ? nlohmann::json(policy->id.value) : nlohmann::json()) != expected["first"][line];
        differing += hashOf(matches) != expected["all_hash"][line] || matches.size() != expected["all_count"][line];
    }
    EXPECT_EQ(differing, 0u);
}

class Agreement : public testing::TestWithParam<Case> { };

TEST_P(Agreement, everyContextGoesWhereTheReferenceSendsIt)
{
    if (!std::filesystem::exists(data / "contexts.json"))
        GTEST_SKIP() << "no shared data beside the checkout";
    compareWithReference(data, GetParam(), 20'000);
}

class AgreementOnNewSeeds : public testing::TestWithParam<Case> { };

TEST_P(AgreementOnNewSeeds, everyContextGoesWhereTheReferenceSendsIt)
{
    const std::size_t contexts = GetParam().size > 1000 ? 40 : 100;   // the generator takes its time over many policies
    const auto generator = data.parent_path() / "gen.js";
    if (!std::filesystem::exists(generator))
        GTEST_SKIP() << "no shared data beside the checkout";
    if (std::system("node --version >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "no node to run the generator with";
    std::string made = (std::filesystem::temp_directory_path() / "signalbox-seeds-XXXXXX").string();
    ASSERT_NE(mkdtemp(made.data()), nullptr);
    const Case& given = GetParam();
    const std::string seed = std::to_string(1000 + given.size + static_cast<int>(given.shape.size()));
    const std::string command = "node '" + generator.string() + "' --seed " + seed + " --contexts "
        + std::to_string(contexts) + " --n " + std::to_string(given.size) + " --shape " + given.shape + " --out '"
        + made + "' >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
    compareWithReference(made, given, contexts);
    std::filesystem::remove_all(made);
}

// The plain evaluator takes minutes for all contexts in a build without optimisation, so this looks at an even sample. All of
// them, in a release build, are compared with `signalbox decide`.
INSTANTIATE_TEST_SUITE_P(Sizes, Agreement,
                         testing::Values(Case{"typical", 10, 10}, Case{"typical", 100, 20}, Case{"typical", 1000, 100},
                                         Case{"typical", 10000, 1000}, Case{"adversarial", 10, 10},
                                         Case{"adversarial", 100, 20}, Case{"adversarial", 1000, 100},
                                         Case{"adversarial", 10000, 1000}));

INSTANTIATE_TEST_SUITE_P(Sizes, AgreementOnNewSeeds,
                         testing::Values(Case{"typical", 10}, Case{"typical", 100}, Case{"typical", 1000},
                                         Case{"typical", 10000}, Case{"adversarial", 10}, Case{"adversarial", 100},
                                         Case{"adversarial", 1000}, Case{"adversarial", 10000}));

}
}
