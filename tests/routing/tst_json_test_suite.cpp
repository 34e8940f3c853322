// The public test suite for JSON readers: what must be read is, what must not is not, and nothing makes a reader fail.
#include "routing/json/json_tree.h"
#include "tests/routing/support/reading_contexts.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace signalbox {
namespace {

const std::filesystem::path archive
    = std::filesystem::path(SHARED_DATA) / "data/json_test_suite/json_test_suite.tar.gz";

// Name and content of each file of the suite, unpacked to a temporary folder.
std::map<std::string, std::string> unpacked()
{
    std::string folder = (std::filesystem::temp_directory_path() / "signalbox-json-XXXXXX").string();
    if (!mkdtemp(folder.data()))
        return {};
    const std::string command = "tar -xzf '" + archive.string() + "' -C '" + folder + "'";
    std::map<std::string, std::string> files;
    if (std::system(command.c_str()) == 0)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) {
                std::stringstream content;
                content << std::ifstream(entry.path(), std::ios::binary).rdbuf();
                files.emplace(entry.path().filename().string(), content.str());
            }
    std::filesystem::remove_all(folder);
    return files;
}

// Two keys of one name are allowed to others, and refused here: a rulebook never says two things at once.
bool repeatsAKey(const std::string& name) { return name.starts_with("y_object_duplicated_key"); }

TEST(JsonTestSuite, isReadAndRefusedAsItAsks)
{
    if (!std::filesystem::exists(archive))
        GTEST_SKIP() << "no shared data beside the checkout";
    const auto files = unpacked();
    ASSERT_GT(files.size(), 250u);
    for (const auto& [name, content] : files) {
        const bool isRead = parseJson(content).has_value();
        if (name.starts_with("y_")) {
            EXPECT_EQ(isRead, !repeatsAKey(name)) << name;
        } else if (name.starts_with("n_")) {
            EXPECT_FALSE(isRead) << name;
        }
    }
}

TEST(JsonTestSuite, isReadAlikeByBothReadersOfContexts)
{
    if (!std::filesystem::exists(archive))
        GTEST_SKIP() << "no shared data beside the checkout";
    const Rulebook rulebook = rulebookForContexts();
    const Vocabulary vocabulary = vocabularyOf(rulebook);
    for (const auto& [name, content] : unpacked())
        for (const std::string& file : {content, "{\"size\":" + content + "}", "[{\"unasked\":" + content + "}]",
                                        "{\"tags\":[\"x\"," + content + "]}", "{\"" + content + "\":1}"})
            EXPECT_EQ(readNatively(file, vocabulary, rulebook, {}), readCarefully(file, vocabulary, rulebook, {}))
                << name;
}

}
}
