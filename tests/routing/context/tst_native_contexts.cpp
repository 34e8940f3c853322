// Contexts read straight into native form, held against the careful reader on all that can be made up.
#include "tests/routing/support/reading_contexts.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace signalbox {
namespace {

const Instant present = *fromIso8601("2026-11-21T07:00:00Z");

struct NativeContexts : testing::Test {
    const Rulebook rulebook = rulebookForContexts();
    const Vocabulary vocabulary = vocabularyOf(rulebook);

    std::string natively(std::string_view text) const { return readNatively(text, vocabulary, rulebook, present); }
    std::string carefully(std::string_view text) const { return readCarefully(text, vocabulary, rulebook, present); }
};

const std::vector<std::string> keys{"text",
                                    "size",
                                    "vip",
                                    "tags",
                                    "due",
                                    "now",
                                    "a",
                                    "b",
                                    "a.b",
                                    "c",
                                    "crm",
                                    "deal_size",
                                    "",
                                    "crm.deal_size",
                                    "b.c",
                                    "a.b.c",
                                    "unasked",
                                    "schedule.office",
                                    R"(te\u0078t)",
                                    "ü",
                                    R"(odd \"name\")"};
const std::vector<std::string> scalars{"null",
                                       "true",
                                       "false",
                                       "0",
                                       "-0",
                                       "-0.0",
                                       "5",
                                       "5.5",
                                       "1e3",
                                       "1e-400",
                                       "1e999",
                                       "-1",
                                       "01",
                                       "1.",
                                       "+1",
                                       "nul",
                                       "NaN",
                                       "12345678901234567890123",
                                       "18446744073709551616",
                                       "0.1000000000000000055511151231257827",
                                       "253402300799",
                                       "253402300800",
                                       R"("")",
                                       R"("refund")",
                                       R"("re")",
                                       R"("ü")",
                                       R"("a\nb")",
                                       R"("\u0041")",
                                       R"("\ud83d\ude00")",
                                       R"("\ud83d")",
                                       R"("\q")",
                                       R"("x)",
                                       R"("2026-06-09T08:00:00Z")",
                                       R"("2026-06-09T08:00:00+02:00")",
                                       "\"\xFF\"",
                                       "\"\t\"",
                                       R"("a\\")",
                                       R"("\"")"};
const std::vector<std::string> lists{"[]",         R"(["x","y","x"])", R"(["\u0078", "q" , "ü"])",
                                     R"(["x",1])", "[null]",           R"([["x"]])",
                                     R"(["x",])",  R"(["x" "y"])"};

std::string genText(int depth);

std::string genObject(int depth)
{
    std::string object = "{";
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        if (object.size() > 1)
            object += *rc::gen::element<std::string>(",", ",", ",", ",", ",", " , ", ",\t");
        object += "\"" + *rc::gen::elementOf(keys) + "\"" + *rc::gen::element<std::string>(":", ":", ": ", " :")
            + genText(depth - 1);
    }
    return object + "}";
}

std::string genText(int depth)
{
    const int kind = *rc::gen::inRange(0, 12);
    if (kind == 0 && depth > 0)
        return genObject(depth);
    if (kind == 1)
        return *rc::gen::elementOf(lists);
    // The first half are those that nobody refuses.
    return kind < 9 ? *rc::gen::element<std::string>("null", "true", "7", "2.5", R"("refund")", R"("x")",
                                                     R"("2026-06-09T08:00:00Z")")
                    : *rc::gen::elementOf(scalars);
}

std::string genFile()
{
    const bool isList = *rc::gen::arbitrary<bool>();
    std::string file = isList ? " [" : "";
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        if (file.size() > 2)
            file += isList ? "," : *rc::gen::element<std::string>("\n", "\n", "\r\n", "\n\n \n");
        file += genObject(3);
    }
    return isList ? file + "]" : file;
}

std::string mangled(std::string text)
{
    for (int i = *rc::gen::inRange(0, 4); i > 0 && !text.empty(); --i) {
        const auto at = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(text.size())));
        const char other
            = *rc::gen::element('{', '}', '[', ']', '"', ':', ',', '\\', '0', 'e', '\n', ' ', '\0', '\xC3');
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            text[at] = other;
            break;
        case 1:
            text.insert(at, 1, other);
            break;
        case 2:
            text.erase(at, 1);
            break;
        default:
            text.resize(at);
        }
    }
    return text;
}

TEST_F(NativeContexts, areWhatTheCarefulReaderReads)
{
    EXPECT_TRUE(rc::check("generated contexts", [this] {
        const std::string file = genFile();
        RC_LOG() << file << "\n";
        RC_ASSERT(natively(file) == carefully(file));
    }));
}

TEST_F(NativeContexts, failAsTheCarefulReaderDoesWhateverIsMangled)
{
    EXPECT_TRUE(rc::check("mangled contexts", [this] {
        const std::string file = mangled(genFile());
        RC_LOG() << file << "\n";
        RC_ASSERT(natively(file) == carefully(file));
    }));
}

TEST_F(NativeContexts, areReadAlikeWhereTheyAreUnusual)
{
    std::string manyKeys = "{\"size\":1";
    for (int i = 0; i < 10'100; ++i)
        manyKeys += ",\"k" + std::to_string(i) + "\":0";
    const std::string longKey(300, 'k');
    std::string deep = "1";
    for (int i = 0; i < 40; ++i)
        deep = R"({"a":)" + deep + "}";
    std::string tooDeep = deep;
    for (int i = 0; i < 30; ++i)
        tooDeep = R"({"a":)" + tooDeep + "}";
    for (const std::string& context :
         {manyKeys + "}", "{\"" + longKey + "\":1,\"" + longKey + "\":2}", "{\"" + longKey + "\":1}", deep, tooDeep,
          std::string("{\"now\":\"soon\",\"size\":2}"), std::string("{\"now\":1780000000}"),
          std::string("{\"now\":null}"), std::string("\xEF\xBB\xBF{\"size\":1}"),
          std::string("{\"text\":\"\\ud83d\\ude00\"}"), std::string(R"({"te\u0078t":"x","text":"y"})"),
          std::string(R"({"a":{"b":"x"},"a.b":null})"), std::string(R"({"a":{"b":"x"},"a.b":"y"})"),
          std::string(R"({"size":1,"size":null})")}) {
        const std::string lines = "{\"size\":9}\n" + context + "\n{\"vip\":true}";
        const std::string list = "[{\"size\":9}," + context + ",{\"vip\":true}]";
        EXPECT_EQ(natively(lines), carefully(lines)) << context.substr(0, 100);
        EXPECT_EQ(natively(list), carefully(list)) << context.substr(0, 100);
    }
}

TEST_F(NativeContexts, sayWhichOneIsWrong)
{
    EXPECT_EQ(natively("{\"a\":1}\n{\"a\":[1]}"), "line 2, /a: Found a list of 1, expected a list of strings only.");
    EXPECT_EQ(natively("[{},5]"), "/1: Found 5 (a number), expected an object of attributes and their values.");
    EXPECT_EQ(natively(R"([{"x":1,"x":2}])"), "/0/x: Found the key \"x\" twice, expected each key once.");
    EXPECT_EQ(natively("[{}] {}"), carefully("[{}] {}"));
}

}
}
