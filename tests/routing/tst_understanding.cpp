#include "routing/understanding/asks_for_person.h"
#include "routing/understanding/small_talk.h"
#include "routing/understanding/summary.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

TEST(AsksForPerson, hearsTheWishInFourLanguages)
{
    for (const char* text :
         {"Can I talk to a person?", "real agent please", "I want to speak to a human", "HUMAN", "agent!!",
          "Get me a representative.", "could someone call me back", "Please connect me with somebody",
          "Ich möchte mit einem Menschen sprechen", "Kann ich bitte mit einem Mitarbeiter reden?", "Mitarbeiter bitte",
          "Je voudrais parler à un conseiller", "parler à quelqu’un", "Quiero hablar con una persona",
          "un agente por favor"})
        EXPECT_TRUE(asksForPerson(text)) << text;
}

TEST(AsksForPerson, doesNotHearItWhereItIsNot)
{
    for (const char* text :
         {"", "Hello", "Where is my order?", "Someone stole my bike",
          "The agent of the insurance sent me the form you asked for", "I don't want to talk to a person",
          "How many persons fit in the cargo box?", "Ich will nicht mit einem Menschen sprechen", "price per person"})
        EXPECT_FALSE(asksForPerson(text)) << text;
}

TEST(SmallTalkOf, isOnlyWhatSaysNothingElse)
{
    EXPECT_EQ(smallTalk("Hello there!"), SmallTalk::Greeting);
    EXPECT_EQ(smallTalk("Guten Tag"), SmallTalk::Greeting);
    EXPECT_EQ(smallTalk("Bonjour"), SmallTalk::Greeting);
    EXPECT_EQ(smallTalk("ok thanks a lot"), SmallTalk::Thanks);
    EXPECT_EQ(smallTalk("Vielen Dank!"), SmallTalk::Thanks);
    EXPECT_EQ(smallTalk("Thanks, bye"), SmallTalk::Goodbye);
    EXPECT_EQ(smallTalk("Auf Wiedersehen"), SmallTalk::Goodbye);
    EXPECT_EQ(smallTalk("Hello, where is my order?"), SmallTalk::None);
    EXPECT_EQ(smallTalk("ok"), SmallTalk::None);
    EXPECT_EQ(smallTalk(""), SmallTalk::None);
}

Message said(const std::string& text, Author author = Author::Visitor)
{
    Message message;
    message.author = author;
    message.text = text;
    return message;
}

TEST(Summary, keepsTheVisitorsSentencesThatSaySomething)
{
    EXPECT_EQ(summary({said("Hello!"), said("How can I help?", Author::Ai),
                       said("We need 40 cargo bikes for Hamburg. Thanks."), said("Can I talk to a person?")}),
              "We need 40 cargo bikes for Hamburg.");
    EXPECT_EQ(summary({said("hi"), said("thank you")}), "");
    EXPECT_EQ(summary({said("Where is it?"), said("where is it")}), "Where is it?");
}

TEST(Summary, isShortAndCutBetweenCharacters)
{
    std::string flood;
    for (int i = 0; i < 3000; ++i)
        flood += "ü";
    for (const std::string& text : {flood, std::string(10'000, 'a'), std::string("word ") + flood}) {
        const std::string result = summary({said(text)});
        EXPECT_LE(result.size(), 240u);
        EXPECT_TRUE(result.ends_with("…"));
        EXPECT_NE(static_cast<unsigned char>(result[result.size() - 4]), 0xC3);   // no half of an ü before the ellipsis
    }
}

}
}
