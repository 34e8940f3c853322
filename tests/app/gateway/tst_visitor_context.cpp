#include "app/gateway/visitor_context.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace signalbox;
using nlohmann::json;

namespace {

Value only(const json& object)
{
    const ClientContext context = readClientContext(object);
    return context.changes.size() == 1 && context.changes[0].value ? *context.changes[0].value : Value(false);
}

TEST(VisitorContext, addressesLoseWhatMayBePrivate)
{
    EXPECT_EQ(only({{"page.url", "https://a.example/x?session=1&utm_source=mail&token=2&utm_campaign=may#part"}}),
              Value("https://a.example/x?utm_source=mail&utm_campaign=may"));
    EXPECT_EQ(only({{"page.referrer", "https://user:secret@a.example/x?q=my+illness"}}), Value("https://a.example/x"));
    EXPECT_EQ(only({{"page.path", "/pricing?secret=1"}}), Value("/pricing"));
}

TEST(VisitorContext, valuesThatDoNotFitAreNamed)
{
    const ClientContext context = readClientContext({{"page.url", "javascript:alert(1)"},
                                                     {"page.seconds", "12"},
                                                     {"page.path", 3},
                                                     {"visitor.device", "toaster"},
                                                     {"visitor.language", "en<b>"},
                                                     {"visitor.email", "nobody"},
                                                     {"crm.deal_size", 1e9},
                                                     {"ai.answer_score", 1},
                                                     {"custom.", 1},
                                                     {"custom.a b", 1}});
    EXPECT_TRUE(context.changes.empty());
    EXPECT_EQ(context.refused.size(), 10u);
}

TEST(VisitorContext, whatTheSiteSaysItselfIsCustomAndTyped)
{
    EXPECT_EQ(only({{"custom.plan", "pro"}}), Value("pro"));
    EXPECT_EQ(only({{"custom.seats", 12}}), Value(12.0));
    EXPECT_EQ(only({{"custom.trial", true}}), Value(true));
}

TEST(VisitorContext, longTextIsCutAtACharacterAndKeptOnOneLine)
{
    std::string title = "a\nb";
    while (title.size() < 400)
        title += "é";
    const auto kept = std::get<std::string>(only({{"page.title", title}}));
    EXPECT_EQ(kept.substr(0, 3), "a b");
    EXPECT_EQ(kept.size(), 299u);
}

TEST(VisitorContext, nullRemoves)
{
    const ClientContext context = readClientContext({{"page.campaign", nullptr}});
    ASSERT_EQ(context.changes.size(), 1u);
    EXPECT_FALSE(context.changes[0].value);
    EXPECT_EQ(context.changes[0].source, "widget");
}

}
