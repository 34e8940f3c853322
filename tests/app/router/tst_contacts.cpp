#include "app/router/contact_keys.h"
#include "model/storage/contact_store.h"
#include "tests/app/router/router_floor.h"

#include <rapidcheck.h>

#include <array>
#include <numeric>

namespace signalbox {
namespace {

class Contacts : public test::RouterFloor {
protected:
    Contacts()
    {
        publish(test::rulebookWith(R"({"id": "all", "name": "All", "when": {"all": []},
            "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})"));
        addAgent("ines", "Ines Carvalho", 4, Role::Supervisor);
    }
    void tells(const std::string& visitor, const std::string& attribute, const std::string& value)
    {
        ASSERT_TRUE(seesPage(visitor, attribute, value));
    }
    // A visitor who wrote and told what proves who they are.
    void comes(const std::string& visitor, const std::string& attribute, const std::string& value)
    {
        ASSERT_TRUE(writes(visitor, "hello"));
        tells(visitor, attribute, value);
    }
    std::optional<Contact> contactOf(const std::string& visitor)
    {
        return ContactStore(*database).ofVisitor({visitor}).value();
    }
    std::string numberOf(const std::string& visitor)
    {
        const auto contact = contactOf(visitor);
        return contact ? contact->id.value : "none";
    }
};

TEST(ContactKeys, comparesEmailsInLowerCaseWithoutTheSpacesAround)
{
    EXPECT_EQ(emailIn("  Amelia@Example.COM\n"), "amelia@example.com");
    for (const char* none : {"", "amelia", "@example.com", "amelia@", "a b@example.com", "amelia@example"})
        EXPECT_FALSE(emailIn(none)) << none;
    EXPECT_FALSE(emailIn(std::string(250, 'a') + "@b.de"));
}

TEST(ContactKeys, comparesPhonesByTheirDigits)
{
    EXPECT_EQ(phoneIn("+49 (30) 123-45.67"), "+49301234567");
    EXPECT_EQ(phoneIn("030/1234567"), "0301234567");
    for (const char* none : {"", "123456", "call me", "12345678901234567", "+49 30 12345 ext 7"})
        EXPECT_FALSE(phoneIn(none)) << none;
}

TEST_F(Contacts, twoVisitorsWithOneEmailAreOnePerson)
{
    comes("v1", "visitor.email", "Amelia@example.com");
    comes("v2", "visitor.email", "amelia@example.com ");
    EXPECT_EQ(numberOf("v1"), "1");
    EXPECT_EQ(numberOf("v2"), "1");
    EXPECT_EQ(contactOf("v1")->emails, std::vector<std::string>{"amelia@example.com"});
    const auto visitors = ContactStore(*database).visitors({"1"}).value();
    ASSERT_EQ(visitors.size(), 2u);
    EXPECT_EQ(visitors[0].because, "e-mail amelia@example.com");
}

TEST_F(Contacts, whatWasToldBeforeTheFirstMessageCountsToo)
{
    tells("v1", "visitor.email", "amelia@example.com");
    EXPECT_EQ(numberOf("v1"), "none");
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_EQ(numberOf("v1"), "1");
}

TEST_F(Contacts, tellingTheSameAgainJournalsNothing)
{
    comes("v1", "visitor.email", "amelia@example.com");
    tells("v1", "visitor.email", "AMELIA@example.com");
    EXPECT_EQ(journaled<VisitorLinked>().size(), 1u);
}

TEST_F(Contacts, aVisitorWhoIsOneByEmailAndAnotherByPhoneMakesThemOne)
{
    comes("v1", "visitor.email", "amelia@example.com");
    comes("v2", "visitor.phone", "+49 30 1234567");
    EXPECT_EQ(numberOf("v2"), "2");
    comes("v3", "visitor.phone", "+49301234567");
    tells("v3", "visitor.email", "amelia@example.com");
    for (const char* visitor : {"v1", "v2", "v3"})
        EXPECT_EQ(numberOf(visitor), "1") << visitor;
    EXPECT_FALSE(ContactStore(*database).find({"2"}).value());
    EXPECT_EQ(contactOf("v1")->phones, std::vector<std::string>{"+49301234567"});
    comes("v4", "visitor.email", "new@example.com");
    EXPECT_EQ(numberOf("v4"), "3");
}

TEST_F(Contacts, theNameIsTheNewestThatWasGiven)
{
    comes("v1", "visitor.email", "amelia@example.com");
    EXPECT_EQ(contactOf("v1")->name, "");
    tells("v1", "visitor.name", "Amelia Okafor");
    EXPECT_EQ(contactOf("v1")->name, "Amelia Okafor");
    EXPECT_EQ(ContactStore(*database).visitors({"1"}).value().front().because, "e-mail amelia@example.com");
}

TEST_F(Contacts, practiceVisitorsAreNobodysContact)
{
    VisitorInput input;
    input.visitor = {"p1"};
    input.origin = Origin::Practice;
    input.what = VisitorWrote{{"m1"}, "hello"};
    ASSERT_TRUE(give(input));
    tells("p1", "visitor.email", "amelia@example.com");
    EXPECT_TRUE(journaled<VisitorLinked>().empty());
}

TEST_F(Contacts, whoWasTakenApartStaysApart)
{
    comes("v1", "visitor.email", "info@example.com");
    comes("v2", "visitor.email", "info@example.com");
    ASSERT_TRUE(command(UnlinkVisitor{{"v2"}, {"ines"}}));
    EXPECT_EQ(numberOf("v2"), "none");
    tells("v2", "visitor.email", "info@example.com");
    EXPECT_EQ(numberOf("v2"), "none");
    tells("v2", "visitor.phone", "+49 30 1234567");
    EXPECT_EQ(numberOf("v2"), "2");
    tells("v1", "visitor.phone", "+49 30 1234567");   // would make them one again
    EXPECT_EQ(numberOf("v1"), "1");
    EXPECT_EQ(numberOf("v2"), "2");
}

TEST_F(Contacts, staysApartFromTheOneItsContactWasMergedInto)
{
    comes("v1", "visitor.email", "amelia@example.com");
    comes("v2", "visitor.email", "info@example.com");
    comes("v3", "visitor.email", "info@example.com");
    ASSERT_TRUE(command(UnlinkVisitor{{"v3"}, {"ines"}}));
    tells("v2", "visitor.email", "amelia@example.com");
    EXPECT_EQ(numberOf("v2"), "1");
    tells("v3", "visitor.email", "info@example.com");
    EXPECT_EQ(numberOf("v3"), "none");
}

TEST_F(Contacts, theOnlyVisitorCannotBeTakenApart)
{
    comes("v1", "visitor.email", "amelia@example.com");
    const auto done = command(UnlinkVisitor{{"v1"}, {"ines"}});
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().message.find("this visitor alone"), std::string::npos);
}

TEST_F(Contacts, aBatchSeesWhatItHasDoneItself)
{
    std::vector<RouterInput> batch;
    for (const char* visitor : {"v1", "v2", "v3"}) {
        VisitorInput wrote;
        wrote.visitor = {visitor};
        wrote.what = VisitorWrote{{std::string(visitor) + "-m"}, "hello"};
        VisitorInput told = wrote;
        const std::string email = visitor == std::string("v2") ? "other@example.com" : "amelia@example.com";
        told.what = VisitorContext{{{"visitor.email", Value(email), "widget", std::nullopt}}};
        batch.push_back({RouterInput::FromVisitor{told, {}}});
        batch.push_back({RouterInput::FromVisitor{wrote, {}}});
    }
    router->handle(std::move(batch));
    EXPECT_EQ(numberOf("v1"), "1");
    EXPECT_EQ(numberOf("v2"), "2");
    EXPECT_EQ(numberOf("v3"), "1");
}

// Visitors and the e-mails they tell, by their numbers, in a family of its own each time.
class Family {
public:
    using Told = std::vector<std::pair<int, int>>;

    Family(Told told, int number) : m_told(std::move(told)), m_name("f" + std::to_string(number) + "-")
    {
        std::iota(m_root.begin(), m_root.end(), 0);
        for (const auto& [visitor, email] : m_told)
            m_root[std::size_t(rootOf(visitor))] = rootOf(emails + email);
    }
    std::string visitor(int number) const { return m_name + "v" + std::to_string(number); }
    bool together(int one, int other) const { return rootOf(one) == rootOf(other); }
    const Told& told() const { return m_told; }

    std::vector<RouterInput> inputs() const
    {
        std::vector<RouterInput> batch;
        for (const auto& [number, email] : m_told) {
            VisitorInput input;
            input.visitor = {visitor(number)};
            input.what = VisitorWrote{{m_name + std::to_string(batch.size())}, "hello"};
            batch.push_back({RouterInput::FromVisitor{input, {}}});
            const Value address = m_name + std::to_string(email) + "@example.com";
            input.what = VisitorContext{{{"visitor.email", address, "widget", std::nullopt}}};
            batch.push_back({RouterInput::FromVisitor{input, {}}});
        }
        return batch;
    }

private:
    static constexpr int emails = 6;   // numbered after the visitors

    int rootOf(int at) const { return m_root[std::size_t(at)] == at ? at : rootOf(m_root[std::size_t(at)]); }

    Told m_told;
    std::string m_name;
    std::array<int, 12> m_root{};
};

TEST_F(Contacts, whoIsTogetherFollowsFromWhatTheyShareInWhateverOrderAndBatchesItCame)
{
    int families = 0;
    EXPECT_TRUE(rc::check([&] {
        const auto told = *rc::gen::resize(
            8, rc::gen::container<Family::Told>(rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(0, 6))));
        const Family family(told, ++families);
        std::vector<RouterInput> inputs = family.inputs();
        if (*rc::gen::arbitrary<bool>())
            router->handle(std::move(inputs));
        else
            for (RouterInput& input : inputs)
                router->handle({std::move(input)});
        for (const auto& [one, itsEmail] : family.told())
            for (const auto& [other, otherEmail] : family.told())
                RC_ASSERT(family.together(one, other)
                          == (numberOf(family.visitor(one)) == numberOf(family.visitor(other))));
    }));
}

}
}
